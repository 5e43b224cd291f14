import { useCallback, useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { createCell } from '../live/cell.ts';
import { createPreference } from '../live/preference.ts';
import { createSoldOutApi } from '../live/sold-out-api.ts';
import { useTick } from '../live/ticker.ts';
import { useCell, useLive, useOrders } from '../live/use-live.ts';
import { Arrivals } from './arrivals.tsx';
import { DoneStrip } from './done-strip.tsx';
import { EmptyBoard } from './empty-board.tsx';
import { FreshElsewhere } from './fresh-elsewhere.tsx';
import { listOrders, type Listing } from './listing.ts';
import { MessageRow } from './message-row.tsx';
import { DoneList, LeftOpenList } from './order-list.tsx';
import { OrderMenu } from './order-menu.tsx';
import { PageTitle } from './page-title.tsx';
import { onePage, type WallPages } from './place-pieces.ts';
import { pointAt } from './point-at.ts';
import { useSize } from './size.ts';
import { SoldOutList } from './sold-out-list.tsx';
import { StopButton } from './stop-button.tsx';
import { stopsElsewhere } from './stop-elsewhere.ts';
import { TopBar, type View } from './top-bar.tsx';
import { useBelowFold } from './use-below-fold.ts';
import { useDeepLink } from './use-deep-link.ts';
import { useKeys } from './use-keys.ts';
import { usePageReturn } from './use-page-return.ts';
import { BoardScreenContext, type BoardScreen } from './use-screen.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { useWallState } from './use-wall-state.ts';
import type { Place } from './wall-state.ts';
import { Wall } from './wall.tsx';
import styles from './board-page.module.css';

/** The kitchen board. */
export function BoardPage({ lastInputAt }: { lastInputAt: () => number }) {
  const [screen] = useState(() => createScreen(lastInputAt));
  useWakeLock();
  return (
    <BoardScreenContext value={screen}>
      <Board />
      <OpenMenu menuFor={screen.menuFor} />
      <Arrivals />
    </BoardScreenContext>
  );
}

function createScreen(lastInputAt: () => number): BoardScreen {
  return {
    lastInputAt,
    menuFor: createCell<string | null>(null),
    name: createPreference<string>(localStorage, 'screenName', (kept) => kept ?? ''),
    caughtUpSeen: createPreference<string>(localStorage, 'caughtUpSeen', (kept) => kept ?? ''),
    soldOutApi: createSoldOutApi({ fetch: (path, init) => fetch(path, init) }),
  };
}

function Board() {
  const [size] = useSize();
  const [view, setView] = useState<View>('open');
  const [wantedPage, setPage] = useState(0);
  const [pages, setPages] = useState(onePage);
  const listing = useListing();
  const { places, held } = useWallState(listing);
  const takePages = useCallback((next: WallPages) => setPages((shown) => (isSame(shown, next) ? shown : next)), []);
  const turn = useCallback(
    (step: 1 | -1) => setPage((page) => Math.min(Math.max(0, page + step), pages.pages - 1)),
    [pages.pages],
  );
  useKeys(turn);
  useDeepLink({ view: setView, page: setPage });
  usePageReturn(wantedPage, setPage);
  const isWallShown = view === 'open';
  const belowFold = useBelowFold(stopsOf(places, listing), isWallShown);
  const stops = stopsElsewhere(listing.main, { ...pages, isWallShown, belowFold });
  const counts = {
    open: listing.main.length + listing.fresh.length,
    done: listing.done.length,
    'left-open': listing.leftOpen.length,
  };
  return (
    <div className={styles.page} data-size={size}>
      <PageTitle waiting={listing.fresh.length} />
      <div className={styles.head}>
        <TopBar view={view} counts={counts} pages={pages} onView={setView} onPage={setPage} />
        <MessageRow>
          {stops && (
            <StopButton
              numbers={stops.numbers}
              onShow={() => {
                setView('open');
                setPage(stops.page);
                pointAt(stops.id, setPage);
              }}
            />
          )}
          {view === 'open' && pages.freshElsewhere.length > 0 && (
            <FreshElsewhere ids={pages.freshElsewhere} onShow={() => setPage((pages.page + 1) % pages.pages)} />
          )}
        </MessageRow>
      </div>
      <main className={styles.main}>
        {view === 'open' && places.length > 0 && (
          <Wall places={places} held={held} page={wantedPage} size={size} onPages={takePages} />
        )}
        {view === 'open' && places.length === 0 && <Nothing />}
        {view === 'done' && <DoneList orders={listing.done} />}
        {view === 'sold-out' && <SoldOutList />}
        {view === 'left-open' && <LeftOpenList orders={listing.leftOpen} />}
      </main>
      <DoneStrip done={listing.done} />
    </div>
  );
}

/** The STOP cards that have a place on the wall. */
function stopsOf(places: readonly Place[], listing: Listing): string[] {
  const stopped = new Set(listing.main.filter((order) => order.stop).map((order) => order.id));
  return places.flatMap(({ id }) => (stopped.has(id) ? id : []));
}

/** Nothing is open; or nothing is known yet, which is not the same. */
function Nothing() {
  const t = useMessages();
  const { store, phase } = useLive();
  useCell(phase);
  return store.board().epoch === null ? <p className={styles.loading}>{t.empty.loading}</p> : <EmptyBoard />;
}

/** Looks again each minute too: tickets become "left open" because time passes. */
function useListing(): Listing {
  const orders = useOrders();
  const minute = useTick((now) => Math.floor(now / 60_000));
  const { clock } = useLive();
  const [held, setHeld] = useState(() => ({ orders, minute, listing: listOrders(orders, clock.now()) }));
  if (held.orders === orders && held.minute === minute) return held.listing;
  const listing = listOrders(orders, clock.now());
  setHeld({ orders, minute, listing });
  return listing;
}

function OpenMenu({ menuFor }: { menuFor: ReturnType<typeof createCell<string | null>> }) {
  const id = useCell(menuFor);
  return id === null ? null : <OrderMenu key={id} id={id} onClose={() => menuFor.set(null)} />;
}

function isSame(a: WallPages, b: WallPages): boolean {
  const isSameFresh = a.freshElsewhere.join() === b.freshElsewhere.join();
  const isSameElsewhere = [...a.elsewhere].join() === [...b.elsewhere].join();
  return a.page === b.page && a.pages === b.pages && isSameElsewhere && isSameFresh;
}
