import { PGlite, types, type Transaction } from '@electric-sql/pglite';
import { StaleWrite, type Database, type Row } from '../../src/db/database.ts';
import type { Sql } from '../../src/db/sql.ts';

/** The database port on a PostgreSQL inside this process and its memory: proves that our SQL is not SQLite's alone. */
export async function openPglite(): Promise<Database> {
  const pglite = await PGlite.create({ parsers: { [types.INT8]: Number, [types.NUMERIC]: Number } });
  return {
    query: async <T extends object>(statement: Sql) => {
      const { rows } = await pglite.query<T>(textOf(statement), [...statement.values]);
      return rows;
    },
    write: (statements) =>
      pglite.transaction(async (transaction) => {
        const answers: Row[][] = [];
        for (const statement of statements) answers.push(await run(transaction, statement));
        return answers;
      }),
    [Symbol.asyncDispose]: () => pglite.close(),
  };
}

async function run(transaction: Transaction, statement: Sql): Promise<Row[]> {
  const result = await transaction.query<Row>(textOf(statement), [...statement.values]);
  const count = result.fields.length > 0 ? result.rows.length : (result.affectedRows ?? 0);
  if (statement.expected !== null && count !== statement.expected) {
    throw new StaleWrite(`expected ${statement.expected} rows but met ${count}`);
  }
  return result.rows;
}

function textOf({ strings }: Sql): string {
  return strings.reduce((text, part, index) => `${text}$${index}${part}`);
}
