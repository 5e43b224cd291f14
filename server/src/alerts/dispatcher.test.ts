import { expect, test } from 'vitest';
import type { SendOutcome } from './channels/channel.ts';
import type { Claimed } from './claim.ts';
import { createDispatcher, type DispatcherDeps } from './dispatcher.ts';
import type { FinishedTry } from './settle.ts';

const sent: SendOutcome = { type: 'sent', providerId: 'p', status: 200, warnings: [], invalid: [] };

interface Timer {
  run: () => void;
  at: number;
}

/** A dispatcher with everything around it in the test's hands. */
function arrange(overrides: Partial<DispatcherDeps> = {}) {
  const timers = new Set<Timer>();
  const settled: { id: string; finished: FinishedTry }[] = [];
  const logged: string[] = [];
  const waiting: Claimed[] = [];
  const log = (_: object, sentence: string): void => void logged.push(sentence);
  const world = { now: 1_000, timers, settled, logged, waiting };
  const dispatcher = createDispatcher({
    claim: async (_, limit) => waiting.splice(0, limit),
    send: async () => sent,
    settle: async ({ id }, finished) => void settled.push({ id, finished }),
    nextDueAt: async () => null,
    now: () => world.now,
    random: () => 1,
    schedule: (run, afterMs) => {
      const timer = { run, at: world.now + afterMs };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    log: { info: log, warn: log, error: log },
    ...overrides,
  });
  /** Lets time pass up to `until`, running what falls due and everything it sets off. */
  async function pass(ms: number): Promise<void> {
    const until = world.now + ms;
    for (;;) {
      await settleMicrotasks();
      const [next] = [...timers].toSorted((a, b) => a.at - b.at);
      if (!next || next.at > until) break;
      timers.delete(next);
      world.now = Math.max(world.now, next.at);
      next.run();
    }
    world.now = until;
  }
  return { ...world, world, dispatcher, pass };
}

async function settleMicrotasks(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}

function claimed(id: string, attempt = 1): Claimed {
  return { id, payload: `{"push":"${id}"}`, attempt };
}

function pending<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  return Promise.withResolvers<T>();
}

test('[PU3] a wake sends what is due, and not in the turn of the caller', async () => {
  const { dispatcher, waiting, settled, pass } = arrange();
  dispatcher.start();
  await pass(1_000);
  waiting.push(claimed('a'));
  dispatcher.wake();
  await settleMicrotasks();
  expect(settled).toEqual([]);
  await pass(100);
  expect(settled.map(({ id }) => id)).toEqual(['a']);
});

test('[PU3] nothing is sent before the start', async () => {
  const { dispatcher, waiting, settled, pass } = arrange();
  waiting.push(claimed('a'));
  dispatcher.wake();
  await pass(60_000);
  expect(settled).toEqual([]);
});

test('[PU3] many wakes are one look', async () => {
  let looks = 0;
  const { dispatcher, pass } = arrange({ claim: async () => ((looks += 1), []) });
  dispatcher.start();
  await pass(1_000);
  looks = 0;
  for (let wakes = 0; wakes < 500; wakes++) dispatcher.wake();
  await pass(1_000);
  expect(looks).toBe(1);
});

test('[PU3] wakes that never pause do not put the look off', async () => {
  const { dispatcher, waiting, settled, pass } = arrange();
  dispatcher.start();
  await pass(1_000);
  waiting.push(claimed('a'));
  for (let wakes = 0; wakes < 10; wakes++) {
    dispatcher.wake();
    await pass(10);
  }
  expect(settled.map(({ id }) => id)).toEqual(['a']);
});

test('[PU3] wakes that never pause and find nothing to send are few looks, and the first of a quiet time is soon', async () => {
  const looks: number[] = [];
  const { dispatcher, pass, world } = arrange({ claim: async () => (looks.push(world.now), []) });
  dispatcher.start();
  await pass(1_000);
  const began = world.now;
  looks.length = 0;
  for (let wakes = 0; wakes < 200; wakes++) {
    dispatcher.wake();
    await pass(5);
  }
  expect(looks[0]).toBe(began + 20);
  expect(looks.length).toBeGreaterThan(10);
  expect(looks.length).toBeLessThan(21);
});

test('[PU3] a wake during a look is not lost', async () => {
  const gate = pending<Claimed[]>();
  const answers: Promise<Claimed[]>[] = [Promise.resolve([]), gate.promise];
  const { dispatcher, waiting, settled, pass } = arrange({
    claim: (_, limit) => answers.shift() ?? Promise.resolve(waiting.splice(0, limit)),
  });
  dispatcher.start();
  await pass(1_000);
  dispatcher.wake();
  await pass(1_000);
  waiting.push(claimed('a'));
  dispatcher.wake();
  gate.resolve([]);
  await pass(1_000);
  expect(settled.map(({ id }) => id)).toEqual(['a']);
});

test('[PU3] at most four are under way, and a slow one does not hold up the others', async () => {
  const slow = pending<SendOutcome>();
  let underWay = 0;
  let most = 0;
  const { dispatcher, waiting, settled, pass } = arrange({
    async send(payload) {
      most = Math.max(most, ++underWay);
      const outcome = payload.includes('slow') ? await slow.promise : await Promise.resolve(sent);
      underWay -= 1;
      return outcome;
    },
  });
  waiting.push(claimed('slow'), ...Array.from({ length: 12 }, (_, index) => claimed(`q${index}`)));
  dispatcher.start();
  await pass(5_000);
  expect(settled).toHaveLength(12);
  expect(most).toBe(4);
  slow.resolve(sent);
  await pass(100);
  expect(settled.at(-1)?.id).toBe('slow');
});

test('[PU3] it sleeps until the next is due', async () => {
  const looks: number[] = [];
  const { world, dispatcher, pass } = arrange({
    claim: async (now) => (looks.push(now), []),
    nextDueAt: async () => (world.now < 13_000 ? 13_000 : null),
  });
  dispatcher.start();
  await pass(20_000);
  expect(looks).toEqual([1_020, 13_000]);
});

test('[PU3] a try to be repeated is settled with its time: the back-off, or what the provider asked for', async () => {
  const retry = { type: 'retry', status: 503, error: 'busy', mayHaveArrived: false } as const;
  const outcomes: SendOutcome[] = [
    { ...retry, retryAfterMs: null },
    { ...retry, retryAfterMs: 45_000 },
  ];
  const { dispatcher, waiting, settled, pass } = arrange({ send: async () => outcomes.shift() ?? sent });
  waiting.push(claimed('a', 3), claimed('b', 1), claimed('c', 1));
  dispatcher.start();
  await pass(100);
  const waits = settled.map(({ finished }) => finished.retryAt && finished.retryAt - finished.endedAt);
  expect(waits).toEqual([8_000, 45_000, null]);
});

test('[PU3] a channel that throws stops nothing: its delivery is tried again', async () => {
  const { dispatcher, waiting, settled, logged, pass } = arrange({
    send: async (payload) => {
      if (payload.includes('bad')) throw new Error('boom');
      return sent;
    },
  });
  waiting.push(claimed('bad'), claimed('good'));
  dispatcher.start();
  await pass(100);
  expect(new Map(settled.map(({ id, finished }) => [id, finished.outcome.type]))).toEqual(
    new Map([
      ['bad', 'retry'],
      ['good', 'sent'],
    ]),
  );
  expect(logged).toContain('a channel failed in an unexpected way');
});

test('[PU3] a storage that fails while settling or claiming is said and looked at again', async () => {
  let broken = true;
  const store: string[] = [];
  const { dispatcher, waiting, logged, pass } = arrange({
    async claim(_, limit) {
      if (broken) throw new Error('disk full');
      return waiting.splice(0, limit);
    },
    async settle({ id }) {
      if (store.length === 0 && id === 'a') throw new Error('disk full');
      store.push(id);
    },
  });
  waiting.push(claimed('a'), claimed('b'));
  dispatcher.start();
  await pass(2_500);
  expect(logged).toEqual(Array.from({ length: 3 }, () => 'the outbox could not be read'));
  broken = false;
  await pass(2_000);
  expect(store).toEqual(['b']);
  expect(logged.filter((sentence) => sentence.includes('sent again'))).toHaveLength(1);
});

test('[PU3] stop claims nothing more and waits for what is under way', async () => {
  const slow = pending<SendOutcome>();
  const { dispatcher, waiting, settled, pass } = arrange({ send: () => slow.promise });
  waiting.push(claimed('a'));
  dispatcher.start();
  await pass(100);
  let stopped = false;
  const stopping = dispatcher.stop().then(() => (stopped = true));
  waiting.push(claimed('b'));
  dispatcher.wake();
  await pass(1_000);
  expect(stopped).toBe(false);
  slow.resolve(sent);
  await stopping;
  expect(settled.map(({ id }) => id)).toEqual(['a']);
  expect(waiting).toHaveLength(1);
});

test('[PU3] stop waits no longer than five seconds', async () => {
  const { dispatcher, waiting, pass, timers } = arrange({ send: () => pending<SendOutcome>().promise });
  waiting.push(claimed('a'));
  dispatcher.start();
  await pass(100);
  let stopped = false;
  const stopping = dispatcher.stop().then(() => (stopped = true));
  await pass(4_999);
  expect(stopped).toBe(false);
  await pass(1);
  await stopping;
  expect(timers.size).toBe(0);
});
