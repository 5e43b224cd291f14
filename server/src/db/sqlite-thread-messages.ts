import { StaleWrite, StorageError, type Row } from './database.ts';
import type { SqlValue } from './sql.ts';

/** What travels between the thread that serves people and the one that waits for the disk. */

/**
 * Several writes, flat: each object that crosses costs its names again, each buffer a handing over of its own.
 * `plan` says per write how many statements it has, then per statement the number of its template and how many rows it
 * expects (-1: any). `values` are all of their values in turn; bytes among them are views of one common buffer.
 */
export interface SentWrites {
  type: 'write';
  /** The id of the first; the others' follow. */
  firstId: number;
  plan: readonly number[];
  values: readonly SqlValue[];
  /** The texts of templates not sent before: their number first. */
  texts: readonly (readonly [number, readonly string[]])[];
}

export type ToWriter = SentWrites | { type: 'pragma'; id: number; name: string } | { type: 'close' };

/** How writes ended, by id; `rows` stands beside `ids`. */
export interface Settled {
  type: 'settled';
  ids: readonly number[];
  rows: readonly Row[][][];
  faults: readonly { id: number; fault: Fault }[];
}

export type FromWriter =
  | { type: 'open' }
  | { type: 'not-open'; fault: Fault }
  | Settled
  | { type: 'pragma'; id: number; value: unknown }
  | { type: 'reopened' }
  | { type: 'log'; level: 'warn' | 'info'; details: object; message: string }
  | { type: 'closed' };

/** What the opening of a writer's thread is given. */
export interface WriterData {
  path: string;
  commitModule: string | null;
}

/** An error as it crosses threads: its class would be lost. */
export type Fault =
  | { kind: 'stale'; message: string }
  | { kind: 'storage'; code: string; message: string }
  | { kind: 'other'; message: string; code: string | null };

export function toFault(error: unknown): Fault {
  const message = error instanceof Error ? error.message : 'the database failed';
  if (error instanceof StaleWrite) return { kind: 'stale', message };
  if (error instanceof StorageError) {
    return { kind: 'storage', code: error.code, message: error.cause instanceof Error ? error.cause.message : message };
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { kind: 'other', message, code };
}

export function fromFault(fault: Fault): Error {
  switch (fault.kind) {
    case 'stale':
      return new StaleWrite(fault.message);
    case 'storage':
      return new StorageError(fault.code, new Error(fault.message));
    case 'other':
      return Object.assign(new Error(fault.message), fault.code === null ? {} : { code: fault.code });
  }
}
