import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { StorageError } from './database.ts';
import { sql } from './sql.ts';
import { openSqliteInThread, type ThreadedSqlite } from './sqlite-thread.ts';

const table = sql`create table things (id text primary key, bytes bytea)`;
const insert = (id: string, bytes: Uint8Array | null = null) => sql`insert into things values (${id}, ${bytes})`;

async function ids(database: ThreadedSqlite): Promise<string[]> {
  return (await database.query<{ id: string }>(sql`select id from things order by id`)).map(({ id }) => id);
}

/** A module in the folder whose `commit` first runs `before`; the way a test reaches into the other thread. */
function commitModule(folder: string, before: string): string {
  const path = join(folder, 'commit.mjs');
  const imports = `import { existsSync, unlinkSync } from 'node:fs';\nconst flag = ${JSON.stringify(join(folder, 'flag'))};`;
  writeFileSync(path, `${imports}\nexport function commit(commitNow) {\n${before}\ncommitNow();\n}\n`);
  return pathToFileURL(path).href;
}

test('[DB9] keeps a WAL and syncs each commit, as the thread that writes has it', async () => {
  using folder = temporaryFolder();
  await using database = await openSqliteInThread({ path: join(folder.path, 'a.sqlite') });
  expect(await database.readPragma('journal_mode')).toBe('wal');
  expect(await database.readPragma('synchronous')).toBe(2);
});

test('[DB16] says why it cannot be opened', async () => {
  using folder = temporaryFolder();
  const opening = openSqliteInThread({ path: join(folder.path, 'no', 'such', 'folder.sqlite') });
  await expect(opening).rejects.toThrow(StorageError);
});

test('[DB16] bytes that are a slice of something larger arrive as themselves, and stay with the caller', async () => {
  using folder = temporaryFolder();
  await using database = await openSqliteInThread({ path: join(folder.path, 'a.sqlite') });
  const slice = Buffer.from('a long pool of bytes').subarray(2, 6);
  await database.write([table]);
  await database.write([insert('slice', slice)]);
  const [row] = await database.query<{ bytes: Uint8Array }>(sql`select bytes from things`);
  expect(Buffer.from(row?.bytes ?? []).toString()).toBe('long');
  expect(slice.toString()).toBe('long');
});

test('[DB16] this thread goes on while a commit takes its time', async () => {
  using folder = temporaryFolder();
  const slow = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);';
  const module = commitModule(folder.path, slow);
  await using database = await openSqliteInThread({ path: join(folder.path, 'a.sqlite'), commitModule: module });
  const stored = database.write([table]).then(() => 'stored');
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  expect(await stored).toBe('stored');
  clearInterval(counting);
  expect(turns).toBeGreaterThan(20);
});

test('[DB16] closing stores what was asked for before, and refuses what comes after', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'a.sqlite');
  const database = await openSqliteInThread({ path });
  const before = database.write([table, insert('before')]);
  const closed = database[Symbol.asyncDispose]();
  await expect(database.write([insert('after')])).rejects.toThrow(StorageError);
  await Promise.all([before, closed]);
  await using again = await openSqliteInThread({ path });
  expect(await ids(again)).toEqual(['before']);
});

test('[DB16] a writing thread that dies rejects what it had not told of, and is started again', async () => {
  using folder = temporaryFolder();
  const module = commitModule(folder.path, 'if (existsSync(flag)) { unlinkSync(flag); process.exit(1); }');
  await using database = await openSqliteInThread({ path: join(folder.path, 'a.sqlite'), commitModule: module });
  await database.write([table, insert('first')]);
  writeFileSync(join(folder.path, 'flag'), '');
  await expect(database.write([insert('lost')])).rejects.toMatchObject({ name: 'StorageError', code: 'THREAD_GONE' });
  await expect
    .poll(
      () =>
        database.write([insert('again')]).then(
          () => 'stored',
          () => 'refused',
        ),
      { timeout: 10_000 },
    )
    .toBe('stored');
  expect(await ids(database)).toEqual(['again', 'first']);
});
