import type { Row } from './database.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import type { Sql } from './sql.ts';
import { asCallersError } from './storage-fault.ts';
import type { PendingWrite } from './write-queue.ts';

/**
 * How a COMMIT is carried out. It calls `commitNow` once; when that returns, the batch is on disk. What is thrown
 * before (or returning, or resolving, without having called it) rolls the batch back and rejects all of it. While the
 * promise is pending the COMMIT is held back: no write of the batch resolves, later ones wait, reads go on.
 */
export type CommitSeam = (commitNow: () => void) => void | Promise<void>;

/**
 * Runs the writes of a batch in one transaction, each in a savepoint of its own, and commits.
 * A write that fails alone is rejected here and now. The others have their rows when this resolves; they are on disk.
 * @throws when the batch is lost; the transaction may still be open then
 */
export async function runBatch(
  writer: SqliteConnection,
  batch: readonly PendingWrite[],
  commit: CommitSeam,
): Promise<void> {
  for (const write of batch) runWrite(writer, write);
  await carryOut(writer, commit);
}

function runWrite(writer: SqliteConnection, write: PendingWrite): void {
  let saved = false;
  try {
    saved = !undoesItself(writer, write.statements);
    if (saved) writer.savepoint.run();
    const rows: Row[][] = [];
    for (const statement of write.statements) rows.push(writer.run(statement));
    if (saved) writer.release.run();
    write.rows = rows;
  } catch (error) {
    // SQLITE_FULL, IOERR and NOMEM may have rolled back the whole transaction. The next savepoint would then open
    // one of its own and its release would commit it: a write on disk that is about to be told it is not.
    if (!writer.inTransaction) throw error;
    if (saved) writer.undo.run();
    if (saved) writer.release.run();
    write.reject(asCallersError(error));
  }
}

/**
 * Whether a write that fails leaves nothing behind without a savepoint: a lone statement that fails is undone by the
 * engine. One that changed another number of rows than expected did not fail; but where one row is the most it can
 * change, it changed none.
 */
function undoesItself(writer: SqliteConnection, statements: readonly Sql[]): boolean {
  const [only] = statements;
  if (!only || statements.length > 1) return false;
  return only.expected === null || (only.expected === 1 && writer.changesOneAtMost(only));
}

async function carryOut(writer: SqliteConnection, commit: CommitSeam): Promise<void> {
  const state = { committed: false, over: false };
  function commitNow(): void {
    if (state.committed || state.over) throw new Error('this COMMIT is over: it was carried out or given up');
    writer.commit.run();
    state.committed = true;
  }
  try {
    await commit(commitNow);
  } catch (error) {
    // Once it is on disk nothing makes it undone, and its writers must hear so.
    if (!state.committed) throw error;
  } finally {
    // A late call would commit the batch that runs by then.
    state.over = true;
  }
  if (!state.committed) throw new Error('COMMIT was not carried out');
}
