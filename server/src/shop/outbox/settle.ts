import type { SendOutcome } from '../../alerts/channels/channel.ts';
import type { FinishedTry } from '../../alerts/settle.ts';
import { recording } from '../../alerts/settle.ts';
import type { Database } from '../../db/database.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { ClaimedTask } from './claim.ts';
import type { TaskOutcome } from './task.ts';

/** A try in the outbox's own words, and what it came to in the shop's. */
export type SentTask = SendOutcome & { task: TaskOutcome };

/** Records a try and what it makes of its task, in one commit with what goes along. */
export async function settleTask(
  { database }: { database: Pick<Database, 'write'> },
  claimed: ClaimedTask,
  finished: FinishedTry<SentTask | SendOutcome>,
): Promise<void> {
  const { outcome } = finished;
  const task = 'task' in outcome ? outcome.task : null;
  // Where the shop was not asked there was no try.
  const tried = task?.type === 'dropped' || task?.type === 'expired' ? [] : [recording(claimed, finished)];
  const statements = [...tried, settling(claimed, finished, task), ...(task?.along ?? [])];
  await (task?.commit ? task.commit(statements) : database.write(statements));
}

/** What a try comes to in the words in which all deliveries are listed. */
export function toSent(task: TaskOutcome): SentTask {
  switch (task.type) {
    case 'done':
      return { ...{ type: 'sent', providerId: '', status: task.status, warnings: [], invalid: [] }, task };
    case 'retry': {
      const { kind, status, retryAfterMs, mayHaveArrived } = task.fault;
      return { ...{ type: 'retry', status, retryAfterMs, mayHaveArrived, error: kind }, task };
    }
    case 'parked':
      return { ...refused(task.fault.status, task.fault.kind), task };
    case 'conflict':
      return { ...refused(null, `conflict: ${task.found}`), task };
    case 'unconfigured':
      return { ...refused(null, 'not-connected'), task };
    case 'expired':
      return { ...refused(null, 'expired'), task };
    case 'dropped':
      return { ...refused(null, task.reason), task };
  }
}

function refused(status: number | null, error: string) {
  return { type: 'refused' as const, status: status ?? 0, error };
}

function settling(claimed: ClaimedTask, finished: FinishedTry, task: TaskOutcome | null): Sql {
  const { endedAt, retryAt, outcome } = finished;
  switch (task?.type) {
    case 'done':
      return ending(claimed, { state: 'sent', reason: null, error: null }, endedAt);
    case 'conflict':
      return ending(claimed, { state: 'dropped', reason: 'conflict', error: task.found }, endedAt);
    case 'dropped':
      return ending(claimed, { state: 'dropped', reason: task.reason, error: null }, endedAt);
    case 'unconfigured':
      return ending(claimed, { state: 'unconfigured', reason: 'not connected', error: null }, endedAt);
    case 'parked':
      return ending(claimed, { state: 'parked', reason: null, error: task.fault.kind }, endedAt);
    case 'expired':
      return sql`
        update deliveries set state = 'parked', reason = 'expired', settled_at = ${endedAt}, lease_until = null
        where id = ${claimed.id} and attempts = ${claimed.attempt} and state = 'sending'`;
    case 'retry':
    case undefined: {
      const error = outcome.type === 'retry' ? outcome.error : null;
      return sql`
        update deliveries set state = 'waiting', due_at = ${retryAt ?? endedAt}, lease_until = null, error = ${error}
        where id = ${claimed.id} and attempts = ${claimed.attempt} and state = 'sending'`;
    }
  }
}

interface End {
  state: string;
  reason: string | null;
  error: string | null;
}

/** A task whose lease was taken over meanwhile keeps what the newer try says. */
function ending({ id, attempt }: ClaimedTask, { state, reason, error }: End, endedAt: number): Sql {
  return sql`
    update deliveries set state = ${state}, reason = ${reason}, error = ${error}, settled_at = ${endedAt},
      lease_until = null
    where id = ${id} and attempts = ${attempt} and state = 'sending'`;
}
