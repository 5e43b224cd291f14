import type { Order } from '@kasera/shared/order.ts';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { PieceContext, type Pieces } from './piece.ts';
import { createPlacer, type WallPages } from './place-pieces.ts';
import type { LineRange } from './split-lines.ts';
import type { BoardStore } from '../../live/board-store.ts';
import { useLive } from '../../live/use-live.ts';
import { firstTickets } from './first-tickets.ts';
import { lineCount } from './line-count.ts';
import { createSlices } from './slices.ts';
import { Slot } from './slot.tsx';
import { useIsPainted } from '../use-is-painted.ts';
import { usePainted } from './use-painted.ts';
import type { Place } from './wall-state.ts';
import styles from './wall.module.css';

/** The next page is drawn when what was asked for is in sight, and not in a storm, in which it would go by unseen. */
const aheadAfterMs = 900;

/**
 * The tickets in their columns, or one below the other on a phone. React only says which tickets there are; where each
 * stands is computed from their measured heights and written into their style, so that placing renders nothing. Those of
 * far pages are not drawn: they are counted and have their place, which costs next to nothing. At the beginning a few
 * are drawn, which can be read while the others come.
 */
export function Wall(props: {
  places: readonly Place[];
  /** Somebody is at the screen: no ticket moves up because another became shorter. */
  held: boolean;
  page: number;
  /** Of the text, in pixels: another one moves everything. */
  size: number;
  onPages: (pages: WallPages) => void;
}) {
  const { places, held, page, size, onPages } = props;
  const t = useMessages();
  const { store, isStorm } = useLive();
  const ref = useRef<HTMLDivElement>(null);
  const [placer] = useState(() => createPlacer({ monotonic: () => performance.now() }));
  const [splits, setSplits] = useState<ReadonlyMap<string, LineRange[]>>(new Map());
  const [near, setNear] = useState<ReadonlySet<string>>(() => firstTickets(places));
  const isBegun = useIsPainted();
  const painted = usePainted();
  const [watcher] = useState(() => createSizeWatcher(placer.resized));
  const [slices] = useState(() => createSlices({ frameTime, nextFrame: requestAnimationFrame.bind(window), isStorm }));
  const [linesOf] = useState(() => createLineCounter(store));

  useLayoutEffect(() => {
    watcher.onResize(() => {
      if (!ref.current) return;
      const element = ref.current;
      const placed = placer.place(element, { places, linesOf, page, held, size, splits });
      onPages(placed.pages);
      setSplits(placed.splits);
      if (isBegun) slices.draw(near, placer.near(near, 0), setNear);
    });
    if (!isBegun) return undefined;
    const ahead = setTimeout(() => slices.draw(near, placer.near(near, 1), setNear), aheadAfterMs);
    return () => clearTimeout(ahead);
  }, [watcher, placer, slices, places, linesOf, held, page, size, splits, near, isBegun, onPages, t]);

  useEffect(() => {
    if (ref.current) watcher.observer.observe(ref.current);
    return () => watcher.observer.disconnect();
  }, [watcher]);
  const [pieces] = useState(() => ({ observe: observeBy(watcher.observer, painted), heightOf: placer.heightOf }));

  return (
    <div ref={ref} className={styles.wall}>
      {!places.some((one) => one.zone === 'new') && <p className={styles.newHint}>{t.empty.newColumn}</p>}
      {!places.some((one) => one.zone === 'main') && <p className={styles.mainHint}>{t.empty.nothingCooking}</p>}
      <PieceContext value={pieces}>
        {places
          .filter(({ id }) => near.has(id))
          .map(({ id, zone, face }) => (
            <Slot key={id} id={id} zone={zone} face={face} ranges={splits.get(id) ?? null} />
          ))}
      </PieceContext>
    </div>
  );
}

/** Watches over a piece's size, and over whether it is in sight, for as long as it is there. */
function observeBy(observer: ResizeObserver, painted: (element: HTMLElement) => () => void): Pieces['observe'] {
  return (element) => {
    if (!element) return undefined;
    observer.observe(element);
    const unwatch = painted(element);
    return () => {
      observer.unobserve(element);
      unwatch();
    };
  };
}

const frameTime = () => document.timeline.currentTime;

/** About how many lines an order's ticket has; counted once for each state of an order. */
function createLineCounter(store: Pick<BoardStore, 'order'>): (orderId: string) => number {
  const known = new WeakMap<Order, number>();
  return (orderId) => {
    const order = store.order(orderId);
    if (!order) return 0;
    const lines = known.get(order) ?? linesIn(order);
    known.set(order, lines);
    return lines;
  };
}

/** One that cannot be counted has its place all the same: its ticket is shown simply. */
function linesIn(order: Order): number {
  try {
    return lineCount(order);
  } catch {
    return 1;
  }
}

/** Places everything anew whenever a ticket or the wall changes its size: before that is painted. */
function createSizeWatcher(resized: (entries: readonly ResizeObserverEntry[]) => boolean) {
  let place = () => {};
  return {
    // It tells of each element it begins to watch, too: those were measured a moment ago.
    observer: new ResizeObserver((entries) => {
      if (resized(entries)) place();
    }),
    /** Places at once, and from now on with each change of size. */
    onResize(next: () => void) {
      place = next;
      place();
    },
  };
}
