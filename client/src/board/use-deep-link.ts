import { listFor } from '@kasera/shared/tickets.ts';
import type { TicketList } from '@kasera/shared/tickets.ts';
import { useEffect } from 'react';
import { useCell, useLive } from '../live/use-live.ts';
import { pointAt, type PagedWall } from './wall/point-at.ts';
import type { View } from './use-board-view.ts';

/** `/board#<order id>`: goes to the list the order is in, turns to its page and points at it for a while. */
export function useDeepLink(goTo: PagedWall & { show: (view: View) => void }): void {
  const { store, clock, phase, viewer } = useLive();
  const isLive = useCell(phase) === 'live';
  const { show, pageOf, setPage } = goTo;
  useEffect(() => {
    const follow = () => {
      const id = idInAddress();
      const order = id === null ? undefined : store.order(id);
      if (!order) return;
      show(viewOf(listFor(order, clock.now(), viewer.get())));
      pointAt(order.id, { pageOf, setPage });
    };
    if (isLive) follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [isLive, store, clock, viewer, show, pageOf, setPage]);
}

function viewOf(list: TicketList): View {
  return list === 'done' || list === 'left-open' || list === 'later' ? list : 'open';
}

function idInAddress(): string | null {
  try {
    return decodeURIComponent(window.location.hash.slice(1)) || null;
  } catch {
    return null;
  }
}
