import { expect, test } from 'vitest';
import { createPrintQueue } from './print-queue.ts';
import type { Slip } from './slip.ts';

const slip = (text: string): Slip => [{ look: 'plain', text }];

function createPrinter() {
  const opened: string[] = [];
  const ends: (() => void)[] = [];
  const queue = createPrintQueue({
    open([first]) {
      opened.push(first?.[0]?.text ?? '');
      if (first?.[0]?.text === 'broken') throw new Error('no printing here');
      return { over: new Promise((resolve) => ends.push(resolve)) };
    },
  });
  return { opened, ends, queue };
}

test('[BO15] several in a row are printed one after the other, each when the one before is over', async () => {
  const { opened, ends, queue } = createPrinter();
  const [first, second] = [queue.print([slip('1')]), queue.print([slip('2')])];
  expect(await first).toBe('sent');
  expect(opened).toEqual(['1']);
  ends[0]?.();
  expect(await second).toBe('sent');
  expect(opened).toEqual(['1', '2']);
});

test('[BO15] what could not be printed is said, and holds up no other', async () => {
  const { opened, queue } = createPrinter();
  const [first, second] = [queue.print([slip('broken')]), queue.print([slip('2')])];
  expect(await first).toBe('failed');
  expect(await second).toBe('sent');
  expect(opened).toEqual(['broken', '2']);
});
