import type { Beat, Notice } from '@kasera/shared/socket.ts';

/** For how long what belongs to nobody is not said again once somebody put the word away here. */
export const putAwayForMs = 60 * 60_000;

/**
 * What the reserved row has to say of the line itself; the station without a screen first: its orders are seen by
 * nobody. Dishes of no station come last: they are on every screen, and nothing is lost.
 * @param putAway the word about those was put away here within the hour
 */
export function lineTrouble(beat: Beat | null, putAway = false): Notice | null {
  const find = (code: Notice['code']) => beat?.notices.find((notice) => notice.code === code) ?? null;
  return find('station-no-screen') ?? find('screens-deaf') ?? (putAway ? null : find('items-unclaimed'));
}
