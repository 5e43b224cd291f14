import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import type { Beat, Notice } from '@kasera/shared/socket.ts';

/** What the reserved row has to say about the shop's side; null: nothing. */
export type ShopStrip =
  | ({ type: 'down' } & ShopDown)
  | { type: 'catching-up'; done: number; total: number | null }
  /** Said once: `key` tells this summary from the next. */
  | { type: 'caught-up'; notice: Notice; key: string };

export interface ShopDown {
  /** Epoch milliseconds; null where it is not known. */
  sinceAt: number | null;
  fault: ShopFaultKind | null;
  /** Signed messages of the shop have come since: new orders still arrive by them. */
  tellsStill: boolean;
}

/** How long the shop has not answered when asked, and whether it tells by itself; null: it answers, or is not asked. */
export function shopDown({ asking, shopHeardAt }: Beat): ShopDown | null {
  if (asking.state !== 'down') return null;
  const { failingSince, fault } = asking;
  return { sinceAt: failingSince, fault, tellsStill: shopHeardAt !== null && shopHeardAt > (failingSince ?? Infinity) };
}

/**
 * The gravest of what is to be said of the shop.
 * @param seenKey the summary somebody has taken away on this screen
 */
export function shopStripOf(beat: Beat | null, seenKey: string): ShopStrip | null {
  if (!beat) return null;
  const down = shopDown(beat);
  if (down) return { type: 'down', ...down };
  if (beat.asking.catchUp) return { type: 'catching-up', ...beat.asking.catchUp };
  const notice = beat.notices.find(({ code }) => code === 'caught-up');
  const key = notice ? `${notice.at ?? 0} ${notice.count ?? 0}` : '';
  return notice && key !== seenKey ? { type: 'caught-up', notice, key } : null;
}
