import { expect, test } from 'vitest';
import { watchFirstAsk } from './first-ask.ts';

const request = { kitchen: 'main', screen: 'wall' };

function setUp() {
  const timers: { run: () => void; ms: number }[] = [];
  const sent: unknown[] = [];
  const { socket, asked } = watchFirstAsk(
    { sync: (what) => Promise.reject(new Error(`not answered: ${sent.push(what)}`)) },
    { setTimer: (run, ms) => void timers.push({ run, ms }) },
  );
  return { timers, sent, socket, asked };
}

test('[BO10] a page is drawn once its first question is on the way', async () => {
  const { sent, socket, asked } = setUp();
  await expect(socket.sync(request)).rejects.toThrow('not answered');
  await asked;
  expect(sent).toEqual([request]);
});

test('[BO10] a server that is away keeps no page from being drawn', async () => {
  const { timers, asked } = setUp();
  expect(timers.map(({ ms }) => ms)).toEqual([150]);
  timers[0]?.run();
  await asked;
});
