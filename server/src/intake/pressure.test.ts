import { expect, test } from 'vitest';
import { createPressure } from './pressure.ts';

test('[IN3c] remembers for a moment how many waited at once, and then forgets it', () => {
  let at = 0;
  const pressure = createPressure(() => at);
  for (let n = 0; n < 30; n++) pressure.enter();
  for (let n = 0; n < 30; n++) pressure.leave();
  expect(pressure.lately()).toBe(30);
  at = 90;
  pressure.enter();
  expect(pressure.lately()).toBe(30);
  at = 101;
  expect(pressure.lately()).toBe(1);
  pressure.leave();
  expect(pressure.lately()).toBe(0);
});

test('[IN3c] a flood that goes on is felt without a break', () => {
  let at = 0;
  const pressure = createPressure(() => at);
  for (let round = 0; round < 50; round++) {
    for (let n = 0; n < 25; n++) pressure.enter();
    for (let n = 0; n < 25; n++) pressure.leave();
    at += 20;
    expect(pressure.lately()).toBe(25);
  }
});
