import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** As much as a large order needs; a disk that takes this takes orders. */
const filler = 'x'.repeat(64 * 1024);

/** Finds out whether the database takes data, by writing some and taking it away again. @throws {StorageError} */
export async function probeDisk(database: Pick<Database, 'write'>, id: string): Promise<void> {
  await database.write([
    sql`insert into probes (id, filler) values (${id}, ${filler})`,
    sql`delete from probes where id = ${id}`,
  ]);
}
