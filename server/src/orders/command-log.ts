import type { Refusal } from '@kasera/shared/command.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';
import type { CommandResult } from './command-result.ts';

export interface CommandRecord {
  id: string;
  orderId: string;
  bodyHash: string;
  kitchenId: string;
  at: number;
}

/** An answer before its `seq` is known: the commit itself gives the number. */
export type KeptAnswer = { type: 'done'; order: Order } | { type: 'refused'; refusal: Refusal; order: Order };

export interface CommandLog {
  find(id: string): Promise<{ bodyHash: string; answer: CommandResult } | null>;
  /** Goes into the commit of the change itself, and returns its `seq`; stale if the same id was written meanwhile. */
  remembering(record: CommandRecord, answer: KeptAnswer): Sql;
}

/** The table of commands: the same id gives the same answer, refusals included. */
export function createCommandLog({ database }: { database: Pick<Database, 'query'> }): CommandLog {
  return {
    async find(id) {
      const [row] = await database.query<{ body_hash: string; answer: string; seq: number }>(
        sql`select body_hash, answer, seq from commands where id = ${id}`,
      );
      if (!row) return null;
      const kept = JSON.parse(row.answer) as KeptAnswer;
      return { bodyHash: row.body_hash, answer: kept.type === 'done' ? { ...kept, seq: row.seq } : kept };
    },
    remembering: ({ id, orderId, bodyHash, kitchenId, at }, answer) =>
      sql`
        insert into commands (id, order_id, body_hash, answer, seq, at)
        values (${id}, ${orderId}, ${bodyHash}, ${JSON.stringify(answer)},
          (select seq from kitchens where id = ${kitchenId}), ${at})
        on conflict (id) do nothing returning seq`.expecting(1),
  };
}
