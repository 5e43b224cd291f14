import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { migrate } from '../db/migrate.ts';
import { openSqlite } from '../db/sqlite.ts';
import { sql, type Sql } from '../db/sql.ts';
import { silentLog } from '../ops/log.ts';
import { createKnownScreens } from './known-screens.ts';

const dayMs = 86_400_000;

async function bed() {
  const folder = temporaryFolder();
  const database = await openSqlite({ path: `${folder.path}/test.sqlite` });
  await migrate({ database, now: () => 1 });
  const clock = { now: 1_000 * dayMs };
  const written: number[] = [];
  const counted = {
    query: database.query.bind(database),
    write(statements: readonly Sql[]) {
      written.push(statements.length);
      return database.write(statements);
    },
  };
  const known = createKnownScreens({ database: counted, kitchenId: 'main', now: () => clock.now, log: silentLog });
  return {
    ...{ known, clock, written },
    async rows() {
      const [row] = await database.query<{ count: number }>(sql`select count(*) as count from screens`);
      return Number(row?.count);
    },
    isKept: async (id: string) => (await database.query(sql`select id from screens where id = ${id}`)).length === 1,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

test('[BO12d] the names of screens are known when they are gone, the last seen first', async () => {
  await using one = await bed();
  one.known.seen({ id: 's1', name: 'Wall' });
  one.clock.now += dayMs;
  one.known.seen({ id: 's2', name: 'GRILL tablet' });
  one.known.seen({ id: 's1', name: 'Old wall' });
  one.clock.now += 1;
  one.known.seen({ id: 's2', name: 'GRILL' });
  await one.known.keep([]);
  expect(await one.known.list()).toEqual([
    { id: 's2', name: 'GRILL', lastSeenAt: one.clock.now },
    { id: 's1', name: 'Old wall', lastSeenAt: one.clock.now - 1 },
  ]);
});

test('[BO12d] what a screen says again and again is written once', async () => {
  await using one = await bed();
  for (let time = 0; time < 100; time++) one.known.seen({ id: 's1', name: 'Wall' });
  expect(one.written).toEqual([1]);
});

test('[BO12d] one that hangs there for years is kept, one not seen for 90 days is forgotten', async () => {
  await using one = await bed();
  one.known.seen({ id: 'wall', name: 'Wall' });
  one.known.seen({ id: 'lent', name: 'Lent' });
  for (let day = 0; day < 100; day++) {
    one.clock.now += dayMs;
    await one.known.keep([{ id: 'wall', name: 'Wall' }]);
  }
  expect((await one.known.list()).map(({ id }) => id)).toEqual(['wall']);
});

test('[BO12d] ever new ids fill no disk: two thousand are kept, those somebody named before the others', async () => {
  await using one = await bed();
  one.known.seen({ id: 'wall', name: 'Wall' });
  for (let n = 0; n < 3_000; n++) {
    one.clock.now += 1;
    one.known.seen({ id: `flood ${n}`, name: '' });
  }
  expect(await one.rows()).toBeLessThan(2_600);
  await one.known.keep([]);
  expect(await one.rows()).toBe(2_000);
  expect(await one.isKept('wall')).toBe(true);
  expect(await one.isKept('flood 0')).toBe(false);
});

test('[BO12d] a disk that takes nothing harms no screen, and the name is stored with its next word', async () => {
  await using one = await bed();
  const refusing = { fail: true };
  const kept: string[] = [];
  const warned: string[] = [];
  const known = createKnownScreens({
    database: {
      query: async () => [],
      async write() {
        if (refusing.fail) throw new Error('full');
        kept.push('stored');
        return [];
      },
    },
    ...{ kitchenId: 'main', now: () => one.clock.now },
    log: { ...silentLog, warn: (_fields, sentence) => void warned.push(sentence) },
  });
  known.seen({ id: 's1', name: 'Wall' });
  await Promise.resolve();
  await Promise.resolve();
  refusing.fail = false;
  known.seen({ id: 's1', name: 'Wall' });
  expect([warned, kept]).toEqual([['the name of a screen could not be stored'], ['stored']]);
});
