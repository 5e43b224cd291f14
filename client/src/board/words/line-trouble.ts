import type { Beat, Notice, NoticeCode } from '@kasera/shared/socket.ts';

/** What has a strip of its own in the row, or a place of its own in the order below. */
const elsewhere: readonly NoticeCode[] = ['shop-down', 'station-no-screen', 'screens-deaf', 'items-unclaimed'];

/**
 * What the reserved row has to say of the line and of what reaches it ([BO11]); the station without a screen first: its
 * orders are seen by nobody. Then what may keep orders from coming, screens nobody hears, phones that are not told.
 * Dishes of no station come last: they are on every screen, and nothing is lost.
 * @param look `isPutAway`: the word about that was put away here within the hour; `screen`: this one's id, which needs
 * no word where it alone is deaf, since its own button says so
 */
export function lineTrouble(
  beat: Beat | null,
  look: { isPutAway?: (code: NoticeCode) => boolean; screen?: string } = {},
): Notice | null {
  const { isPutAway = () => false, screen } = look;
  const notices = beat?.notices.filter(({ code }) => !canPutAway(code) || !isPutAway(code)) ?? [];
  const find = (code: NoticeCode) => notices.find((notice) => notice.code === code) ?? null;
  const errors = notices.filter(({ level, code }) => level === 'error' && !elsewhere.includes(code));
  const isOfPhones = ({ code }: Notice) => code.startsWith('push-');
  const deaf = find('screens-deaf');
  const others = deaf && !(deaf.count === 1 && isDeaf(beat, screen)) ? deaf : null;
  const coming = errors.find((notice) => !isOfPhones(notice)) ?? find('webhook-broken');
  return find('station-no-screen') ?? coming ?? others ?? errors.find(isOfPhones) ?? find('items-unclaimed');
}

/** Whoever stands at the line can mend what concerns its screens, and it stays until then; the rest may be another's. */
export function canPutAway(code: NoticeCode): boolean {
  return code !== 'station-no-screen' && code !== 'screens-deaf';
}

function isDeaf(beat: Beat | null, screen: string | undefined): boolean {
  return beat?.screens.some(({ id, page, sound }) => id === screen && page === 'board' && sound !== 'on') ?? false;
}
