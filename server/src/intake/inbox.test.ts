import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { migrate } from '../db/migrate.ts';
import { sql } from '../db/sql.ts';
import { openSqlite } from '../db/sqlite.ts';
import { createIds } from '../ids.ts';
import { createInbox, type InboxRequest } from './inbox.ts';

async function openInbox(path: string) {
  const database = await openSqlite({ path: join(path, 'a.sqlite') });
  await migrate({ database, now: () => 0 });
  const inbox = createInbox({ database, newId: createIds({ now: () => 0, random: randomBytes }) });
  return { inbox, database };
}

function request(body: string, deliveryId: string | null = randomUUID()): InboxRequest {
  const identity = { topic: 'order.created', externalId: null, deliveryId, warnings: [] };
  return { source: 'shop', receivedAt: 0, headers: {}, body: Buffer.from(body), identity };
}

test('[IN4] rows of one moment stand together in the index of identities, whatever ids their deliveries have', async () => {
  using folder = temporaryFolder();
  const { inbox, database } = await openInbox(folder.path);
  await using _ = database;
  const numbers = [98, 99, 100, 101, 1_000_000];
  for (const number of numbers) await inbox.accept(request(`{"id":${number},"parent_id":0}`));
  await inbox.accept(request('no number at all'));
  const rows = await database.query<{ body: Uint8Array }>(sql`select body from inbox order by identity`);
  const bodies = rows.map(({ body }) => Buffer.from(body).toString());
  expect(bodies.map((body) => Number(/\d+/.exec(body)?.[0]))).toEqual([NaN, ...numbers]);
});

test('[IN4] is a repeat by source, delivery and bytes alone, whatever topic and number are read from it', async () => {
  using folder = temporaryFolder();
  const { inbox, database } = await openInbox(folder.path);
  await using _ = database;
  const first = request('{"id":7}', 'd-1');
  const accepted = await inbox.accept(first);
  const again = { ...first, identity: { ...first.identity, topic: 'product.updated', externalId: '8' } };
  expect(accepted.type).toBe('stored');
  expect((await inbox.accept(again)).type).toBe('duplicate');
  expect((await inbox.accept(request('{"id":7} ', 'd-1'))).type).toBe('stored');
  expect((await inbox.accept(request('{"id":7}', 'd-2'))).type).toBe('stored');
  expect((await inbox.accept({ ...first, source: 'other' })).type).toBe('stored');
});

test('[IN6c] reads back no more than fits, and the first whatever its size', async () => {
  using folder = temporaryFolder();
  const { inbox, database } = await openInbox(folder.path);
  await using _ = database;
  for (const bytes of [50, 10, 10, 10, 1]) await inbox.accept(request('x'.repeat(bytes)));
  const sizes: number[][] = [];
  let [after, more] = ['', true];
  while (more) {
    const found = await inbox.waiting(after, 4, 21);
    sizes.push(found.items.map(({ body }) => body.byteLength));
    after = found.items.at(-1)?.id ?? after;
    more = found.more;
  }
  expect(sizes).toEqual([[50], [10, 10], [10, 1]]);
});
