import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { createMessages } from './messages.ts';
import { summarise } from './return-summary.ts';

test('[BD3] a refusal stands for 12 s or until it is dismissed; at most three at a time', () => {
  let now = 0;
  const messages = createMessages({ monotonic: () => now });
  const say = (number: string) => messages.say({ type: 'refused', number, command: 'ready', code: 'conflict' });
  const standing = () =>
    messages.standing.get().map(({ message }) => (message.type === 'refused' ? message.number : ''));
  ['1', '2', '3', '4'].forEach(say);
  expect(standing()).toEqual(['2', '3', '4']);
  messages.dismiss(messages.standing.get()[0]?.id ?? 0);
  expect(standing()).toEqual(['3', '4']);
  now = 12_000;
  messages.sweep();
  expect(standing()).toEqual([]);
});

test('[BD4] a return is one summary of what was missed', () => {
  const a = sampleOrder({ id: 'a' });
  const changes = [
    { before: undefined, after: sampleOrder({ id: 'n', status: 'new' }), from: 'sync' as const },
    { before: a, after: { ...a, note: 'x' }, from: 'sync' as const },
    { before: a, after: { ...a, status: 'cancelled' as const }, from: 'sync' as const },
  ];
  expect(summarise(changes)).toEqual({ type: 'returned', arrived: 1, changed: 1, cancelled: 1 });
});
