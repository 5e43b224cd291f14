import type { Database } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';

/** No lease of a former process holds. */
export async function freeLeases(database: Pick<Database, 'write'>, now: number): Promise<void> {
  await database.write([
    sql`
      update deliveries set state = 'waiting', due_at = ${now}, lease_until = null
      where channel = 'woocommerce' and state = 'sending'`,
  ]);
}

/**
 * What the shop refused is due again: the keys may be other ones now. What expired is not.
 * @returns how many
 */
export async function reviveParked(database: Pick<Database, 'write'>, now: number): Promise<number> {
  const [revived] = await database.write([
    sql`
      update deliveries set state = 'waiting', due_at = ${now}, settled_at = null
      where channel = 'woocommerce' and state = 'parked' and reason is null returning id`,
  ]);
  return revived?.length ?? 0;
}
