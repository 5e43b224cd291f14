import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

function turnsAt() {
  const world = { at: 1_000, pressure: 0 };
  return { world, turns: createTurns({ pressure: () => world.pressure, elapsed: () => world.at }) };
}

test('[IN3c] without a flood many are carried out at once, and none rests', () => {
  const { turns, world } = turnsAt();
  world.pressure = 23;
  turns.began();
  turns.took(50);
  expect([turns.free(63), turns.free(64), turns.restMs()]).toEqual([true, false, 0]);
});

test('[IN3c] in a flood a twentieth of the time goes to what is stored', () => {
  const { turns, world } = turnsAt();
  world.pressure = 24;
  let [begun, spent] = [0, 0];
  for (; world.at < 11_000; world.at += 0.25) {
    if (!turns.free(0)) continue;
    turns.began();
    world.at += 0.5;
    turns.took(0.5);
    spent += 0.5;
    begun += 1;
  }
  expect(begun).toBeGreaterThan(900);
  expect(spent / 10_000).toBeLessThan(0.051);
});

test('[IN3c] in a flood one that has not said what it took holds up the next for a moment only', () => {
  const { turns, world } = turnsAt();
  world.pressure = 50;
  turns.began();
  expect([turns.free(1), turns.restMs()]).toEqual([false, 100]);
  world.at += 100;
  expect([turns.free(1), turns.free(4)]).toEqual([true, false]);
  turns.took(90_000);
  expect(turns.restMs()).toBe(100);
});

test('[IN3c] what rests for a flood is begun at once when the flood is over', () => {
  const { turns, world } = turnsAt();
  world.pressure = 50;
  turns.began();
  world.pressure = 0;
  expect([turns.free(1), turns.restMs()]).toEqual([true, 0]);
});
