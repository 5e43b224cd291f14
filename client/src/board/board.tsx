import { useEffect } from 'react';
import { useDevice } from '../device/device.ts';
import { nearestSize } from '../device/size.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { PagePart } from '../ui/page-part.tsx';
import { BusyButton } from './busy/busy-button.tsx';
import { ClosingButton } from './closing/closing-button.tsx';
import { FootStrip } from './bars/foot-strip.tsx';
import { FreshElsewhere } from './words/fresh-elsewhere.tsx';
import {
  AllDayPage,
  AllDayRail,
  DoneList,
  EmptyBoard,
  LaterList,
  LeftOpenList,
  preloadLateParts,
  SoldOutList,
} from './late-parts.ts';
import type { Listing } from './listing.ts';
import { MessageRow } from './words/message-row.tsx';
import { PageTitle } from './bars/page-title.tsx';
import { pointAt } from './wall/point-at.ts';
import { StopButton } from './words/stop-button.tsx';
import { TopBar } from './bars/top-bar.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardView, type BoardView } from './use-board-view.ts';
import { useListing } from './use-listing.ts';
import { useRail } from './use-rail.ts';
import { Wall } from './wall/wall.tsx';
import styles from './board-page.module.css';

/** The tickets and all that stands around them. */
export function Board() {
  const emPx = useCell(useDevice().emPx);
  const listing = useListing();
  const board = useBoardView(listing);
  const rail = useRail();
  const isRailShown = rail.isShown && board.view === 'open';
  const { places } = board.wall;
  // Tickets take their places a moment after they are known: that is not an empty board.
  const isEmpty = places.length + listing.main.length + listing.fresh.length === 0;
  const toggleAllDay = rail.fits && board.view === 'open' ? rail.toggle : board.toggleAllDay;
  useBoardKeys({ turn: board.turn, toggleAllDay });
  useEffect(preloadLateParts, []);
  return (
    <div className={styles.page} data-size={nearestSize(emPx)} data-rail={isRailShown || undefined}>
      <PageTitle waiting={listing.fresh.length} />
      <div className={styles.head}>
        {busyBand}
        <ClosingButton listing={listing} place="band" />
        <PagePart>
          <TopBar listing={listing} board={board} />
        </PagePart>
        <PagePart>
          <Words listing={listing} board={board} />
        </PagePart>
      </div>
      {isRailShown && <AllDayRail onLarger={() => board.show('all-day')} onHide={rail.toggle} />}
      <main className={styles.main}>
        {board.view === 'open' && places.length > 0 && (
          <Wall places={places} held={board.wall.held} page={board.wantedPage} size={emPx} onPages={board.takePages} />
        )}
        {board.view === 'open' && isEmpty && <Nothing />}
        <Lists listing={listing} view={board.view} />
      </main>
      <FootStrip listing={listing} board={board} />
    </div>
  );
}

const busyBand = <BusyButton onlyWhenBusy />;

/** What was said, and what is out of sight, in the row that is always kept for it. */
function Words({ listing, board }: { listing: Listing; board: BoardView }) {
  const { view, show, pages, stops, setPage } = board;
  return (
    <MessageRow>
      {stops && (
        <StopButton
          numbers={stops.numbers}
          onShow={() => {
            show('open');
            setPage(stops.page);
            pointAt(stops.id, board);
          }}
        />
      )}
      <ClosingButton listing={listing} place="row" />
      {view === 'open' && pages.freshElsewhere.length > 0 && (
        <FreshElsewhere ids={pages.freshElsewhere} onShow={() => setPage((pages.page + 1) % pages.pages)} />
      )}
    </MessageRow>
  );
}

function Lists({ listing, view }: { listing: Listing; view: BoardView['view'] }) {
  switch (view) {
    case 'open':
      return null;
    case 'all-day':
      return <AllDayPage />;
    case 'later':
      return <LaterList orders={listing.later} />;
    case 'done':
      return <DoneList orders={listing.done} />;
    case 'left-open':
      return <LeftOpenList orders={listing.leftOpen} />;
    case 'sold-out':
      return <SoldOutList />;
  }
}

/** Nothing is open; or nothing is known yet, which is not the same. */
function Nothing() {
  const t = useMessages();
  const { store, phase } = useLive();
  useCell(phase);
  return store.board().epoch === null ? <p className={styles.loading}>{t.empty.loading}</p> : <EmptyBoard />;
}
