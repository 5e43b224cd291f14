import { shopFaultKinds, type ShopAsking } from '@kasera/shared/shop.ts';
import type { ShopFault } from '../connection/answer.ts';
import type { CatchUp, LookResult } from './look.ts';
import { pauseMs } from './pace.ts';

export interface StandingDeps {
  askEveryMs: number;
  heardAt(): number | null;
  now(): number;
  startedAt: number;
}

/** How asking stands: what the beat says, and how long the shop is left alone. */
export interface Standing {
  state(): ShopAsking;
  /** Whether so much may have happened since the last look that it is a catch-up. */
  isLongAgo(now: number): boolean;
  /** How long the shop still wants to be left alone. */
  leftAloneMs(now: number): number;
  /** It was found well by somebody else: it need not be left alone any more. */
  foundWell(): void;
  progress(catchUp: CatchUp): void;
  /** A look ended; answers the pause after it. */
  looked(result: LookResult, look: { began: number; answeredInMs: number }): number;
  /** A look ended by no fault of the shop. */
  interrupted(): void;
  /** Another shop, or none. */
  reset(connected: boolean): void;
}

const longAgoMs = 60_000;
const downAfterMs = 60_000;
/** No webhook and no change for so long: nobody orders. */
const quietAfterMs = 6 * 3_600_000;

export function createStanding(deps: StandingDeps): Standing {
  let kept: Kept = { ...blank, connected: false, everyMs: deps.askEveryMs, aliveAt: deps.startedAt };
  return {
    state: () => describe(kept, deps),
    isLongAgo: (now) => isLongAgo(kept, now),
    leftAloneMs: (now) => leftAloneMs(kept, now),
    foundWell: () => void (kept = { ...kept, leftAlone: null }),
    progress: (catchUp) => void (kept = { ...kept, catchUp }),
    looked(result, look) {
      kept = after(kept, result, look, deps);
      return kept.everyMs;
    },
    interrupted: () => void (kept = { ...kept, catchUp: null }),
    reset(connected) {
      kept = { ...blank, connected, everyMs: deps.askEveryMs, aliveAt: deps.now() };
    },
  };
}

/** A slow or quiet shop is asked seldom: that is no outage. */
function isLongAgo({ checkedAt, failures, everyMs }: Kept, now: number): boolean {
  const usualMs = failures > 0 ? longAgoMs : Math.max(longAgoMs, 2 * everyMs);
  return checkedAt === null || now - checkedAt > usualMs;
}

/** A clock that is set back behind the beginning ends it: nobody knows how long it has been. */
function leftAloneMs({ leftAlone }: Kept, now: number): number {
  return leftAlone === null || now < leftAlone.from ? 0 : Math.max(leftAlone.until - now, 0);
}

interface Kept {
  connected: boolean;
  checkedAt: number | null;
  everyMs: number;
  failures: number;
  failingSince: number | null;
  fault: ShopFault | null;
  catchUp: CatchUp | null;
  /** From when until when it wants to be. */
  leftAlone: { from: number; until: number } | null;
  /** When something last changed in the shop, as far as asking found. */
  aliveAt: number;
}

const blank = {
  ...{ checkedAt: null, failures: 0, failingSince: null, fault: null, catchUp: null, leftAlone: null },
};

function after(
  kept: Kept,
  { fault, news, caughtUp }: LookResult,
  { began, answeredInMs }: { began: number; answeredInMs: number },
  { askEveryMs, heardAt, now }: StandingDeps,
): Kept {
  const at = now();
  const failures = fault ? kept.failures + 1 : 0;
  const aliveAt = news > 0 ? at : kept.aliveAt;
  const quiet = at - Math.max(aliveAt, heardAt() ?? 0) > quietAfterMs;
  const everyMs = pauseMs({ askEveryMs, answeredInMs: caughtUp ? null : answeredInMs, quiet, failures, fault });
  // That it is left alone for a while says nothing about why.
  const known = fault?.kind === 'paused' ? (kept.fault ?? reasonOf(fault)) : fault;
  const common = { ...kept, failures, fault: known, aliveAt, everyMs, catchUp: null };
  if (!fault) return { ...common, checkedAt: at, failingSince: null, leftAlone: null };
  return {
    ...common,
    failingSince: kept.failingSince ?? began,
    leftAlone: fault.retryAfterMs === null ? null : { from: at, until: at + everyMs },
  };
}

/** Others asked before and found out: then this look was not even let through. */
function reasonOf(paused: ShopFault): ShopFault {
  const kind = shopFaultKinds.find((known) => known === paused.code);
  return kind === undefined ? paused : { ...paused, kind, code: null };
}

function describe(kept: Kept, { askEveryMs, now }: StandingDeps): ShopAsking {
  const { checkedAt, everyMs, failingSince, fault, catchUp } = kept;
  const said = { checkedAt, everyMs, failingSince, fault: fault?.kind ?? null, catchUp };
  if (!kept.connected) return { state: 'off', ...said };
  const refused = fault?.kind === 'unauthorised' || fault?.kind === 'forbidden';
  if (refused || (failingSince !== null && now() - failingSince > downAfterMs)) return { state: 'down', ...said };
  return { state: fault !== null || everyMs > askEveryMs ? 'slow' : 'asking', ...said };
}
