import type { Order } from '@kasera/shared/order.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { latenessOf } from './lateness.ts';
import { wordsOf } from './order-words.ts';

export interface Filling {
  /** Fills in the next few. @returns whether there may be more */
  step(): Promise<boolean>;
}

/** So few at a time that an order arriving meanwhile hardly waits. */
const usualBatch = 100;

/**
 * Gives orders of former versions what history finds them by ([SC3c]). What is not yet filled in says so itself, so
 * whenever this is broken off it goes on from there; once all are done it asks no more.
 */
export function createFilling({
  database,
  batch = usualBatch,
}: {
  database: Pick<Database, 'query' | 'write'>;
  batch?: number;
}): Filling {
  let done = false;
  return {
    async step() {
      if (done) return false;
      const rows = await database.query<{ id: string; document: string }>(
        sql`select id, document from orders where found_by is null order by id limit ${batch}`,
      );
      // An order that changed meanwhile has filled in its own: those words are newer.
      if (rows.length > 0)
        await database.write(rows.map(({ id, document }) => fillingIn(id, JSON.parse(document) as Order)));
      done = rows.length < batch;
      return !done;
    },
  };
}

function fillingIn(id: string, order: Order) {
  const { foundBy, dishes } = wordsOf(order);
  const { lateMs, lateFrom } = latenessOf(order);
  return sql`
    update orders set found_by = ${foundBy}, dishes = ${dishes}, late_ms = ${lateMs}, late_from = ${lateFrom}
    where id = ${id} and found_by is null`;
}
