import { StaleWrite, StorageError, type Row } from './database.ts';
import type { SqlValue } from './sql.ts';

/** What travels between the thread that serves people and the one that waits for the disk. */

/** A statement by the number of its template; its text comes along the first time. */
export interface SentStatement {
  template: number;
  text?: readonly string[];
  values: readonly SqlValue[];
  expected: number | null;
}
export interface SentWrite {
  id: number;
  statements: SentStatement[];
}

export type ToWriter =
  { type: 'write'; writes: SentWrite[] } | { type: 'pragma'; id: number; name: string } | { type: 'close' };

export type Settled = { id: number; rows: Row[][] } | { id: number; fault: Fault };

export type FromWriter =
  | { type: 'open' }
  | { type: 'not-open'; fault: Fault }
  | { type: 'settled'; settled: Settled[] }
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
