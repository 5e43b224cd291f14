import { useState } from 'react';
import { timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useTick } from '../live/ticker.ts';
import { RightIcon, SettingsIcon, SpeakerIcon } from '../ui/icons.tsx';
import { useSound } from '../sound/use-sound.ts';
import { HealthChip } from './health-chip.tsx';
import type { WallPages } from './place-pieces.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { SoldOutButton } from './sold-out-button.tsx';
import styles from './top-bar.module.css';

export type View = 'open' | 'done' | 'left-open' | 'sold-out';
type OrdersView = Exclude<View, 'sold-out'>;

/** Where one is, what else there is, how it stands, and the time. */
export function TopBar(props: {
  view: View;
  counts: Record<OrdersView, number>;
  pages: WallPages;
  onView: (view: View) => void;
  onPage: (page: number) => void;
}) {
  const { view, counts, pages, onView, onPage } = props;
  const t = useMessages();
  const views: [OrdersView, string][] = [
    ['open', t.top.open],
    ['done', t.top.done],
  ];
  if (counts['left-open'] > 0 || view === 'left-open') views.push(['left-open', t.top.leftOpen]);
  return (
    <header className={styles.bar}>
      <h1 className={styles.name}>Kasera</h1>
      <nav className={styles.views} aria-label={t.top.views}>
        {views.map(([one, words]) => (
          <button
            key={one}
            type="button"
            className={styles.view}
            aria-pressed={one === view}
            data-view={one}
            onClick={() => onView(one)}
          >
            {words} {counts[one]}
          </button>
        ))}
        <SoldOutButton isShown={view === 'sold-out'} onShow={() => onView('sold-out')} />
      </nav>
      {view === 'open' && pages.pages > 1 && <Pager pages={pages} onPage={onPage} />}
      <div className={styles.end}>
        <SoundButton />
        <SettingsButton />
        <HealthChip />
        <Clock />
      </div>
    </header>
  );
}

function Pager({ pages, onPage }: { pages: WallPages; onPage: (page: number) => void }) {
  const t = useMessages();
  const next = (pages.page + 1) % pages.pages;
  const more = pages.elsewhere.size > 0 ? ` · ${t.top.more(pages.elsewhere.size)}` : '';
  const words = t.top.page(pages.page + 1, pages.pages) + more;
  return (
    <button
      type="button"
      className={styles.pill}
      aria-label={`${t.top.nextPage}, ${words}`}
      onClick={() => onPage(next)}
    >
      {words} <RightIcon />
    </button>
  );
}

function Clock() {
  const t = useMessages();
  const words = useTick((now) => timeOfDay(now, t));
  return <time className={styles.clock}>{words}</time>;
}

/** Large and plain while the browser wants a touch first; else one tap silences this device. */
function SoundButton() {
  const t = useMessages();
  const { player, state } = useSound();
  if (state === 'unsupported') return null;
  if (state === 'blocked') {
    return (
      <button type="button" className={styles.enable} onClick={() => player.unlock()}>
        <SpeakerIcon muted /> {t.sound.enable}
      </button>
    );
  }
  const muted = state === 'muted';
  return (
    <button
      type="button"
      className={styles.round}
      data-muted={muted || undefined}
      aria-pressed={!muted}
      aria-label={muted ? t.sound.muted : t.sound.on}
      title={muted ? t.sound.muted : t.sound.on}
      onClick={() => player.setMuted(!muted)}
    >
      <SpeakerIcon muted={muted} />
    </button>
  );
}

function SettingsButton() {
  const t = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.round}
        aria-label={t.top.settings}
        title={t.top.settings}
        onClick={() => setOpen(true)}
      >
        <SettingsIcon />
      </button>
      {open && <SettingsPanel onClose={() => setOpen(false)} />}
    </>
  );
}
