import { useCallback, useRef, useState } from 'react';
import type { Listing } from './listing.ts';
import { onePage, type WallPages } from './wall/place-pieces.ts';
import { stopsElsewhere, type StopElsewhere } from './words/stop-elsewhere.ts';
import { useBelowFold } from './use-below-fold.ts';
import { useDeepLink } from './use-deep-link.ts';
import { usePageReturn } from './use-page-return.ts';
import { useWallState } from './wall/use-wall-state.ts';
import type { Place, WallState } from './wall/wall-state.ts';

export type View = 'open' | 'all-day' | 'later' | 'done' | 'left-open' | 'sold-out';

/** Which list is shown, which page of the wall, and what is out of sight by that. */
export interface BoardView {
  view: View;
  show(view: View): void;
  /** The sums of all dishes over the whole screen, and back to the tickets. */
  toggleAllDay(): void;
  wall: WallState;
  /** The page that was asked for; `pages.page` is the one that is shown. */
  wantedPage: number;
  setPage(page: number): void;
  /** The page of an order that is on another than the shown one. */
  pageOf(id: string): number | undefined;
  /** One page on or back; at the ends nothing. */
  turn(step: 1 | -1): void;
  pages: WallPages;
  takePages(next: WallPages): void;
  stops: StopElsewhere | null;
}

export function useBoardView(listing: Listing): BoardView {
  const [view, show] = useState<View>('open');
  const [wantedPage, setPage] = useState(0);
  const [pages, setPages] = useState(onePage);
  const wall = useWallState(listing);
  const stopped = stopsOf(wall.places, listing);
  const stopIds = stopped.join(' ');
  const latest = useRef(onePage);
  const takePages = useCallback(
    (next: WallPages) => {
      latest.current = next;
      setPages((shown) => (isSame(shown, next, stopIds.split(' ')) ? shown : next));
    },
    [stopIds],
  );
  const pageOf = useCallback((id: string) => latest.current.elsewhere.get(id), []);
  const turn = useCallback(
    (step: 1 | -1) => setPage((page) => Math.min(Math.max(0, page + step), pages.pages - 1)),
    [pages.pages],
  );
  const toggleAllDay = useCallback(() => show((before) => (before === 'all-day' ? 'open' : 'all-day')), []);
  useDeepLink({ show, pageOf, setPage });
  usePageReturn(wantedPage, setPage);
  const isWallShown = view === 'open';
  const belowFold = useBelowFold(stopped, isWallShown);
  const stops = stopsElsewhere(listing.main, { ...pages, isWallShown, belowFold });
  return { view, show, toggleAllDay, wall, wantedPage, setPage, pageOf, turn, pages, takePages, stops };
}

/** The STOP cards that have a place on the wall. */
function stopsOf(places: readonly Place[], listing: Listing): string[] {
  const stopped = new Set(listing.main.filter((order) => order.stop).map((order) => order.id));
  return stopped.size === 0 ? [] : places.flatMap(({ id }) => (stopped.has(id) ? id : []));
}

/** Where each order is that is not shown matters for STOP cards only: the others are counted. */
function isSame(a: WallPages, b: WallPages, stopIds: readonly string[]): boolean {
  return (
    a.page === b.page &&
    a.pages === b.pages &&
    a.elsewhere.size === b.elsewhere.size &&
    stopIds.every((id) => a.elsewhere.get(id) === b.elsewhere.get(id)) &&
    isSameList(a, b)
  );
}

function isSameList({ freshElsewhere: a }: WallPages, { freshElsewhere: b }: WallPages): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
