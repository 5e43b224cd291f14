import { useSyncExternalStore, type ReactNode } from 'react';
import { useDevice } from '../../device/device.ts';
import { KeptWords, PrintOpen } from '../../device/kept-words.tsx';
import { SetUpStrip } from '../../device/set-up-strip.tsx';
import { timeOfDay } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { useSound } from '../../sound/use-sound.ts';
import { CheckIcon, CrossIcon, SpeakerIcon, WarningIcon } from '../../ui/icons.tsx';
import { GoneStations } from './gone-stations.tsx';
import { FullScreenStrip, LineStrip, ShopStripView } from '../late-parts.ts';
import { messageWords } from './message-words.ts';
import { shopStripOf } from './shop-strip.ts';
import { Strip } from './strip.tsx';
import { useIsPainted } from '../use-is-painted.ts';
import { useBoardScreen } from '../use-screen.ts';
import styles from './message-row.module.css';

/**
 * The row that is always kept free for words: what it says never moves a ticket. The gravest thing goes first.
 * @param children what stands at its right end, above the NEW column
 */
export function MessageRow({ children }: { children: ReactNode }) {
  const { watch, queued, queue, phase } = useLive();
  const warning = useCell(watch).warning;
  const { asOf, fullScreen } = useDevice();
  const isKept = useCell(asOf) !== null;
  const wantsFull = useCell(fullScreen) === 'yes';
  const isRefused = useCell(phase) === 'too-many-connections';
  // Every press passes through the queue, and few have to be asked about.
  const isAsking = useSyncExternalStore(queued.subscribe, () => queue.stale().length > 0);
  const isTroubled = warning.type !== 'none' || isKept || isRefused;
  return (
    <div className={styles.row}>
      <div className={styles.strips} aria-live="assertive">
        {isTroubled ? warningWords : isAsking ? <StaleQuestion /> : said}
      </div>
      {!isTroubled && !isAsking && setUp}
      {!isTroubled && wantsFull && fullScreenAgain}
      {children}
    </div>
  );
}

/** The same elements each time: they render when they themselves change. */
const warningWords = <Warning />;
const said = <Said />;
const setUp = <SetUpStrip />;
const fullScreenAgain = <FullScreenStrip />;

/** How the shop's side stands, and what just happened. */
function Said() {
  const t = useMessages();
  const { messages, beat } = useLive();
  const { caughtUpSeen } = useBoardScreen();
  // Its script would come before the first ticket.
  const isPainted = useIsPainted();
  const standing = useCell(messages.standing);
  const strip = shopStripOf(useCell(beat), useCell(caughtUpSeen));
  return (
    <>
      <GoneStations />
      {strip && <ShopStripView strip={strip} />}
      {isPainted && !strip && standing.length === 0 && <LineStrip />}
      {standing.map(({ id, message }) => (
        <Strip key={id} level={message.type === 'refused' ? 'warn' : 'good'}>
          {message.type === 'refused' ? <WarningIcon /> : <CheckIcon />}
          <p>{messageWords(message, t)}</p>
          <button
            type="button"
            className={styles.dismiss}
            aria-label={t.messages.dismiss}
            onClick={() => messages.dismiss(id)}
          >
            <CrossIcon />
          </button>
        </Strip>
      ))}
    </>
  );
}

function Warning() {
  const t = useMessages();
  const { watch, phase } = useLive();
  const { warning, alarms } = useCell(watch);
  const isRefused = useCell(phase) === 'too-many-connections';
  const isKept = useCell(useDevice().asOf) !== null;
  const { hushed } = useSound();
  const isHushed = useCell(hushed);
  return (
    <Strip level="bad">
      <WarningIcon />
      <p>
        {isKept ? (
          <KeptWords />
        ) : isRefused ? (
          t.warnings.noPlace
        ) : warning.type === 'silent' ? (
          <Silence />
        ) : warning.type === 'refusing' ? (
          `${t.warnings.refusing} (${t.warnings.refusingSince(timeOfDay(warning.sinceAt, t))})`
        ) : (
          ''
        )}
      </p>
      {(isKept || isRefused || warning.type === 'silent') && <PrintOpen className={styles.action ?? ''} />}
      {alarms > 0 && (
        <button type="button" className={styles.action} disabled={isHushed} onClick={() => hushed.set(true)}>
          <SpeakerIcon muted /> {isHushed ? t.warnings.hushed : t.warnings.hush}
        </button>
      )}
    </Strip>
  );
}

/** Counts on in steps of five seconds, so that a screen reader is not told each one. */
function Silence() {
  const t = useMessages();
  const { watch } = useLive();
  return useTick(() => {
    const { warning } = watch.get();
    const seconds = warning.type === 'silent' ? Math.max(12, Math.floor(warning.forMs / 5_000) * 5) : 0;
    return t.warnings.silent(seconds);
  });
}

/** Presses that are too old to be sent without asking. */
function StaleQuestion() {
  const t = useMessages();
  const { queue, queued } = useLive();
  useCell(queued);
  const stale = queue.stale();
  const since = stale[0]?.pressedAt ?? 0;
  const numbers = [...new Set(stale.map((entry) => `#${entry.number}`))].join(' ');
  return (
    <Strip level="warn">
      <WarningIcon />
      <p>
        {t.messages.stale(stale.length, timeOfDay(since, t))} {numbers}
      </p>
      <button type="button" className={styles.action} onClick={() => queue.approveStale()}>
        {t.messages.staleSend}
      </button>
      <button type="button" className={styles.action} onClick={() => queue.dropStale()}>
        {t.messages.staleDrop}
      </button>
    </Strip>
  );
}
