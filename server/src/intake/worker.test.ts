import { expect, test } from 'vitest';
import { StorageError } from '../db/database.ts';
import { silentLog } from '../ops/log.ts';
import type { InboxItem } from './inbox.ts';
import type { Source } from './sources/source.ts';
import { createInboxWorker, type WorkerDeps } from './worker.ts';

const source: Source = {
  id: 'shop',
  verify: () => ({ type: 'verified', by: 'woocommerce' }),
  identify: () => ({ topic: null, externalId: null, deliveryId: null, warnings: [] }),
  parse: (body) => ({ type: 'not-for-kitchen', reason: String(body[0]) }),
};

function item(n: number): InboxItem {
  return { id: String(n).padStart(4, '0'), source: 'shop', headers: {}, body: new Uint8Array([n]) };
}

/** A worker on a storage that a test takes away; what ended stands in `ended`. */
function workerOn(deps: Partial<WorkerDeps> = {}) {
  const ended: string[] = [];
  const said: string[] = [];
  const storage = { away: false };
  const later: (() => void)[] = [];
  const worker = createInboxWorker({
    aside: async () => undefined,
    inbox: {
      waiting: async () => ({ items: [], more: false }),
      ending: (id) => ({ strings: [id], values: [], expected: null, expecting: () => expect.unreachable() }),
    },
    sources: new Map([[source.id, source]]),
    contact: { noPermission() {}, orderRead() {} },
    signal: () => expect.unreachable(),
    async write(statements) {
      if (storage.away) throw new StorageError('SQLITE_FULL', undefined);
      ended.push(...statements.flatMap(({ strings }) => strings));
    },
    now: () => 0,
    schedule: (work) => void later.push(work),
    pressure: () => 0,
    elapsed: () => 0,
    log: { ...silentLog, warn: (_fields, sentence) => void said.push(sentence) },
    ...deps,
  });
  const goOn = () => {
    for (const work of later.splice(0)) work();
  };
  return { worker, ended, said, storage, later, goOn };
}

/** Lets everything that is ready come to its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
}

test('[IN3b] what meets a storage that is away waits, is said once, and ends when it is back', async () => {
  const { worker, ended, said, storage, later, goOn } = workerOn();
  storage.away = true;
  for (const n of [1, 2, 3]) worker.take(item(n));
  for (let round = 0; round < 3; round++) {
    await turns();
    expect([ended, later.length, worker.backlog()]).toEqual([[], 3, 3]);
    goOn();
  }
  expect(said).toEqual(['stored requests have to wait']);
  await turns();
  storage.away = false;
  goOn();
  await turns();
  expect(ended.toSorted()).toEqual(['0001', '0002', '0003']);
  expect(worker.backlog()).toBe(0);
  // The next outage is another one.
  storage.away = true;
  worker.take(item(4));
  await turns();
  expect(said).toHaveLength(2);
});

test('[IN4b] what failed and came again is carried out also while newer ones are left on disk', async () => {
  const { worker, ended, storage, goOn } = workerOn();
  storage.away = true;
  for (let n = 100; n < 2_300; n++) worker.take(item(n));
  await turns();
  worker.takeAgain(item(1));
  storage.away = false;
  goOn();
  while (worker.backlog() > 0) await turns();
  expect(ended).toContain('0001');
});

test('[SU4] stopping begins nothing new and resolves when nothing is in hand', async () => {
  let finish = () => {};
  const held = new Promise<void>((resolve) => (finish = resolve));
  const begun: string[] = [];
  const { worker } = workerOn({
    async write(statements) {
      begun.push(...statements.flatMap(({ strings }) => strings));
      await held;
    },
  });
  worker.take(item(1));
  await turns();
  let stopped = false;
  const stopping = worker.stop().then(() => (stopped = true));
  worker.take(item(2));
  await turns();
  expect([begun, stopped]).toEqual([['0001'], false]);
  finish();
  await stopping;
  await turns();
  expect(begun).toEqual(['0001']);
});

test('[SH6d] what is authentic and nothing to cook is heard by its topic, and waits for a storage that is away', async () => {
  const heard: string[] = [];
  const storage = { away: true };
  const { worker, ended, goOn } = workerOn({
    async aside(topic, body) {
      if (storage.away) throw new StorageError('SQLITE_FULL', undefined);
      heard.push(`${topic} ${body.byteLength}`);
    },
  });
  worker.take(item(7));
  await turns();
  expect([heard, ended]).toEqual([[], []]);
  storage.away = false;
  goOn();
  await turns();
  expect([heard, ended]).toEqual([['7 1'], ['0007']]);
});
