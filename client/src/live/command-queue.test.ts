import type { Command } from '@kasera/shared/command.ts';
import type { CommandAnswer } from '@kasera/shared/socket.ts';
import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { createCommandQueue, type QueuedCommand } from './command-queue.ts';

const minute = 60_000;

/** A queue before a server of which each answer is given by hand. */
function setUp(stored: QueuedCommand[] = []) {
  const kept = new Map(stored.map((entry) => [entry.command.id, entry]));
  const sent: { orderId: string; command: Command; answer(a: CommandAnswer): void; lose(): void }[] = [];
  const answered: string[] = [];
  const clock = { now: 1_000_000 };
  const retries: (() => void)[] = [];
  const queue = createCommandQueue({
    storage: {
      load: () => [...kept.values()],
      save: (entry) => void kept.set(entry.command.id, entry),
      remove: (id) => void kept.delete(id),
    },
    send: (orderId, command) =>
      new Promise((resolve, reject) => {
        sent.push({ orderId, command, answer: resolve, lose: () => reject(new Error('lost')) });
      }),
    now: () => clock.now,
    retryLater: (run) => void retries.push(run),
    afterFrame: (run) => run(),
    onAnswer: (entry) => void answered.push(entry.command.id),
    onChange: () => {},
  });
  return { queue, kept, sent, answered, clock, retries };
}

const ready = (id: string, version = 1): Command => ({ type: 'ready', id, from: 'preparing', version });
const accepted = (version = 2): CommandAnswer => ({ ok: true, seq: 1, order: sampleOrder({ version }) });
const refused: CommandAnswer = { ok: false, error: { code: 'conflict', message: 'no' } };
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

test('[BD3] keeps presses while the server is away and sends them in order when it is back, one at a time per order', async () => {
  const { queue, sent } = setUp();
  queue.press('a', '1', ready('a-first'));
  queue.press('a', '1', ready('a-second'));
  queue.press('b', '2', ready('b-first'));
  expect(sent).toEqual([]);
  queue.setOnline(true);
  expect(sent.map(({ command }) => command.id)).toEqual(['a-first', 'b-first']);
  sent[0]?.answer(accepted());
  await settle();
  expect(sent.map(({ command }) => command.id)).toEqual(['a-first', 'b-first', 'a-second']);
});

test('[BD3] survives a reload: what was kept is sent by the next page, with the age since the press', () => {
  const first = setUp();
  first.queue.press('a', '1', ready('a-first'));
  const second = setUp([...first.kept.values()]);
  second.clock.now += 5 * minute;
  second.queue.setOnline(true);
  expect(second.sent[0]?.command).toEqual({ ...ready('a-first'), ageMs: 5 * minute });
});

test('[BD3] forgets a press only when it is answered; a lost one is sent again with the same id and body', async () => {
  const { queue, sent, kept, retries } = setUp();
  queue.setOnline(true);
  queue.press('a', '1', ready('a-first'));
  sent[0]?.lose();
  await settle();
  expect(kept.size).toBe(1);
  retries.shift()?.();
  expect(sent).toHaveLength(2);
  expect(sent[1]?.command).toEqual(sent[0]?.command);
  sent[1]?.answer(accepted());
  await settle();
  expect(kept.size).toBe(0);
  expect(queue.entries()).toEqual([]);
});

test('[BD3] a refused press does not hold up the next', async () => {
  const { queue, sent, answered } = setUp();
  queue.setOnline(true);
  queue.press('a', '1', ready('a-first'));
  queue.press('a', '1', ready('a-second'));
  sent[0]?.answer(refused);
  await settle();
  expect(answered).toEqual(['a-first']);
  expect(sent[1]?.command.id).toBe('a-second');
});

test('[BD3] asks before sending what is over 15 minutes old, and meanwhile holds up no other order', () => {
  const { queue, sent, clock } = setUp();
  queue.press('a', '1', ready('a-first'));
  clock.now += 15 * minute + 1;
  queue.press('a', '1', ready('a-second'));
  queue.press('b', '2', ready('b-first'));
  expect(queue.stale()).toEqual([]);
  queue.setOnline(true);
  expect(sent.map(({ command }) => command.id)).toEqual(['b-first']);
  expect(queue.stale().map((entry) => entry.command.id)).toEqual(['a-first', 'a-second']);
  queue.approveStale();
  expect(sent.map(({ command }) => command.id)).toEqual(['b-first', 'a-first']);
  expect(queue.stale()).toEqual([]);
});

test('[BD3] what the person drops is never sent', () => {
  const { queue, sent, clock, kept } = setUp();
  queue.press('a', '1', ready('a-first'));
  clock.now += 16 * minute;
  queue.setOnline(true);
  queue.dropStale();
  expect(kept.size).toBe(0);
  queue.setOnline(true);
  expect(sent).toEqual([]);
});

test('[BD3] a press upon an own press stands upon its outcome, so that "cancel" does not refuse the "seen" after it', async () => {
  const { queue, sent } = setUp();
  queue.setOnline(true);
  queue.press('a', '1', { type: 'cancel', id: 'cancel-1', reason: 'x', version: 4 });
  queue.press('a', '1', { type: 'confirm', id: 'confirm-1', version: 4 });
  sent[0]?.answer(accepted(5));
  await settle();
  expect(sent[1]?.command.version).toBe(5);
});

test('[BD3] a press keeps its version where somebody else changed the order meanwhile', async () => {
  const { queue, sent } = setUp();
  queue.setOnline(true);
  queue.press('a', '1', { type: 'cancel', id: 'cancel-1', reason: 'x', version: 4 });
  queue.press('a', '1', { type: 'confirm', id: 'confirm-1', version: 4 });
  sent[0]?.answer(accepted(6));
  await settle();
  expect(sent[1]?.command.version).toBe(4);
});
