import { expect, test } from 'vitest';
import { anySignal } from './any-signal.ts';

test('[BD7.4] a question ends with whichever signal comes first, for its reason', () => {
  const [closed, late] = [new AbortController(), new AbortController()];
  const either = anySignal(closed.signal, late.signal);
  expect(either.aborted).toBe(false);
  late.abort('too late');
  closed.abort('closed');
  expect([either.aborted, either.reason]).toEqual([true, 'too late']);
  expect(anySignal(new AbortController().signal, late.signal).reason).toBe('too late');
});
