import { parentPort, workerData } from 'node:worker_threads';
import type { Sql } from './sql.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';
import type { CommitSeam } from './sqlite-batch.ts';
import {
  toFault,
  type FromWriter,
  type SentStatement,
  type Settled,
  type ToWriter,
  type WriterData,
} from './sqlite-thread-messages.ts';

/** The thread that writes: it alone stands still while the disk does. Started by `sqlite-thread.ts`. */

const port = parentPort;
if (!port) throw new Error('this file runs as a thread of its own');
const tell = (message: FromWriter) => port.postMessage(message);

try {
  serve(await open(workerData as WriterData));
  tell({ type: 'open' });
} catch (error) {
  tell({ type: 'not-open', fault: toFault(error) });
  port.close();
}

async function open({ path, commitModule }: WriterData): Promise<SqliteDatabase> {
  const log = (level: 'warn' | 'info') => (details: object, message: string) =>
    tell({ type: 'log', level, details, message });
  const seam = commitModule === null ? {} : ((await import(commitModule)) as { commit: CommitSeam });
  const hooks = { ...seam, reopened: () => tell({ type: 'reopened' }) };
  return openSqlite({ path, log: { warn: log('warn'), info: log('info') }, hooks });
}

function serve(database: SqliteDatabase): void {
  const templates: (readonly string[])[] = [];
  const settle = createAnswers();
  port?.on('message', (message: ToWriter) => {
    switch (message.type) {
      case 'write':
        for (const { id, statements } of message.writes) {
          const done = database.write(statements.map((sent) => received(templates, sent)));
          done.then(
            (rows) => settle({ id, rows }),
            (error: unknown) => settle({ id, fault: toFault(error) }),
          );
        }
        return;
      case 'pragma':
        return tell({ type: 'pragma', id: message.id, value: database.readPragma(message.name) });
      case 'close':
        void database[Symbol.asyncDispose]().then(() => {
          tell({ type: 'closed' });
          port.close();
        });
    }
  });
}

/** Templates keep one identity here too: it is the key under which the engine finds the prepared statement. */
function received(templates: (readonly string[])[], { template, text, values, expected }: SentStatement): Sql {
  if (text) templates[template] = text;
  const strings = templates[template];
  if (!strings) throw new Error('a statement came without its text');
  return { strings, values, expected, expecting: () => received(templates, { template, values, expected }) };
}

/** Writes of one commit end in one turn, and are told in one message. */
function createAnswers(): (settled: Settled) => void {
  let settled: Settled[] = [];
  return (one) => {
    if (settled.length === 0) {
      queueMicrotask(() => {
        tell({ type: 'settled', settled });
        settled = [];
      });
    }
    settled.push(one);
  };
}
