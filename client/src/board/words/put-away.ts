import type { NoticeCode } from '@kasera/shared/socket.ts';

/** For how long what somebody put away on this screen is not said again in its row of words. */
export const putAwayForMs = 60 * 60_000;

/**
 * What this screen keeps of it, as text: codes, each with when it was put away.
 * @param kept as `withPutAway` made it; anything else is nothing
 * @returns whether that code is put away at `now`, epoch milliseconds
 */
export function isPutAway(kept: string, code: NoticeCode, now: number): boolean {
  const at = pairsOf(kept).get(code);
  return at !== undefined && now - at < putAwayForMs;
}

/** The same with one more. */
export function withPutAway(kept: string, code: NoticeCode, now: number): string {
  const still = [...pairsOf(kept)].filter(([, at]) => now - at < putAwayForMs);
  return [...new Map([...still, [code, now] as const])].map(([of, at]) => `${of}@${at}`).join(' ');
}

function pairsOf(kept: string): Map<string, number> {
  return new Map(
    kept.split(' ').flatMap((one): [string, number][] => {
      const [, code, at] = /^([a-z-]+)@(\d+)$/.exec(one) ?? [];
      return code === undefined ? [] : [[code, Number(at)]];
    }),
  );
}
