import type { z } from 'zod';
import type { Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';

export interface Settings {
  /** What was set last under this name; `fallback` where nothing was, or nothing that is understood any more. */
  read<S extends z.ZodType>(name: string, schema: S, fallback: z.infer<S>): Promise<z.infer<S>>;
  /** On disk when it resolves. */
  write(name: string, value: unknown): Promise<void>;
  /** The same, for the commit of a change it belongs to. */
  writing(name: string, value: unknown): Sql;
}

/** What an owner sets on a page, one document per name (table `settings`). */
export function createSettings({
  database,
  kitchenId,
  now,
}: {
  database: Pick<Database, 'query' | 'write'>;
  kitchenId: string;
  now(): number;
}): Settings {
  const writing = (name: string, value: unknown): Sql => sql`
    insert into settings (kitchen_id, name, value, updated_at)
    values (${kitchenId}, ${name}, ${JSON.stringify(value)}, ${now()})
    on conflict (kitchen_id, name) do update set value = excluded.value, updated_at = excluded.updated_at`;
  return {
    async read(name, schema, fallback) {
      const [row] = await database.query<{ value: string }>(
        sql`select value from settings where kitchen_id = ${kitchenId} and name = ${name}`,
      );
      const parsed = schema.safeParse(row && JSON.parse(row.value));
      return parsed.success ? parsed.data : fallback;
    },
    write: async (name, value) => void (await database.write([writing(name, value)])),
    writing,
  };
}
