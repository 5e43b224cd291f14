import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { sql, sqlWithoutValues } from './sql.ts';

/** The migrations that come with this program. */
export const migrationsFolder = join(import.meta.dirname, 'migrations');

/** The data and the program do not fit; the message is a sentence for whoever runs it. Nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

interface Migration {
  name: string;
  hash: string;
  text: string;
}

/**
 * Brings the tables up to what the program needs: runs each `NNNN-name.sql` of the folder that was not run yet, in
 * order, each in one write together with the note that it ran.
 * @param deps `now` answers epoch milliseconds
 * @returns the names of those that ran now
 * @throws {MigrationRefused} when a former one has changed, or the data comes from a newer program
 */
export async function migrate({
  database,
  now,
  folder = migrationsFolder,
}: {
  database: Database;
  now: () => number;
  folder?: string;
}): Promise<string[]> {
  await database.write([
    sql`
    create table if not exists migrations (name text primary key, hash text not null, at bigint not null)
  `,
  ]);
  const migrations = await readMigrations(folder);
  const applied = await database.query<{ name: string; hash: string }>(
    sql`select name, hash from migrations order by name`,
  );
  const missing = missingOnes(migrations, applied);
  for (const migration of missing) await run(database, migration, now());
  return missing.map(({ name }) => name);
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name, index) => {
      if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name) || Number(name.slice(0, 4)) !== index + 1) {
        throw new Error(`${name} is not the name of migration ${index + 1}: they are 0001-name.sql, 0002-name.sql …`);
      }
      // A checkout may have turned the line ends.
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, hash: createHash('sha256').update(text).digest('hex'), text };
    }),
  );
}

/** The migrations that were not run yet, once it is sure that those which were are the first of the program's own. */
function missingOnes(
  migrations: readonly Migration[],
  applied: readonly { name: string; hash: string }[],
): Migration[] {
  for (const [index, { name, hash }] of applied.entries()) {
    const own = migrations[index];
    if (own?.name === name && own.hash === hash) continue;
    if (own?.name === name) {
      throw new MigrationRefused(
        `Migration ${name} has changed since it ran on this data. ` +
          'Bring the file back as it was, and make changes in a new migration.',
      );
    }
    throw new MigrationRefused(
      `This data was written by another, probably newer Kasera: it knows migration ${name}, this program does not. ` +
        'Start the newer version, or use another data folder.',
    );
  }
  return migrations.slice(applied.length);
}

async function run(database: Database, { name, hash, text }: Migration, at: number): Promise<void> {
  const note = sql`insert into migrations (name, hash, at) values (${name}, ${hash}, ${at})`;
  await database.write([note, ...splitStatements(text).map(sqlWithoutValues)]);
}

/**
 * Takes a file of SQL apart: a statement ends with `;` at a line's end, comments have lines of their own or stand at
 * the end of one. No trigger bodies and no `--` or such a line end inside quotes.
 */
export function splitStatements(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/(^|\s)--.*$/, '').trimEnd())
    .join('\n')
    .split(/;$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
