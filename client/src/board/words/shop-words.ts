import type { Beat } from '@kasera/shared/socket.ts';
import { ago, timeOfDay } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/en.ts';

/** How one of the two ways from the shop stands: it works, it is not in use, or something is wrong with it. */
export interface ShopWay {
  state: 'ok' | 'off' | 'bad';
  words: string;
}

/** The shop telling by itself: its signed messages. A shop that is asked need not. */
export function toldWay(beat: Beat | null, now: number, t: Messages): ShopWay {
  const isAsked = beat !== null && beat.asking.state !== 'off';
  if (beat?.shopHeardAt) return { state: 'ok', words: t.health.shopSigned(ago(now - beat.shopHeardAt, t)) };
  const state = isAsked ? 'off' : 'bad';
  if (beat?.shopPingedAt) return { state, words: t.health.shopPinged(ago(now - beat.shopPingedAt, t)) };
  return { state, words: isAsked ? t.shop.noneNeeded : t.health.shopSilent };
}

/** Kasera asking the shop. */
export function askedWay(beat: Beat | null, now: number, t: Messages): ShopWay {
  const asking = beat?.asking;
  if (!asking || asking.state === 'off') return { state: 'off', words: t.shop.askedOff };
  const { checkedAt, failingSince, fault } = asking;
  const checked = checkedAt === null ? t.shop.askedNever : t.shop.askedAt(ago(now - checkedAt, t));
  switch (asking.state) {
    case 'asking':
      return { state: 'ok', words: checked };
    case 'slow':
      return { state: 'ok', words: `${checked}; ${t.shop.askedSlowly(fault)}` };
    case 'down':
      return { state: 'bad', words: t.shop.askedDown(fault, timeOfDay(failingSince ?? now, t)) };
  }
}
