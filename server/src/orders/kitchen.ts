import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/**
 * Makes the kitchen's row where there is none, and gives its data a new identity: a start may be the moment a backup
 * was restored, whose numbers the screens must not mistake for a continuation. They ask for everything once.
 */
export async function openKitchen(
  database: Pick<Database, 'write'>,
  { id, epoch, now }: { id: string; epoch: string; now: number },
): Promise<void> {
  await database.write([
    sql`
      insert into kitchens (id, seq, epoch, created_at) values (${id}, 0, ${epoch}, ${now})
      on conflict (id) do update set epoch = excluded.epoch`,
  ]);
}
