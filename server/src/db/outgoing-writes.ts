import type { Sql, SqlValue } from './sql.ts';
import type { SentWrites } from './sqlite-thread-messages.ts';

/** The writes that wait to cross to the writer's thread together, as they will cross: see {@link SentWrites}. */
export class OutgoingWrites {
  readonly #templates = new Map<readonly string[], number>();
  #next = emptyMessage();

  get count(): number {
    return this.#next.count;
  }

  /** @param id follows the one before */
  add(id: number, statements: readonly Sql[]): void {
    const next = this.#next;
    if (next.count === 0) next.firstId = id;
    next.count += 1;
    next.plan.push(statements.length);
    for (const { strings, values, expected } of statements) {
      next.plan.push(this.#numberOf(strings), expected ?? -1);
      for (const value of values) {
        if (value instanceof Uint8Array) next.bytesAt.push(next.values.length);
        next.values.push(value);
      }
    }
  }

  /** What waits, to be posted now. */
  take(): { message: SentWrites; transfers: ArrayBuffer[] } {
    const { firstId, plan, values, texts, bytesAt } = this.#next;
    this.#next = emptyMessage();
    return { message: { type: 'write', firstId, plan, values, texts }, transfers: gatherBytes(values, bytesAt) };
  }

  #numberOf(strings: readonly string[]): number {
    const known = this.#templates.get(strings);
    if (known !== undefined) return known;
    const number = this.#templates.size;
    this.#templates.set(strings, number);
    this.#next.texts.push([number, [...strings]]);
    return number;
  }
}

function emptyMessage() {
  return {
    ...{ count: 0, firstId: 0 },
    plan: [] as number[],
    values: [] as SqlValue[],
    texts: [] as [number, string[]][],
    /** Which of the values are bytes. */
    bytesAt: [] as number[],
  };
}

/** Copies all bytes into one buffer that may be handed over; theirs stay with the caller, and so does their pool. */
function gatherBytes(values: SqlValue[], bytesAt: readonly number[]): ArrayBuffer[] {
  let length = 0;
  for (const at of bytesAt) length += bytesOf(values[at]).length;
  if (bytesAt.length === 0) return [];
  const { buffer } = Buffer.allocUnsafeSlow(length);
  let offset = 0;
  for (const at of bytesAt) {
    const bytes = bytesOf(values[at]);
    const copy = new Uint8Array(buffer, offset, bytes.length);
    copy.set(bytes);
    values[at] = copy;
    offset += bytes.length;
  }
  return [buffer];
}

const noBytes = new Uint8Array(0);
const bytesOf = (value: SqlValue | undefined): Uint8Array => (value instanceof Uint8Array ? value : noBytes);
