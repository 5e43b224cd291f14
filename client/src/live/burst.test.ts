import { expect, test } from 'vitest';
import { createBurst } from './burst.ts';

function setUp() {
  const handedOn: string[][] = [];
  const timers: { run(): void; atMs: number }[] = [];
  let now = 1_000;
  const burst = createBurst<string>(
    { monotonic: () => now, setTimer: (run, ms) => void timers.push({ run, atMs: now + ms }) },
    (items) => void handedOn.push([...items]),
  );
  const pass = (ms: number) => {
    now += ms;
    for (const timer of timers.splice(0)) {
      if (timer.atMs <= now) timer.run();
      else timers.push(timer);
    }
  };
  return { burst, handedOn, pass };
}

test('[BD5] what comes alone is handed on at once', () => {
  const { burst, handedOn, pass } = setUp();
  burst.add('a');
  pass(41);
  burst.add('b');
  expect(handedOn).toEqual([['a'], ['b']]);
});

test('[BD5] what comes closely upon it is handed on as one, in its order, 16 ms later at most', () => {
  const { burst, handedOn, pass } = setUp();
  for (const item of ['a', 'b', 'c']) burst.add(item);
  expect(handedOn).toEqual([['a']]);
  pass(16);
  expect(handedOn).toEqual([['a'], ['b', 'c']]);
});

test('[BD5] what waits is handed on once, when it is asked for', () => {
  const { burst, handedOn, pass } = setUp();
  for (const item of ['a', 'b']) burst.add(item);
  burst.flush();
  burst.flush();
  pass(50);
  expect(handedOn).toEqual([['a'], ['b']]);
});
