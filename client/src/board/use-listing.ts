import { useState } from 'react';
import { useTick } from '../live/ticker.ts';
import { useCell, useLive, useOrders } from '../live/use-live.ts';
import { listOrders, type Listing } from './listing.ts';

/**
 * All orders in their lists, as this screen shows them. It looks again with each minute, since tickets become "left
 * open" because time passes, and within a second of the moment at which one comes from Later.
 */
export function useListing(): Listing {
  const orders = useOrders();
  const { clock, viewer: viewerCell } = useLive();
  const viewer = useCell(viewerCell);
  const [held, setHeld] = useState(() => ({
    orders,
    viewer,
    time: '',
    listing: listOrders(orders, clock.now(), viewer),
  }));
  const { nextFireAt } = held.listing;
  const time = useTick((now) => `${Math.floor(now / 60_000)} ${now >= nextFireAt}`);
  if (held.orders === orders && held.viewer === viewer && held.time === time) return held.listing;
  const listing = listOrders(orders, clock.now(), viewer);
  setHeld({ orders, viewer, time: timeAfter(clock.now(), listing), listing });
  return listing;
}

/** As the tick will say it once the new listing is held, so that it is not made twice. */
function timeAfter(now: number, { nextFireAt }: Listing): string {
  return `${Math.floor(now / 60_000)} ${now >= nextFireAt}`;
}
