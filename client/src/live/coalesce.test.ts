import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

test('[BD5] what many ask for within a moment is run once, and again when it is asked for after that', () => {
  let runs = 0;
  const due: (() => void)[] = [];
  const ask = coalesce(
    () => (runs += 1),
    (run) => void due.push(run),
  );
  for (let asked = 0; asked < 3; asked += 1) ask();
  expect([runs, due.length]).toEqual([0, 1]);
  due.shift()?.();
  ask();
  due.shift()?.();
  expect(runs).toBe(2);
});
