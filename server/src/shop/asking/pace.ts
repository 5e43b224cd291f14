import type { ShopFaultKind } from '@kasera/shared/shop.ts';

/** What the pause after a look depends on. */
export interface PaceQuestion {
  askEveryMs: number;
  /** How long the shop took to answer this look; null: it was a catch-up, which says nothing about a usual one. */
  answeredInMs: number | null;
  /** Nothing has been heard of the shop for hours. */
  quiet: boolean;
  /** Failed looks in a row, and the last one's fault. */
  failures: number;
  fault: { kind: ShopFaultKind; retryAfterMs: number | null } | null;
}

const longestMs = 60_000;
/** A shop that asks to be left alone is, but not for a whole service. */
const longestRetryAfterMs = 3_600_000;
/** At most a fifth of the time is asking. */
const pausePerAnswer = 4;

/** How long to leave the shop alone before the next look. */
export function pauseMs({ askEveryMs, answeredInMs, quiet, failures, fault }: PaceQuestion): number {
  if (fault) {
    const pause = hurtsNobody.has(fault.kind) ? askEveryMs : backOffMs(askEveryMs, failures);
    return Math.max(pause, Math.min(fault.retryAfterMs ?? 0, longestRetryAfterMs));
  }
  const slow = Math.min((answeredInMs ?? 0) * pausePerAnswer, longestMs);
  return Math.max(askEveryMs, slow, quiet ? longestMs : 0);
}

/** Nobody answered at all: asking on does no harm, and the first one who answers is heard at once. */
const hurtsNobody: ReadonlySet<ShopFaultKind> = new Set(['unreachable', 'paused', 'not-connected']);

function backOffMs(askEveryMs: number, failures: number): number {
  return Math.max(askEveryMs, Math.min(askEveryMs * 2 ** Math.min(failures - 1, 10), longestMs));
}
