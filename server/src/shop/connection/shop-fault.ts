import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import type { ShopFault } from './answer.ts';

/** A fault with what is not known left at "no": no status, no code, nothing arrived. */
export function shopFault(kind: ShopFaultKind, known: Partial<Omit<ShopFault, 'kind'>> = {}): ShopFault {
  return { kind, status: null, code: null, retryAfterMs: null, mayHaveArrived: false, ...known };
}
