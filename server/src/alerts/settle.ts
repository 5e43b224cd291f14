import type { AttemptOutcome } from '@kasera/shared/alert.ts';
import type { Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';
import type { SendOutcome } from './channels/channel.ts';
import type { Claimed } from './claim.ts';

/** One try that came to an end. */
export interface FinishedTry<Outcome extends SendOutcome = SendOutcome> {
  outcome: Outcome;
  startedAt: number;
  endedAt: number;
  /** When to try again, where the outcome says so. */
  retryAt: number | null;
}

/**
 * Records a try and what it makes of its delivery, in one commit. A delivery whose lease was taken over meanwhile keeps
 * what the newer try says.
 */
export async function settleTry(
  { database }: { database: Pick<Database, 'write'> },
  claimed: Claimed,
  finished: FinishedTry,
): Promise<void> {
  await database.write([recording(claimed, finished), settling(claimed, finished)]);
}

/** The line of a try in the log of attempts. */
export function recording({ id, attempt }: Claimed, { outcome, startedAt, endedAt }: FinishedTry): Sql {
  return sql`
    insert into delivery_attempts (delivery_id, attempt, at, duration_ms, outcome, status, error)
    values (${id}, ${attempt}, ${startedAt}, ${Math.max(0, Math.round(endedAt - startedAt))}, ${wordFor(outcome)},
      ${outcome.status}, ${errorOf(outcome)})
    on conflict (delivery_id, attempt) do nothing`;
}

/** `unclear`: no answer, so it may have been delivered; such a try takes its slot in the budget whatever follows. */
function wordFor(outcome: SendOutcome): AttemptOutcome {
  return outcome.type === 'retry' && outcome.mayHaveArrived ? 'unclear' : outcome.type;
}

function errorOf(outcome: SendOutcome): string | null {
  return outcome.type === 'retry' || outcome.type === 'refused' ? outcome.error : null;
}

function settling({ id, attempt }: Claimed, { outcome, endedAt, retryAt }: FinishedTry): Sql {
  switch (outcome.type) {
    case 'sent':
      return sql`
        update deliveries set state = 'sent', provider_id = ${outcome.providerId}, settled_at = ${endedAt},
          lease_until = null, error = null, reason = ${[...outcome.invalid, ...outcome.warnings].join('; ') || null}
        where id = ${id} and attempts = ${attempt} and state = 'sending'`;
    case 'nobody':
      return sql`
        update deliveries set state = 'nobody', settled_at = ${endedAt}, lease_until = null, error = null,
          reason = ${outcome.reason}
        where id = ${id} and attempts = ${attempt} and state = 'sending'`;
    case 'refused':
      return sql`
        update deliveries set state = 'parked', settled_at = ${endedAt}, lease_until = null, error = ${outcome.error}
        where id = ${id} and attempts = ${attempt} and state = 'sending'`;
    case 'retry':
      return retrying(id, attempt, outcome.error, endedAt, retryAt ?? endedAt);
  }
}

/** Waits for its next try, unless its orders were answered while this one was under way. */
function retrying(id: string, attempt: number, error: string, endedAt: number, retryAt: number): Sql {
  return sql`
    update deliveries set lease_until = null, due_at = ${retryAt}, error = ${error},
      state = case when open_orders.many > 0 then 'waiting' else 'dropped' end,
      reason = case when open_orders.many > 0 then null else 'answered' end,
      settled_at = case when open_orders.many > 0 then null else cast(${endedAt} as bigint) end
    from (
      select count(*) as many from delivery_orders named join orders o on o.id = named.order_id
      where named.delivery_id = ${id} and o.status = 'new') as open_orders
    where id = ${id} and attempts = ${attempt} and state = 'sending'`;
}
