import {
  bulkhead,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhenResult,
  isBulkheadRejectedError,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel';
import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import type { Log } from '../../ops/log.ts';
import type { AskOptions, ShopAnswer } from './answer.ts';
import { shopFault } from './shop-fault.ts';

export interface BreakerState {
  /** The shop is left alone. */
  open: boolean;
  /** Until when it is, epoch milliseconds; null where it is being tried, or is not open. */
  until: number | null;
}

type Ask = () => Promise<ShopAnswer<unknown>>;
type Judgement = 'well' | 'unwell';

export interface ShopBreaker {
  /** Asks, or answers `paused` while the shop is left alone or too much waits for it already. */
  through(ask: Ask, options: AskOptions): Promise<ShopAnswer<unknown>>;
  state(): BreakerState;
}

export interface BreakerDeps {
  now(): number;
  log: Pick<Log, 'info' | 'warn'>;
}

const failuresInARow = 3;
const firstPauseMs = 5_000;
const longestPauseMs = 60_000;
/** A shop that asks for longer is obeyed so long: orders wait behind it. */
const longestAskedPauseMs = 60 * 60_000;
const atOnce = 4;
const waiting = 50;

/**
 * The one breaker for the shop ([SH8]), by cockatiel: it opens after failures in a row that say the shop is not well,
 * lets one request through after a pause that doubles, and holds at most four requests on the way. A `Retry-After`
 * pauses at once.
 */
export function createShopBreaker({ now, log }: BreakerDeps): ShopBreaker {
  const pause = createPause(now);
  const lane = bulkhead(atOnce, waiting);
  let why: ShopFaultKind | null = null;
  const policy = circuitBreaker(
    handleWhenResult((judgement) => judgement === 'unwell'),
    {
      breaker: new ConsecutiveBreaker(failuresInARow),
      halfOpenAfter: new DelegateBackoff(({ attempt }: IHalfOpenAfterBackoffContext) => {
        // Where nobody answers, trying does no harm, and whoever comes back is heard at once.
        const doublings = why === 'unreachable' ? 0 : attempt - 1;
        pause.atLeast(Math.min(firstPauseMs * 2 ** doublings, longestPauseMs));
        // The pause is ours to measure: cockatiel's would last for hours when the machine's clock is set back.
        return Number.NEGATIVE_INFINITY;
      }),
    },
  );
  policy.onBreak(() => log.warn({ until: pause.until() }, 'the shop is not well and is left alone for a while'));
  policy.onReset(() => log.info({}, 'the shop answers again'));

  const ask = async (request: Ask, { evenPaused, signal }: AskOptions): Promise<ShopAnswer<unknown>> => {
    const trialUnderWay = policy.state === CircuitState.HalfOpen;
    if (!evenPaused && (pause.until() !== null || trialUnderWay)) return paused(pause.leftMs(), why);
    const answered: { answer: ShopAnswer<unknown> } = { answer: paused(null, why) };
    const judged = async (): Promise<Judgement> => {
      answered.answer = await request();
      if (!isUnwell(answered.answer)) return 'well';
      // What the caller gave up says nothing of the shop; a trial that was given up has proven nothing either.
      if (signal?.aborted && policy.state !== CircuitState.HalfOpen) return 'well';
      why = answered.answer.type === 'fault' ? answered.answer.fault.kind : why;
      pause.atLeast(askedPauseMs(answered.answer));
      return 'unwell';
    };
    if (!evenPaused) await policy.execute(judged);
    else if ((await judged()) === 'well') await heal();
    return answered.answer;
  };
  /** A person's own look found it well: that is as good as a trial. */
  const heal = async (): Promise<void> => {
    pause.end();
    if (policy.state === CircuitState.Open) await policy.execute(() => 'well');
  };
  return {
    async through(request, options) {
      // A person does not stand in line behind what the program asks.
      if (options.evenPaused) return ask(request, options);
      try {
        return await lane.execute(() => ask(request, options));
      } catch (error) {
        if (isBulkheadRejectedError(error)) return paused(null, why);
        throw error;
      }
    },
    state: () => ({ open: pause.until() !== null || policy.state !== CircuitState.Closed, until: pause.until() }),
  };
}

const unwellKinds: readonly ShopFaultKind[] = ['unreachable', 'timeout', 'tls', 'unavailable', 'busy'];

/** Failures that are the shop's, not the question's: a wrong key or a missing order says that it lives. */
function isUnwell(answer: ShopAnswer<unknown>): boolean {
  return answer.type === 'fault' && unwellKinds.includes(answer.fault.kind);
}

function askedPauseMs(answer: ShopAnswer<unknown>): number {
  const asked = answer.type === 'fault' ? answer.fault.retryAfterMs : null;
  return Math.min(asked ?? 0, longestAskedPauseMs);
}

/** @param why the kind of fault it is paused for, where there was one */
const paused = (retryAfterMs: number | null, why: ShopFaultKind | null): ShopAnswer<never> => ({
  type: 'fault',
  fault: shopFault('paused', { retryAfterMs, code: why }),
});

/** A span of rest. A clock that is set back behind its beginning ends it. */
function createPause(now: () => number) {
  let span: { from: number; until: number } | null = null;
  const until = (): number | null => {
    const at = now();
    return span !== null && at >= span.from && at < span.until ? span.until : null;
  };
  return {
    until,
    leftMs: (): number | null => {
      const end = until();
      return end === null ? null : end - now();
    },
    atLeast(ms: number): void {
      const from = now();
      if (ms > 0 && (until() ?? 0) < from + ms) span = { from, until: from + ms };
    },
    end(): void {
      span = null;
    },
  };
}
