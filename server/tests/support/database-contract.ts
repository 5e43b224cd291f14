import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StaleWrite, type Database } from '../../src/db/database.ts';
import { migrate, migrationsFolder } from '../../src/db/migrate.ts';
import { sql, sqlWithoutValues } from '../../src/db/sql.ts';
import { readdirSync } from 'node:fs';

/**
 * What every adapter of the database port does alike.
 * @param open opens a new, empty database
 */
export function describeDatabase(name: string, open: () => Promise<Database>): void {
  describe(`the database port on ${name}`, () => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
      await database.write([
        sql`create table things (id text primary key, count bigint, bytes bytea, note text)`,
        sql`create table kitchens_of_test (id text primary key, seq bigint not null)`,
      ]);
    }, 60_000);
    afterAll(() => database[Symbol.asyncDispose]());

    async function idsLike(pattern: string): Promise<string[]> {
      const rows = await database.query<{ id: string }>(
        sql`select id from things where id like ${pattern} order by id`,
      );
      return rows.map(({ id }) => id);
    }

    function insert(id: string) {
      return sql`insert into things (id) values (${id})`;
    }

    test('[DB1] gives back what was bound: text, whole numbers, bytes and null', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      const note = `Ñandú 🍕 'quoted"; drop table things; -- \\ $1 ? %`;
      await database.write([sql`insert into things values (${'full'}, ${1_763_690_000_000}, ${bytes}, ${note})`]);
      await database.write([sql`insert into things values (${'empty'}, ${null}, ${null}, ${null})`]);

      const [full] = await database.query<{ id: string; count: number; bytes: Uint8Array; note: string }>(
        sql`select * from things where id = ${'full'} and count = ${1_763_690_000_000} and note = ${note}`,
      );
      expect({ ...full, bytes: Uint8Array.from(full!.bytes) }).toEqual({
        id: 'full',
        count: 1_763_690_000_000,
        bytes,
        note,
      });
      expect(full!.bytes).toBeInstanceOf(Uint8Array);
      expect(await database.query(sql`select * from things where id = ${'empty'}`)).toEqual([
        { id: 'empty', count: null, bytes: null, note: null },
      ]);
    });

    test('[DB1] gives whole numbers up to 2^53 - 1 as numbers, however they were bound', async () => {
      await database.write([
        sql`insert into things (id, count) values (${'large'}, ${BigInt(Number.MAX_SAFE_INTEGER)})`,
      ]);
      await database.write([sql`insert into things (id, count) values (${'small'}, ${-Number.MAX_SAFE_INTEGER})`]);
      expect(
        await database.query(sql`select count from things where id in (${'large'}, ${'small'}) order by id`),
      ).toEqual([{ count: Number.MAX_SAFE_INTEGER }, { count: -Number.MAX_SAFE_INTEGER }]);
    });

    test('[DB1] gives counts and sums as numbers', async () => {
      await database.write([insert('sum-1'), sql`insert into things (id, count) values (${'sum-2'}, ${20})`]);
      const rows = await database.query(
        sql`select count(*) as many, max(count) as most, sum(count) as total from things where id like ${'sum-%'}`,
      );
      expect(rows).toEqual([{ many: 2, most: 20, total: 20 }]);
    });

    test('[DB2] answers the rows of each statement that returns some, in the order of the statements', async () => {
      const answers = await database.write([
        sql`insert into things (id, count) values (${'r1'}, ${1}) returning id, count`,
        sql`insert into things (id, count) values (${'r2'}, ${2})`,
        sql`update things set count = count + ${10} where id in (${'r1'}, ${'r2'}) and count > ${1} returning count`,
        sql`delete from things where id = ${'nothing'} returning id`,
      ]);
      expect(answers).toEqual([[{ id: 'r1', count: 1 }], [], [{ count: 12 }], []]);
    });

    test('[DB2] a later statement of a write sees what an earlier one did', async () => {
      await database.write([sql`insert into kitchens_of_test values (${'k'}, ${41})`]);
      const [, rows] = await database.write([
        sql`update kitchens_of_test set seq = seq + 1 where id = ${'k'}`,
        sql`update kitchens_of_test set seq = seq + 1 where id = ${'k'} returning seq`,
      ]);
      expect(rows).toEqual([{ seq: 43 }]);
    });

    test('[DB3] stores all of a write or nothing', async () => {
      await database.write([insert('taken')]);
      await expect(database.write([insert('half-1'), insert('taken'), insert('half-2')])).rejects.toThrow(/unique/i);
      expect(await idsLike('half-%')).toEqual([]);
    });

    test('[DB3] a write that fails leaves the others of the same turn alone', async () => {
      await database.write([insert('twice')]);
      const outcomes = await Promise.allSettled([
        database.write([insert('turn-1'), insert('turn-2')]),
        database.write([insert('turn-3'), insert('twice')]),
        database.write([sql`insert into no_such_table values (${1})`]),
        database.write([insert('turn-4')]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
      expect(await idsLike('turn-%')).toEqual(['turn-1', 'turn-2', 'turn-4']);
    });

    test('[DB3] runs the writes of one turn in the order in which they were asked for', async () => {
      await database.write([sql`insert into kitchens_of_test values (${'order'}, ${0})`]);
      const answers = await Promise.all(
        Array.from({ length: 300 }, () =>
          database.write([sql`update kitchens_of_test set seq = seq + 1 where id = ${'order'} returning seq`]),
        ),
      );
      expect(answers.map(([rows]) => rows![0]!['seq'])).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    });

    test('[DB4] a statement that changes another number of rows than expected undoes its write', async () => {
      await database.write([sql`insert into things (id, count) values (${'v'}, ${1})`]);
      const stale = database.write([
        insert('stale-1'),
        sql`update things set count = ${2} where id = ${'v'} and count = ${7}`.expecting(1),
        insert('stale-2'),
      ]);
      await expect(stale).rejects.toBeInstanceOf(StaleWrite);
      const tooMany = database.write([sql`update things set note = ${'x'} where id like ${'%'}`.expecting(1)]);
      await expect(tooMany).rejects.toBeInstanceOf(StaleWrite);
      expect(await idsLike('stale-%')).toEqual([]);
      expect(await database.query(sql`select note from things where note = ${'x'}`)).toEqual([]);

      await database.write([sql`update things set count = ${2} where id = ${'v'} and count = ${1}`.expecting(1)]);
      expect(await database.query(sql`select count from things where id = ${'v'}`)).toEqual([{ count: 2 }]);
    });

    test('[DB4] two that saw the same version: one stores, one is stale', async () => {
      await database.write([sql`insert into things (id, count) values (${'race'}, ${1})`]);
      const next = () =>
        database.write([sql`update things set count = count + 1 where id = ${'race'} and count = ${1}`.expecting(1)]);
      const outcomes = await Promise.allSettled([next(), next()]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    });

    test('[DB4] a first insert is taken once, and who comes second hears it by what is returned', async () => {
      const first = () => sql`insert into things (id) values (${'once'}) on conflict do nothing returning id`;
      expect(await database.write([first().expecting(1)])).toEqual([[{ id: 'once' }]]);
      expect(await database.write([first()])).toEqual([[]]);
      await expect(database.write([insert('with-it'), first().expecting(1)])).rejects.toBeInstanceOf(StaleWrite);
      const silent = sql`insert into things (id) values (${'once'}) on conflict do nothing`.expecting(1);
      await expect(database.write([silent])).rejects.toBeInstanceOf(StaleWrite);
      expect(await idsLike('with-it')).toEqual([]);
    });

    test('[DB5] a read that begins after a write resolved sees it', async () => {
      for (let count = 0; count < 20; count += 1) {
        const id = `seen-${String(count).padStart(2, '0')}`;
        await database.write([insert(id)]);
        expect((await idsLike('seen-%')).at(-1)).toBe(id);
      }
    });

    test('a failing read rejects and disturbs nothing', async () => {
      await expect(database.query(sql`select id from nowhere`)).rejects.toThrow(/nowhere/);
      expect(await database.query(sql`select id from things where id = ${'none'}`)).toEqual([]);
    });
  });

  test(`[DB6] every migration runs on ${name}, once`, { timeout: 60_000 }, async () => {
    await using database = await open();
    const files = readdirSync(migrationsFolder).filter((file) => file.endsWith('.sql'));
    expect(await migrate({ database, now: () => 5 })).toEqual(files.toSorted());
    expect(await migrate({ database, now: () => 6 })).toEqual([]);
    expect(await database.query(sql`select distinct at from migrations`)).toEqual([{ at: 5 }]);
    expect(await database.query(sqlWithoutValues('select * from orders'))).toEqual([]);
  });
}
