import type { RefObject } from 'react';
import { timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useTick } from '../live/ticker.ts';
import { useBusy } from '../live/use-busy.ts';
import { SoundButton } from '../sound/sound-switch.tsx';
import { CrossIcon, LeftIcon } from '../ui/icons.tsx';
import { useCounter } from './context.ts';
import { useWords } from './words.ts';
import styles from './counter-bar.module.css';

/** Where one is, the search, how it stands, and the time. */
export function CounterBar(props: {
  search: RefObject<HTMLInputElement | null>;
  sought: string;
  onSeek: (words: string) => void;
}) {
  const { search, sought, onSeek } = props;
  const words = useWords();
  const { health } = useCounter();
  return (
    <header className={styles.bar}>
      <a className={styles.back} href="/board" aria-label={words.toBoard} title={words.toBoard}>
        <LeftIcon /> <span className={styles.backWords}>{words.toBoard}</span>
      </a>
      <h1 className={styles.name}>{words.title}</h1>
      <search className={styles.search}>
        <input
          ref={search}
          className={styles.field}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          aria-label={words.search}
          placeholder={words.searchHint}
          value={sought}
          onChange={(event) => onSeek(event.target.value)}
        />
        {sought && (
          <button type="button" className={styles.clear} aria-label={words.clearSearch} onClick={() => onSeek('')}>
            <CrossIcon />
          </button>
        )}
      </search>
      <div className={styles.end}>
        <SoundButton enable={styles.enable} round={styles.round} />
        <BusyWords />
        {health}
        <Clock />
      </div>
    </header>
  );
}

/** Guests ask here how long it takes. It is set on a board. */
function BusyWords() {
  const t = useMessages();
  const busy = useBusy();
  return busy && <p className={styles.busy}>{t.wall.busyUntil(busy.minutes, timeOfDay(busy.until, t))}</p>;
}

function Clock() {
  const t = useMessages();
  const words = useTick((now) => timeOfDay(now, t));
  return <time className={styles.clock}>{words}</time>;
}
