import type { SyncAnswer, SyncRequest } from '@kasera/shared/socket.ts';
import { expect, test } from 'vitest';
import { watchFirstAnswer } from './first-answer.ts';

const request = { kitchen: 'main', screen: 'wall' };

function setUp() {
  const timers: { run: () => void; ms: number }[] = [];
  let fail = (_error: Error) => {};
  const { socket, answered } = watchFirstAnswer(
    { sync: (_request: SyncRequest) => new Promise<SyncAnswer>((_resolve, reject) => (fail = reject)) },
    { setTimer: (run, ms) => void timers.push({ run, ms }) },
  );
  let isAnswered = false;
  void answered.then(() => (isAnswered = true));
  return { timers, fail: (error: Error) => fail(error), socket, answered, isAnswered: () => isAnswered };
}

test('[BO10] a page is drawn once its first question is answered, or failed', async () => {
  const { fail, socket, answered, isAnswered } = setUp();
  const answer = socket.sync(request);
  await Promise.resolve();
  expect(isAnswered()).toBe(false);
  fail(new Error('no answer'));
  await expect(answer).rejects.toThrow('no answer');
  await answered;
});

test('[BO10] a server that is away keeps no page from being drawn', async () => {
  const { timers, answered } = setUp();
  expect(timers.map(({ ms }) => ms)).toEqual([400]);
  timers[0]?.run();
  await answered;
});
