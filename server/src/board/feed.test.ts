import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order } from '@kasera/shared/order.ts';
import { createFeed } from './feed.ts';

function harness(seq = 0) {
  const heard: number[] = [];
  const later: (() => void)[] = [];
  let gaps = 0;
  const feed = createFeed({ seq, onGap: () => void gaps++, schedule: (work) => void later.push(work) });
  feed.subscribe((event) => heard.push(event.seq));
  const publish = (number: number) => feed.publish({ seq: number, order: {} as Order });
  return { heard, publish, passTime: () => later.splice(0).forEach((work) => work()), gaps: () => gaps };
}

test('[OR6] hands events on in the order of their number, whatever order their commits resolve in', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 }), (order) => {
      const { heard, publish } = harness();
      for (const number of order) publish(number);
      expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    }),
  );
});

test('[BD2] gives up a number that never comes, goes on, and has the screens ask anew', () => {
  const { heard, publish, passTime, gaps } = harness(10);
  publish(12);
  publish(13);
  expect(heard).toEqual([]);
  passTime();
  expect(heard).toEqual([12, 13]);
  expect(gaps()).toBe(1);
});

test('[BD2] hands nothing on twice', () => {
  const { heard, publish } = harness();
  publish(1);
  publish(1);
  expect(heard).toEqual([1]);
});
