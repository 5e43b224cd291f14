import { parentPort, workerData } from 'node:worker_threads';
import type { Row } from './database.ts';
import { statement, type Sql } from './sql.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';
import type { CommitSeam } from './sqlite-batch.ts';
import {
  toFault,
  type Fault,
  type FromWriter,
  type SentWrites,
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
  const answers = createAnswers();
  port?.on('message', (message: ToWriter) => {
    switch (message.type) {
      case 'write':
        received(templates, message).forEach((statements, index) => {
          const id = message.firstId + index;
          database.write(statements).then(
            (rows) => answers.stored(id, rows),
            (error: unknown) => answers.failed(id, toFault(error)),
          );
        });
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
function received(templates: (readonly string[])[], { plan, values, texts }: SentWrites): Sql[][] {
  for (const [template, text] of texts) templates[template] = text;
  const writes: Sql[][] = [];
  let [at, from] = [0, 0];
  while (at < plan.length) {
    const statements: Sql[] = [];
    for (let left = plan[at++] ?? 0; left > 0; left--) {
      const strings = templates[plan[at++] ?? -1];
      if (!strings) throw new Error('a statement came without its text');
      const expected = plan[at++] ?? -1;
      const to = from + strings.length - 1;
      statements.push(statement(strings, values.slice(from, to), expected < 0 ? null : expected));
      from = to;
    }
    writes.push(statements);
  }
  return writes;
}

/** Writes of one commit end in one turn, and are told in one message. */
function createAnswers(): { stored(id: number, rows: Row[][]): void; failed(id: number, fault: Fault): void } {
  const nothing = () => ({ ids: [] as number[], rows: [] as Row[][][], faults: [] as Settled['faults'][number][] });
  let settled = nothing();
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      tell({ type: 'settled', ...settled });
      settled = nothing();
      asked = false;
    });
  };
  return {
    stored(id, rows) {
      settled.ids.push(id);
      settled.rows.push(rows);
      ask();
    },
    failed(id, fault) {
      settled.faults.push({ id, fault });
      ask();
    },
  };
}
