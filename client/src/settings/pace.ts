import type { ShopView } from '@kasera/shared/shop.ts';

/** How long until the page asks again how it stands, in milliseconds: sooner while something is under way. */
export function paceOf(view: Pick<ShopView, 'consent' | 'asking' | 'connection'> | undefined): number {
  if (!view) return 3_000;
  if (view.consent === 'waiting' || view.asking.catchUp !== null) return 2_000;
  return view.connection === null ? 10_000 : 5_000;
}
