import { expect, test } from 'vitest';
import { createHeightGuess } from './height-guess.ts';

test('[BD5.4] guesses a ticket the taller the more it says, and by what was measured', () => {
  const guess = createHeightGuess();
  guess.forget(20);
  const [short, long] = [guess.of(2), guess.of(9)];
  expect(long).toBeGreaterThan(short);
  for (let drawn = 0; drawn < 10; drawn += 1) guess.learn(2, 2 * short);
  expect(guess.of(2)).toBe(2 * short);
  expect(guess.of(9)).toBe(2 * long);
});

test('[BD5.4] another size of the text begins anew', () => {
  const guess = createHeightGuess();
  guess.forget(20);
  const usual = guess.of(4);
  guess.learn(4, 900);
  guess.forget(40);
  expect(guess.of(4)).toBe(2 * usual);
});
