import { copyFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { StorageError } from './database.ts';
import { sql } from './sql.ts';
import type { CommitSeam } from './sqlite-batch.ts';
import { openSqlite, readDurability, type SqliteDatabase, type SqliteOptions } from './sqlite.ts';
import Sqlite from 'better-sqlite3';

type Hooks = NonNullable<SqliteOptions['hooks']>;

async function testBed(options: { maxPageCount?: number; hooks?: Hooks } = {}) {
  const folder = temporaryFolder();
  const path = join(folder.path, 'test.sqlite');
  const logged: string[] = [];
  const log = {
    warn: (_details: object, message: string) => void logged.push(message),
    info: (_details: object, message: string) => void logged.push(message),
  };
  const database = await openSqlite({ path, log, ...options });
  await database.write([sql`create table things (id text primary key, body text)`]);
  return {
    database,
    path,
    folder: folder.path,
    logged,
    insert: (id: string, body = '') => database.write([sql`insert into things values (${id}, ${body})`]),
    ids: () => idsOf(database),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

async function idsOf(database: SqliteDatabase): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`select id from things order by id`);
  return rows.map(({ id }) => id);
}

/** What another process finds on the disk. */
function idsOnDisk(path: string): unknown[] {
  const other = new Sqlite(path, { readonly: true });
  try {
    return other.prepare('select id from things order by id').pluck().all();
  } finally {
    other.close();
  }
}

async function codesOf(writes: Promise<unknown>[]): Promise<(string | null)[]> {
  const outcomes = await Promise.allSettled(writes);
  return outcomes.map((outcome) => {
    if (outcome.status === 'fulfilled') return null;
    expect(outcome.reason).toBeInstanceOf(StorageError);
    return (outcome.reason as StorageError).code;
  });
}

/** A seam that does with each COMMIT what `next` says; at once where it says nothing. */
function commitControl(): { next: CommitSeam[]; commit: CommitSeam } {
  const next: CommitSeam[] = [];
  return { next, commit: (commitNow) => (next.shift() ?? atOnce)(commitNow) };
}

const atOnce: CommitSeam = (commitNow) => commitNow();

test('[DB9] the writing connection keeps a WAL and syncs each commit', async () => {
  await using bed = await testBed();
  expect(readDurability(bed.database)).toEqual({ journalMode: 'wal', synchronous: 'full' });
  expect(bed.database.readPragma('foreign_keys')).toBe(1);
});

test('[DB9] the files can be read by their owner only', async () => {
  await using bed = await testBed();
  const files = readdirSync(bed.folder);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect(statSync(join(bed.folder, file)).mode & 0o077).toBe(0);
});

test('[DB10] nothing resolves before COMMIT returned, nobody sees it, and reads go on', async () => {
  const control = commitControl();
  await using bed = await testBed({ hooks: control });
  await bed.insert('before');
  let letGo = () => {};
  control.next.push(async (commitNow) => {
    await new Promise<void>((resolve) => (letGo = resolve));
    commitNow();
  });
  const settled: string[] = [];
  const held = [bed.insert('a'), bed.insert('b')].map((write) => write.then(() => settled.push('held')));
  await expect.poll(() => control.next.length).toBe(0);
  const later = bed.insert('c').then(() => settled.push('later'));
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));

  expect(settled).toEqual([]);
  expect(await bed.ids()).toEqual(['before']);
  expect(idsOnDisk(bed.path)).toEqual(['before']);
  letGo();
  await Promise.all([...held, later]);
  expect(settled).toEqual(['held', 'held', 'later']);
  expect(idsOnDisk(bed.path)).toEqual(['a', 'b', 'before', 'c']);
});

test('[DB11] a COMMIT that fails rejects every write of its batch, and nothing of it is stored', async () => {
  const control = commitControl();
  await using bed = await testBed({ hooks: control });
  control.next.push(() => {
    throw new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
  });
  expect(await codesOf([bed.insert('a'), bed.insert('b')])).toEqual(['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_FSYNC']);
  expect(idsOnDisk(bed.path)).toEqual([]);
  await bed.insert('a');
  expect(idsOnDisk(bed.path)).toEqual(['a']);
  expect(bed.logged).toEqual(['the database cannot store', 'the database stores again']);
});

test('[DB11] a COMMIT that is refused, never carried out or carried out too late is one that failed', async () => {
  const control = commitControl();
  await using bed = await testBed({ hooks: control });
  let tooLate = () => {};
  control.next.push(
    () => Promise.reject(new Error('refused')),
    (commitNow) => void (tooLate = commitNow),
    (commitNow) => {
      expect(tooLate).toThrow(/is over/);
      commitNow();
    },
  );
  expect(await codesOf([bed.insert('a')])).toEqual(['ROLLED_BACK']);
  expect(await codesOf([bed.insert('b')])).toEqual(['ROLLED_BACK']);
  await bed.insert('c');
  expect(tooLate).toThrow(/is over/);
  expect(idsOnDisk(bed.path)).toEqual(['c']);
});

test('[DB11] what is thrown after COMMIT returned changes nothing: the write is on disk and says so', async () => {
  const control = commitControl();
  await using bed = await testBed({ hooks: control });
  control.next.push((commitNow) => {
    commitNow();
    throw new Error('too late to complain');
  });
  await bed.insert('a');
  expect(idsOnDisk(bed.path)).toEqual(['a']);
});

test('[DB12] a disk that fills up in the middle of a batch rejects all of it and stores none of it', async () => {
  await using bed = await testBed();
  await bed.insert('earlier');
  const pages = Number(bed.database.readPragma('page_count'));
  bed.database.limitPages(pages + 8);
  const large = 'x'.repeat(12_000);
  const batch = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => bed.insert(id, large));
  // These would fit; the first of them would commit by itself once the transaction is gone.
  batch.push(bed.insert('g'), bed.insert('h'));

  expect(await codesOf(batch)).toEqual(Array.from({ length: 8 }, () => 'SQLITE_FULL'));
  expect(await bed.ids()).toEqual(['earlier']);
  expect(idsOnDisk(bed.path)).toEqual(['earlier']);

  bed.database.limitPages(pages + 1000);
  await Promise.all([bed.insert('a', large), bed.insert('b', large), bed.insert('c', large)]);
  expect(idsOnDisk(bed.path)).toEqual(['a', 'b', 'c', 'earlier']);
});

test('[DB12] a write for which the disk is too full leaves the smaller ones of its turn alone while it can', async () => {
  await using bed = await testBed();
  await bed.insert('earlier', 'x'.repeat(3000));
  bed.database.limitPages(Number(bed.database.readPragma('page_count')) + 4);
  // A statement over several rows has a journal of its own: SQLite undoes only this one.
  const large = bed.database.write([
    sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < 50)
      insert into things select 'large-' || i, (select body from things where id = 'earlier') from n`,
  ]);
  expect(await codesOf([bed.insert('a'), large, bed.insert('b')])).toEqual([null, 'SQLITE_FULL', null]);
  expect(idsOnDisk(bed.path)).toEqual(['a', 'b', 'earlier']);
});

test('[DB12] a full disk from the start: small writes go on as long as there is room, and nothing is half-written', async () => {
  await using bed = await testBed({ maxPageCount: 20 });
  const stored: string[] = [];
  for (let count = 100; count < 400; count += 1) {
    const ids = [`${count}-a`, `${count}-b`];
    const codes = await codesOf(ids.map((id) => bed.insert(id, 'x'.repeat(700))));
    expect(['SQLITE_FULL', null]).toContain(codes[0]);
    stored.push(...ids.filter((_, index) => codes[index] === null));
  }
  expect(stored.length).toBeGreaterThan(10);
  expect(stored.length).toBeLessThan(600);
  expect(idsOnDisk(bed.path)).toEqual(stored);
  expect(bed.database.readPragma('integrity_check')).toBe('ok');
});

test('[DB12] a connection that fails again and again is replaced, and what is stored stays', async () => {
  const control = commitControl();
  await using bed = await testBed({ hooks: control });
  await bed.insert('earlier');
  const fail: CommitSeam = () => {
    throw new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE');
  };
  control.next.push(fail, fail);
  expect(await codesOf([bed.insert('a')])).toEqual(['SQLITE_IOERR_WRITE']);
  expect(await codesOf([bed.insert('b')])).toEqual(['SQLITE_IOERR_WRITE']);
  await bed.insert('c');
  expect(bed.logged).toContain('the database was opened anew');
  expect(await bed.ids()).toEqual(['c', 'earlier']);
});

test('[DB13] writes are refused while the file is gone, and again stored when it is back', async () => {
  await using bed = await testBed();
  await bed.insert('a');
  renameSync(bed.path, `${bed.path}.away`);
  expect(await codesOf([bed.insert('b'), bed.insert('c')])).toEqual(['FILE_GONE', 'FILE_GONE']);
  renameSync(`${bed.path}.away`, bed.path);
  await bed.insert('d');
  expect(idsOnDisk(bed.path)).toEqual(['a', 'd']);
});

test('[DB13] writes are refused while another file stands in its place', async () => {
  await using bed = await testBed();
  await bed.insert('a');
  copyFileSync(bed.path, `${bed.path}.copy`);
  renameSync(bed.path, `${bed.path}.away`);
  renameSync(`${bed.path}.copy`, bed.path);
  expect(await codesOf([bed.insert('b')])).toEqual(['FILE_GONE']);
  renameSync(`${bed.path}.away`, bed.path);
  await bed.insert('c');
  expect(await bed.ids()).toEqual(['a', 'c']);
});

test('[DB13] a WAL that somebody cleared away costs nothing', async () => {
  await using bed = await testBed();
  await bed.insert('a');
  rmSync(`${bed.path}-wal`);
  await bed.insert('b');
  expect(bed.logged).toContain('the database was opened anew');
  expect(idsOnDisk(bed.path)).toEqual(['a', 'b']);
});

test('[DB14] closing stores what was asked for and refuses what comes after', async () => {
  using folder = temporaryFolder();
  const database = await openSqlite({ path: join(folder.path, 'test.sqlite') });
  const writes = [
    database.write([sql`create table things (id text primary key)`]),
    ...Array.from({ length: 700 }, (_, n) => database.write([sql`insert into things values (${String(n)})`])),
  ];
  const closing = database[Symbol.asyncDispose]();
  const late = database.write([sql`insert into things values (${'late'})`]);
  expect(await codesOf([...writes, late])).toEqual([...writes.map(() => null), 'CLOSED']);
  await expect(database.query(sql`select 1 as one`)).rejects.toBeInstanceOf(StorageError);
  await closing;
  expect(readdirSync(folder.path)).toEqual(['test.sqlite']);
  expect(idsOnDisk(database.path)).toHaveLength(700);
});

test('a query cannot write', async () => {
  await using bed = await testBed();
  await expect(bed.database.query(sql`insert into things values (${'x'}, ${'y'})`)).rejects.toThrow(/READONLY/);
  expect(await bed.ids()).toEqual([]);
});

test('a place where no database can be is told with its code', async () => {
  using folder = temporaryFolder();
  const opening = openSqlite({ path: join(folder.path, 'nowhere', 'test.sqlite') });
  await expect(opening).rejects.toMatchObject({ name: 'StorageError', code: 'ENOENT' });
});

test('[DB4] a lone insert is undone as any other, be it of several rows or of one that is there already', async () => {
  await using bed = await testBed();
  await bed.insert('a');
  const two = sql`insert into things (id, body) values (${'b'}, ${''}), (${'c'}, ${''})`.expecting(1);
  const copied = sql`insert into things (id, body) select id || ${'+'}, body from things where id > ${''}`.expecting(2);
  const again = sql`insert into things (id, body) values (${'a'}, ${''}) on conflict (id) do nothing`.expecting(1);
  const broken = sql`insert into things (id, no_such_column) values (${'d'}, ${''})`.expecting(1);
  const writes = [two, copied, again, broken].map((statement) => bed.database.write([statement]));
  const outcomes = await Promise.allSettled([...writes, bed.insert('e')]);
  expect(outcomes.map(({ status }) => status)).toEqual([...Array(4).fill('rejected'), 'fulfilled']);
  expect(await bed.ids()).toEqual(['a', 'e']);
});
