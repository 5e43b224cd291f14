import { Worker } from 'node:worker_threads';
import { StorageError, type Database, type Row } from './database.ts';
import { OutgoingWrites } from './outgoing-writes.ts';
import type { Sql } from './sql.ts';
import type { SqliteOptions } from './sqlite.ts';
import { SqliteReader } from './sqlite-reader.ts';
import { fromFault, type FromWriter, type Settled, type ToWriter, type WriterData } from './sqlite-thread-messages.ts';

export interface SqliteThreadOptions {
  /** The database file; made where there is none. */
  path: string;
  log?: NonNullable<SqliteOptions['log']>;
  /** The address of a module whose `commit` carries out a COMMIT ({@link SqliteOptions.hooks}): no function crosses. */
  commitModule?: string;
}

/** A database whose writer reads its own pragmas in another thread. */
export interface ThreadedSqlite extends Database {
  readPragma(name: string): Promise<unknown>;
}

/**
 * Opens a database in one file, for this process alone, with the writing connection in a thread of its own: screens
 * and shops are served while the disk syncs. Reads stay in this thread, on a connection of their own, and see every
 * write that has resolved.
 * @throws {StorageError} when it cannot be opened
 */
export async function openSqliteInThread(options: SqliteThreadOptions): Promise<ThreadedSqlite> {
  const writer = new WriterThread(options);
  await writer.opened;
  return new ThreadedStore(options.path, writer);
}

class ThreadedStore implements ThreadedSqlite {
  readonly #writer: WriterThread;
  readonly #reader: SqliteReader;
  #closed = false;

  constructor(path: string, writer: WriterThread) {
    this.#writer = writer;
    this.#reader = new SqliteReader(path);
    // The next read opens it again.
    writer.onReopened = () => this.#reader.close();
  }

  async query<T extends object = Row>(statement: Sql): Promise<T[]> {
    if (this.#closed) throw new StorageError('CLOSED', undefined);
    // The caller knows the shape of the rows it asks for: the port's promise, not the engine's.
    return this.#reader.read(statement) as T[];
  }

  write(statements: readonly Sql[]): Promise<Row[][]> {
    if (this.#closed) return Promise.reject(new StorageError('CLOSED', undefined));
    return this.#writer.write(statements);
  }

  readPragma(name: string): Promise<unknown> {
    return this.#writer.readPragma(name);
  }

  /** Stores what was asked for before, refuses what comes after, closes. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    // The writer last: only it can move the WAL into the file.
    this.#reader.close();
    await this.#writer.close();
  }
}

interface Waiting {
  resolve(rows: Row[][]): void;
  reject(error: Error): void;
}

const restartAfterMs = 500;
/**
 * Writes asked for in one turn of the event loop cross together, as crossing costs more than what crosses; but no more
 * than these, so that in a flood the disk works while this thread reads on.
 */
const writesPerMessage = 14;

/** The writer's thread as seen from here: sends what is asked for without waiting, and starts a dead thread anew. */
class WriterThread {
  onReopened: () => void = () => {};
  readonly #options: SqliteThreadOptions;
  readonly #waiting = new Map<number, Waiting>();
  readonly #pragmas = new Map<number, (value: unknown) => void>();
  readonly #opening = Promise.withResolvers<void>();
  #state: 'opening' | 'open' | 'gone' = 'opening';
  #outgoing = new OutgoingWrites();
  #nextId = 0;
  #nextPragma = 0;
  #thread: Worker;
  #closing: (() => void) | null = null;

  constructor(options: SqliteThreadOptions) {
    this.#options = options;
    this.#thread = this.#start();
  }

  /** @throws {StorageError} when the database cannot be opened */
  get opened(): Promise<void> {
    return this.#opening.promise;
  }

  write(statements: readonly Sql[]): Promise<Row[][]> {
    if (this.#state === 'gone') return Promise.reject(new StorageError('THREAD_GONE', undefined));
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      if (this.#outgoing.count === 0) setImmediate(() => this.#send());
      this.#outgoing.add(id, statements);
      if (this.#outgoing.count === writesPerMessage) this.#send();
    });
  }

  readPragma(name: string): Promise<unknown> {
    return new Promise((resolve) => {
      const id = this.#nextPragma++;
      this.#pragmas.set(id, resolve);
      this.#post({ type: 'pragma', id, name });
    });
  }

  close(): Promise<void> {
    if (this.#state === 'gone') return Promise.resolve();
    return new Promise((resolve) => {
      this.#closing = resolve;
      this.#send();
      this.#post({ type: 'close' });
    });
  }

  #send(): void {
    if (this.#outgoing.count === 0) return;
    const { message, transfers } = this.#outgoing.take();
    this.#thread.postMessage(message, transfers);
  }

  #post(message: ToWriter): void {
    this.#thread.postMessage(message);
  }

  #start(): Worker {
    const { path, commitModule } = this.#options;
    const data: WriterData = { path, commitModule: commitModule ?? null };
    const thread = new Worker(new URL('sqlite-thread-writer.ts', import.meta.url), { workerData: data });
    thread.on('message', (message: FromWriter) => this.#hear(message));
    thread.on('error', (error: Error) => {
      this.#options.log?.warn({ error }, 'the thread that writes failed');
      this.#opening.reject(error);
    });
    thread.on('exit', () => this.#ended());
    return thread;
  }

  #hear(message: FromWriter): void {
    switch (message.type) {
      case 'open':
        this.#state = 'open';
        return this.#opening.resolve();
      case 'not-open':
        return this.#opening.reject(fromFault(message.fault));
      case 'settled':
        return this.#settle(message);
      case 'pragma':
        this.#pragmas.get(message.id)?.(message.value);
        this.#pragmas.delete(message.id);
        return;
      case 'reopened':
        return this.onReopened();
      case 'log':
        return this.#options.log?.[message.level](message.details, message.message);
      case 'closed':
        this.#closing?.();
    }
  }

  #settle({ ids, rows, faults }: Settled): void {
    ids.forEach((id, index) => this.#take(id)?.resolve(rows[index] ?? []));
    for (const { id, fault } of faults) this.#take(id)?.reject(fromFault(fault));
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  /** A thread that ends by itself takes with it what it had not yet told: whether that is stored, nobody knows. */
  #ended(): void {
    const was = this.#state;
    this.#state = 'gone';
    for (const { reject } of this.#waiting.values()) reject(new StorageError('THREAD_GONE', undefined));
    this.#waiting.clear();
    this.#outgoing = new OutgoingWrites();
    if (this.#closing) return this.#closing();
    // One that never opened has said why; one that served is started again.
    if (was === 'open') setTimeout(() => (this.#thread = this.#start()), restartAfterMs);
    else this.#opening.reject(new StorageError('THREAD_GONE', undefined));
  }
}
