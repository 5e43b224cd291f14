/** A value that may be bound: what both engines take without a conversion of their own. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** A statement with its parameters apart from its text, and how many rows it must change (if that matters). */
export interface Sql {
  /** The template's own strings: one identity per place in the source, so it is the prepared statement's cache key. */
  readonly strings: readonly string[];
  readonly values: readonly SqlValue[];
  readonly expected: number | null;
  /** The same statement, to be undone with its whole write unless it changes (or returns) exactly `rows` rows. */
  expecting(rows: number): Sql;
}

/**
 * Tags a statement: sql`select … where id = ${id}`. Parameters never meet the text. A value belongs to a column of
 * its own kind (text to text, number to bigint): the engines differ in what they make of the others.
 * @returns a value to give to {@link Database.query} or {@link Database.write}
 */
export function sql(strings: TemplateStringsArray, ...values: SqlValue[]): Sql {
  return statement(strings, values, null);
}

/** One statement without parameters whose text is the program's own and not in a template: a line of a migration. */
export function sqlWithoutValues(text: string): Sql {
  return statement([text], [], null);
}

/** A statement put together again from its parts. */
export function statement(strings: readonly string[], values: readonly SqlValue[], expected: number | null): Sql {
  return { strings, values, expected, expecting: (rows) => statement(strings, values, rows) };
}
