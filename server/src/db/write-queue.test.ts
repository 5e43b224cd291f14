import { expect, test } from 'vitest';
import { sql } from './sql.ts';
import { createWriteQueue, maxBytesPerCommit, maxWritesPerCommit, type PendingWrite } from './write-queue.ts';

/** A queue that notes the size of each batch; `release` lets a held flush go on. */
function recordingQueue({ held = false } = {}) {
  const batches: number[] = [];
  const releases: (() => void)[] = [];
  async function flush(batch: PendingWrite[]) {
    batches.push(batch.length);
    if (held) await new Promise<void>((resolve) => void releases.push(resolve));
    for (const write of batch) write.resolve([]);
  }
  return { ...createWriteQueue({ flush }), batches, releases };
}

const small = () => [sql`insert into t values (${1})`];
const ofBytes = (bytes: number) => [sql`insert into t values (${new Uint8Array(bytes)})`];

test('[DB8] the writes of one turn of the event loop share a commit', async () => {
  const queue = recordingQueue();
  await Promise.all([queue.add(small()), queue.add(small()), queue.add(small())]);
  expect(queue.batches).toEqual([3]);
});

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('[DB8] a lone write waits for no timer: it is flushed as soon as a turn brings no other', async () => {
  const queue = recordingQueue();
  const stored = queue.add(small());
  await turn();
  await turn();
  expect(queue.batches).toEqual([1]);
  await stored;
});

test('[DB8] writes that come one a turn share a commit, and the first does not wait for ever', async () => {
  const queue = recordingQueue();
  const writes = [];
  for (let n = 0; n < 100; n++) {
    writes.push(queue.add(small()));
    await turn();
  }
  await Promise.all(writes);
  expect(queue.batches.length).toBeLessThan(5);
  expect(queue.batches[0]).toBeGreaterThan(30);
});

test('[DB8] a commit takes at most 256 writes, and other work has its turn before the next', async () => {
  const queue = recordingQueue();
  const writes = Array.from({ length: 2 * maxWritesPerCommit + 10 }, () => queue.add(small()));
  await Promise.race(writes);
  expect(queue.batches).toEqual([256]);
  await Promise.all(writes);
  expect(queue.batches).toEqual([256, 256, 10]);
});

test('[DB8] a commit takes at most 4 MiB, but a larger write goes alone', async () => {
  const queue = recordingQueue();
  const third = Math.floor(maxBytesPerCommit / 3);
  const sizes = [third, third, third, 1, 2 * maxBytesPerCommit, 1];
  await Promise.all(sizes.map((bytes) => queue.add(ofBytes(bytes))));
  expect(queue.batches).toEqual([4, 1, 1]);
});

test('[DB8] counts text as well as bytes', async () => {
  const queue = recordingQueue();
  const text = 'x'.repeat(maxBytesPerCommit / 2 + 1);
  await Promise.all([text, text].map((value) => queue.add([sql`insert into t values (${value}, ${null})`])));
  expect(queue.batches).toEqual([1, 1]);
});

test('[DB8] what is asked for while a batch is on its way waits for the next one', async () => {
  const queue = recordingQueue({ held: true });
  const first = queue.add(small());
  await expect.poll(() => queue.batches).toEqual([1]);
  const later = [queue.add(small()), queue.add(small())];
  await new Promise((resolve) => setImmediate(resolve));
  expect(queue.batches).toEqual([1]);
  queue.releases.shift()!();
  await first;
  await expect.poll(() => queue.batches).toEqual([1, 2]);
  queue.releases.shift()!();
  await Promise.all(later);
});

test('drained waits for everything asked for, and for nothing when there is nothing', async () => {
  const queue = recordingQueue();
  await queue.drained();
  let stored = 0;
  for (let count = 0; count < 600; count += 1) void queue.add(small()).then(() => (stored += 1));
  await queue.drained();
  expect(stored).toBe(600);
});
