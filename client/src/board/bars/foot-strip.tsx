import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { useLive } from '../../live/use-live.ts';
import { LeftIcon, RightIcon, UpIcon } from '../../ui/icons.tsx';
import { PagePart } from '../../ui/page-part.tsx';
import { BusyButton } from '../busy/busy-button.tsx';
import { DoneStrip } from '../lists/done-strip.tsx';
import { LaterStrip } from '../later/later-strip.tsx';
import type { Listing } from '../listing.ts';
import type { BoardView } from '../use-board-view.ts';
import styles from '../lists/done-strip.module.css';

/** Below the tickets: what comes later and what was finished last, and at the edges of the wall the way to turn its page. */
export function FootStrip({ listing, board }: { listing: Listing; board: BoardView }) {
  const t = useMessages();
  const { view, pages, turn, show } = board;
  const isWall = view === 'open';
  return (
    <footer className={styles.strip}>
      <button
        type="button"
        className={styles.edge}
        aria-label={t.wall.pageBack}
        disabled={!isWall || pages.page === 0}
        onClick={() => turn(-1)}
      >
        <LeftIcon />
      </button>
      <PagePart>
        <LaterStrip later={listing.later} show={show} />
      </PagePart>
      {whatStands}
      <PagePart>
        <DoneStrip done={listing.done} />
      </PagePart>
      <button
        type="button"
        className={styles.edge}
        aria-label={t.wall.pageForward}
        disabled={!isWall || pages.page >= pages.pages - 1}
        onClick={() => turn(1)}
      >
        <RightIcon />
      </button>
    </footer>
  );
}

/** The same elements each time: they render when they themselves change. */
const whatStands = (
  <>
    <Unsent />
    <BusyButton />
  </>
);

const saidAfterMs = 1_500;

/** How much has not reached the server. */
function Unsent() {
  const t = useMessages();
  const { queued } = useLive();
  const count = useTick((now) => queued.get().filter((entry) => now - entry.pressedAt > saidAfterMs).length);
  if (count === 0) return null;
  return (
    <span className={styles.unsent}>
      <UpIcon /> {count} {t.ticket.notSent}
    </span>
  );
}
