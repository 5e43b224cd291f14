import { useEffect, useState, type ReactNode } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { SoundButton } from '../../sound/sound-switch.tsx';
import { MoreIcon, SettingsIcon } from '../../ui/icons.tsx';
import button from './bar-button.module.css';
import { HealthChip } from '../words/health-chip.tsx';
import { MorePanel, SettingsPanel } from '../late-parts.ts';
import type { Listing } from '../listing.ts';
import { PagePill } from './page-pill.tsx';
import { SoldOutButton } from '../sold-out/sold-out-button.tsx';
import { StationsButton } from '../stations/stations-button.tsx';
import type { BoardView, View } from '../use-board-view.ts';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './top-bar.module.css';
import choices from '../views.module.css';

/** What this screen shows, what else there is, how it stands, and the time. */
export function TopBar({ listing, board }: { listing: Listing; board: BoardView }) {
  const { view, show, pages, setPage } = board;
  return (
    <header className={styles.bar}>
      {stations}
      <Views listing={listing} board={board} />
      <PagePill isShown={view === 'open'} pages={pages} onPage={setPage} />
      <div className={styles.end}>
        {switches}
        <MoreButtonOfBar listing={listing} onShow={show} />
        {state}
      </div>
    </header>
  );
}

/** The same elements each time: what the orders do not change is not rendered with every press. */
const stations = <StationsButton />;
const switches = (
  <>
    <SoundButton enable={`${button.button} ${styles.enable}`} round={`${button.button} ${styles.round}`} />
    <SettingsButton />
  </>
);
const state = (
  <>
    <HealthChip />
    <Clock />
  </>
);

function Views({ listing, board: { view, show } }: { listing: Listing; board: BoardView }) {
  const t = useMessages();
  const views: { view: View; words: string; count?: number }[] = [
    { view: 'open', words: t.top.open, count: listing.main.length + listing.fresh.length },
    { view: 'all-day', words: t.wall.allDay },
    { view: 'later', words: t.wall.later, count: listing.later.length },
    { view: 'done', words: t.top.done, count: listing.done.length },
  ];
  if (listing.leftOpen.length > 0 || view === 'left-open')
    views.push({ view: 'left-open', words: t.top.leftOpen, count: listing.leftOpen.length });
  return (
    <nav className={choices.views} aria-label={t.top.views}>
      {views.map((one) => (
        <button
          key={one.view}
          type="button"
          className={`${button.button} ${choices.view}`}
          aria-pressed={one.view === view}
          data-view={one.view}
          data-some={(one.view === 'later' && one.count !== 0) || undefined}
          onClick={() => show(one.view)}
        >
          {one.words} {one.count}
        </button>
      ))}
      <SoldOutButton isShown={view === 'sold-out'} onShow={() => show('sold-out')} />
    </nav>
  );
}

/** To make a page's first format of a time takes a slow screen 100 ms: its tickets go first. */
const clockAfterMs = 1_000;

/** The clock on the kitchen's wall, not this screen's own; its place is there from the beginning. */
function Clock() {
  const { time } = useKitchenTime();
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), clockAfterMs);
    return () => clearTimeout(timer);
  }, []);
  const words = useTick((now) => (isDue ? time(now) : ''));
  return (
    <time className={styles.clock} style={isDue ? undefined : { visibility: 'hidden' }}>
      {words || '00:00'}
    </time>
  );
}

function SettingsButton() {
  const t = useMessages();
  return (
    <PanelButton name={t.top.settings} sign={<SettingsIcon />}>
      {(close) => <SettingsPanel onClose={close} />}
    </PanelButton>
  );
}

/** What one rarely needs, or what a narrow screen has no room for. */
function MoreButtonOfBar({ listing, onShow }: { listing: Listing; onShow: (view: View) => void }) {
  const t = useMessages();
  return (
    <PanelButton name={t.wall.more} sign={<MoreIcon />}>
      {(close) => <MorePanel listing={listing} onShow={onShow} onClose={close} />}
    </PanelButton>
  );
}

/** A round button and the panel it opens. */
function PanelButton(props: { name: string; sign: ReactNode; children: (close: () => void) => ReactNode }) {
  const { name, sign, children } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${button.button} ${styles.round}`}
        aria-label={name}
        title={name}
        onClick={() => setOpen(true)}
      >
        {sign}
      </button>
      {open && children(() => setOpen(false))}
    </>
  );
}
