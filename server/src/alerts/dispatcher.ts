import type { SendOutcome } from './channels/channel.ts';
import type { Claimed } from './claim.ts';
import { createLooks, type Schedule } from './looks.ts';
import { retryDelayMs } from './retry.ts';
import type { FinishedTry } from './settle.ts';

export interface DispatcherDeps<Lease extends Claimed = Claimed, Outcome extends SendOutcome = SendOutcome> {
  /** Leases what is due, at most `limit`. */
  claim(now: number, limit: number): Promise<Lease[]>;
  send(payload: string, claimed: Lease): Promise<Outcome>;
  settle(claimed: Lease, finished: FinishedTry<Outcome | SendOutcome>): Promise<void>;
  /** Logs how a try ended; by default in the words of a push. */
  report?(claimed: Lease, outcome: Outcome | SendOutcome): void;
  /** When the next delivery (or lease) is due; null: none is. */
  nextDueAt(): Promise<number | null>;
  now(): number;
  /** A number in [0, 1). */
  random(): number;
  schedule: Schedule;
  log: {
    info(fields: object, sentence: string): void;
    warn(fields: object, sentence: string): void;
    error(fields: object, sentence: string): void;
  };
}

export interface Dispatcher {
  /** Says that something may be due. Returns at once; nothing is sent in the caller's turn. */
  wake(): void;
  start(): void;
  /** Claims nothing more, and waits up to 5 s for what is under way. */
  stop(): Promise<void>;
}

const maxAtOnce = 4;
const longestSleepMs = 30_000;
const afterFailureMs = 1_000;
const stopWithinMs = 5_000;

/**
 * Carries due deliveries to their channel: look, send a few at a time, settle, sleep until the next is due. It knows no
 * database and no provider. Whatever fails is logged and looked at again; a try that could not be settled is tried again
 * with the same bytes when its lease has passed.
 */
export function createDispatcher<Lease extends Claimed, Outcome extends SendOutcome>(
  deps: DispatcherDeps<Lease, Outcome>,
): Dispatcher {
  const underWay = new Set<Promise<void>>();
  const looks = createLooks({ look, now: deps.now, schedule: deps.schedule });

  async function look(): Promise<number> {
    const room = maxAtOnce - underWay.size;
    // Whoever ends next wakes us again.
    if (room <= 0) return longestSleepMs;
    try {
      const claimed = await deps.claim(deps.now(), room);
      for (const each of claimed) track(deliver(deps, each));
      return claimed.length > 0 ? 0 : sleepMs(await deps.nextDueAt(), deps.now());
    } catch (error) {
      deps.log.error({ error }, 'the outbox could not be read');
      return afterFailureMs;
    }
  }

  function track(work: Promise<void>): void {
    const tracked = work.finally(() => {
      underWay.delete(tracked);
      looks.wake();
    });
    underWay.add(tracked);
  }

  return {
    wake: looks.wake,
    start: looks.start,
    async stop() {
      await looks.stop();
      await withinTime(Promise.all(underWay), deps.schedule);
    },
  };
}

function sleepMs(dueAt: number | null, now: number): number {
  return dueAt === null ? longestSleepMs : Math.min(Math.max(dueAt - now, 0), longestSleepMs);
}

/** One try, from sending to settling. Never rejects. */
async function deliver<Lease extends Claimed, Outcome extends SendOutcome>(
  deps: DispatcherDeps<Lease, Outcome>,
  claimed: Lease,
): Promise<void> {
  const startedAt = deps.now();
  const outcome = await sendSafely(deps, claimed);
  const endedAt = deps.now();
  const retryAt =
    outcome.type === 'retry' ? endedAt + retryDelayMs(claimed.attempt, outcome.retryAfterMs, deps.random()) : null;
  try {
    await deps.settle(claimed, { outcome, startedAt, endedAt, retryAt });
    if (deps.report) deps.report(claimed, outcome);
    else tell(deps, claimed, outcome);
  } catch (error) {
    deps.log.error({ error, delivery: claimed.id }, 'a delivery could not be settled and will be sent again');
  }
}

async function sendSafely<Lease extends Claimed, Outcome extends SendOutcome>(
  deps: DispatcherDeps<Lease, Outcome>,
  claimed: Lease,
): Promise<Outcome | SendOutcome> {
  try {
    return await deps.send(claimed.payload, claimed);
  } catch (error) {
    deps.log.error({ error, delivery: claimed.id }, 'a channel failed in an unexpected way');
    return { type: 'retry', status: null, retryAfterMs: null, error: 'unexpected failure', mayHaveArrived: true };
  }
}

function tell({ log }: Pick<DispatcherDeps, 'log'>, { id, attempt }: Claimed, outcome: SendOutcome): void {
  const fields = { delivery: id, attempt, status: outcome.status };
  if (outcome.type === 'sent') log.info(fields, 'a push was taken');
  else if (outcome.type === 'nobody') log.warn({ ...fields, reason: outcome.reason }, 'a push reached nobody');
  else if (outcome.type === 'retry') log.warn({ ...fields, reason: outcome.error }, 'a push will be tried again');
  else log.error({ ...fields, reason: outcome.error }, 'a push was refused for good');
}

async function withinTime(work: Promise<unknown>, schedule: Schedule): Promise<void> {
  let cancel = (): void => undefined;
  const timeUp = new Promise<void>((resolve) => {
    cancel = schedule(resolve, stopWithinMs);
  });
  await Promise.race([work, timeUp]);
  cancel();
}
