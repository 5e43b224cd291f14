import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { migrate, MigrationRefused, splitStatements } from './migrate.ts';
import { sql } from './sql.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';

const first = 'create table a (id text);\ncreate table b (id text); -- both\n';

async function testBed() {
  const folder = temporaryFolder();
  const migrations = join(folder.path, 'migrations');
  mkdirSync(migrations);
  const database: SqliteDatabase = await openSqlite({ path: join(folder.path, 'test.sqlite') });
  return {
    database,
    file: (name: string, text: string) => writeFileSync(join(migrations, name), text),
    remove: (name: string) => rmSync(join(migrations, name)),
    migrate: () => migrate({ database, folder: migrations, now: () => 1 }),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

test('[DB6] runs only what was not run yet, in the order of the numbers', async () => {
  await using bed = await testBed();
  bed.file('0001-first.sql', first);
  expect(await bed.migrate()).toEqual(['0001-first.sql']);
  bed.file('0003-third.sql', 'alter table c add column n bigint;');
  bed.file('0002-second.sql', 'create table c (id text);');
  expect(await bed.migrate()).toEqual(['0002-second.sql', '0003-third.sql']);
  expect(await bed.migrate()).toEqual([]);
  expect(await bed.database.query(sql`select name from migrations order by name`)).toHaveLength(3);
});

test('[DB6] a migration that fails half-way leaves nothing behind and can run again', async () => {
  await using bed = await testBed();
  bed.file('0001-first.sql', first + 'create table a (id text);');
  await expect(bed.migrate()).rejects.toThrow(/already exists/);
  expect(await bed.database.query(sql`select name from migrations`)).toEqual([]);
  bed.file('0001-first.sql', first);
  expect(await bed.migrate()).toEqual(['0001-first.sql']);
});

test('[DB7] refuses when a migration that ran has changed, but not for other line ends', async () => {
  await using bed = await testBed();
  bed.file('0001-first.sql', first);
  await bed.migrate();
  bed.file('0001-first.sql', first.replaceAll('\n', '\r\n'));
  expect(await bed.migrate()).toEqual([]);
  bed.file('0001-first.sql', first + 'create table sneaked_in (id text);');
  await expect(bed.migrate()).rejects.toThrow(
    new MigrationRefused(
      'Migration 0001-first.sql has changed since it ran on this data. ' +
        'Bring the file back as it was, and make changes in a new migration.',
    ),
  );
});

test('[DB7] refuses data of a newer program', async () => {
  await using bed = await testBed();
  bed.file('0001-first.sql', first);
  bed.file('0002-second.sql', 'create table c (id text);');
  await bed.migrate();
  bed.remove('0002-second.sql');
  await expect(bed.migrate()).rejects.toThrow(/newer Kasera: it knows migration 0002-second\.sql/);
});

test('[DB6] a file whose name breaks the row of numbers is a fault of the program', async () => {
  await using bed = await testBed();
  bed.file('0002-second.sql', 'create table c (id text);');
  await expect(bed.migrate()).rejects.toThrow('0002-second.sql is not the name of migration 1');
});

test('[DB6] takes a file apart at semicolons that end a line, comments aside', () => {
  const text = `
-- a comment; with a semicolon;
create table a (
  -- and one inside;
  id text, -- at the end; of a line;
  note text default ';)'
);

create index i on a (id) where note in ('x', 'y');
-- the end`;
  expect(splitStatements(text)).toEqual([
    `create table a (\n\n  id text,\n  note text default ';)'\n)`,
    `create index i on a (id) where note in ('x', 'y')`,
  ]);
});
