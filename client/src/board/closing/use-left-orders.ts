import type { Order } from '@kasera/shared/order.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import { useState } from 'react';
import { useTick } from '../../live/ticker.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import type { Listing } from '../listing.ts';
import { closedAt, leftAtClosing, type Closed } from './left-at-closing.ts';

export interface LeftOrders {
  orders: readonly Order[];
  closed: Closed;
}

/** What was left open at closing; null: the kitchen is open, or nothing was. */
export function useLeftOrders(listing: Pick<Listing, 'main' | 'fresh'>): LeftOrders | null {
  const closed = useClosed();
  if (!closed) return null;
  const orders = leftAtClosing(listing, closed);
  return orders.length > 0 ? { orders, closed } : null;
}

/** Looked up once a minute: a calendar is not for every event. */
function useClosed(): Closed | null {
  const { rules: rulesCell, clock } = useLive();
  const rules = useCell(rulesCell);
  const minute = useTick((now) => Math.floor(now / 60_000));
  const [held, setHeld] = useState<{ rules: KitchenRules | null; minute: number; closed: Closed | null } | null>(null);
  if (held?.rules === rules && held.minute === minute) return held.closed;
  const closed = rules && closedAt(clock.now(), rules);
  setHeld({ rules, minute, closed });
  return closed;
}
