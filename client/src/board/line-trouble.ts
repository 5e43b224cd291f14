import type { Beat, Notice } from '@kasera/shared/socket.ts';

/** For how long what belongs to nobody is not said again once somebody put the word away here. */
export const putAwayForMs = 60 * 60_000;

/**
 * What the reserved row has to say of the line itself; the station without a screen first: its orders are seen by
 * nobody. Dishes of no station come last: they are on every screen, and nothing is lost.
 * @param look `putAway`: the word about those was put away here within the hour; `screen`: this one's id, which needs no
 * word where it alone is deaf, since its own button says so
 */
export function lineTrouble(beat: Beat | null, look: { putAway?: boolean; screen?: string } = {}): Notice | null {
  const { putAway = false, screen } = look;
  const find = (code: Notice['code']) => beat?.notices.find((notice) => notice.code === code) ?? null;
  const deaf = find('screens-deaf');
  const others = deaf && !(deaf.count === 1 && isDeaf(beat, screen)) ? deaf : null;
  return find('station-no-screen') ?? others ?? (putAway ? null : find('items-unclaimed'));
}

function isDeaf(beat: Beat | null, screen: string | undefined): boolean {
  return beat?.screens.some(({ id, page, sound }) => id === screen && page === 'board' && sound !== 'on') ?? false;
}
