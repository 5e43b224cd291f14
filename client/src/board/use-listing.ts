import type { Order } from '@kasera/shared/order.ts';
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
  const listing = keepLists(held.listing, listOrders(orders, clock.now(), viewer));
  setHeld({ orders, viewer, time: timeAfter(clock.now(), listing), listing });
  return listing;
}

/** As the tick will say it once the new listing is held, so that it is not made twice. */
function timeAfter(now: number, { nextFireAt }: Listing): string {
  return `${Math.floor(now / 60_000)} ${now >= nextFireAt}`;
}

/** A list in which nothing changed stays the same array: what shows it alone does not render. */
function keepLists(before: Listing, after: Listing): Listing {
  const kept = (list: Exclude<keyof Listing, 'nextFireAt'>) =>
    (isSame(before[list], after[list]) ? before : after)[list];
  return {
    ...{
      fresh: kept('fresh'),
      main: kept('main'),
      done: kept('done'),
      leftOpen: kept('leftOpen'),
      later: kept('later'),
    },
    nextFireAt: after.nextFireAt,
  };
}

function isSame(a: readonly Order[], b: readonly Order[]): boolean {
  return a.length === b.length && a.every((order, index) => order === b[index]);
}
