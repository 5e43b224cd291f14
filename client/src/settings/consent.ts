import type { ShopView } from '@kasera/shared/shop.ts';

/** What the shop's consent page said in the address it led back to. */
export type ConsentReturn = 'yes' | 'no' | null;

export function readConsentReturn(search: string): ConsentReturn {
  const success = new URLSearchParams(search).get('success');
  if (success === null) return null;
  return success === '1' ? 'yes' : 'no';
}

export type ConsentNews = 'waiting' | 'waitingForKeys' | 'waitingLong' | 'granted' | 'keysUnfit' | 'denied' | null;

/**
 * Where the consent stands. The keys come on a way of their own, from the shop to Kasera: a "yes" in the browser is
 * not yet a connection.
 */
export function consentNews(
  { consent, connection }: Pick<ShopView, 'consent' | 'connection'>,
  returned: ConsentReturn,
  isLong: boolean,
): ConsentNews {
  if (returned === 'no') return 'denied';
  if (returned === 'yes') {
    if (consent === 'denied') return 'keysUnfit';
    if (consent === 'granted' || (consent === 'none' && connection)) return 'granted';
    return isLong || consent === 'none' ? 'waitingLong' : 'waitingForKeys';
  }
  if (consent === 'waiting') return 'waiting';
  return consent === 'denied' && connection === null ? 'denied' : null;
}
