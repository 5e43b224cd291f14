import type { ReactNode } from 'react';
import { timeOfDay } from '../i18n/format.ts';
import type { Messages } from '../i18n/en.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useTick } from '../live/ticker.ts';
import { useCell, useLive } from '../live/use-live.ts';
import type { Message } from '../live/messages.ts';
import { useSound } from '../sound/use-sound.ts';
import { CheckIcon, CrossIcon, SpeakerIcon, WarningIcon } from '../ui/icons.tsx';
import styles from './message-row.module.css';

/**
 * The row that is always kept free for words: what it says never moves a ticket. The gravest thing goes first.
 * @param children what stands at its right end, above the NEW column
 */
export function MessageRow({ children }: { children: ReactNode }) {
  const { watch, queued, queue, messages, phase } = useLive();
  const warning = useCell(watch).warning;
  useCell(queued);
  useCell(phase);
  const standing = useCell(messages.standing);
  const t = useMessages();
  return (
    <div className={styles.row}>
      <div className={styles.strips} aria-live="assertive">
        {warning.type !== 'none' ? (
          <Warning />
        ) : queue.stale().length > 0 ? (
          <StaleQuestion />
        ) : (
          standing.map(({ id, message }) => (
            <Strip key={id} level={message.type === 'refused' ? 'warn' : 'good'}>
              {message.type === 'refused' ? <WarningIcon /> : <CheckIcon />}
              <p>{wordsOf(message, t)}</p>
              <button
                type="button"
                className={styles.dismiss}
                aria-label={t.messages.dismiss}
                onClick={() => messages.dismiss(id)}
              >
                <CrossIcon />
              </button>
            </Strip>
          ))
        )}
      </div>
      {children}
    </div>
  );
}

function Strip({ level, children }: { level: 'good' | 'warn' | 'bad'; children: ReactNode }) {
  return (
    <div className={styles.strip} data-level={level}>
      {children}
    </div>
  );
}

function Warning() {
  const t = useMessages();
  const { watch } = useLive();
  const { warning, alarms } = useCell(watch);
  const { hushed } = useSound();
  const isHushed = useCell(hushed);
  return (
    <Strip level="bad">
      <WarningIcon />
      <p>
        {warning.type === 'silent' ? (
          <Silence />
        ) : warning.type === 'refusing' ? (
          `${t.warnings.refusing} (${t.warnings.refusingSince(timeOfDay(warning.sinceAt, t))})`
        ) : (
          ''
        )}
      </p>
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
  const { queue } = useLive();
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

function wordsOf(message: Message, t: Messages): string {
  if (message.type === 'refused') return t.messages.refused(message.number, message.command, message.code);
  const { arrived, changed, cancelled } = message;
  const parts = [
    arrived > 0 ? t.messages.arrived(arrived) : '',
    changed > 0 ? t.messages.changed(changed) : '',
    cancelled > 0 ? t.messages.cancelled(cancelled) : '',
  ].filter(Boolean);
  return [t.messages.returned, parts.length > 0 ? `${parts.join(', ')}.` : t.messages.returnedNothing].join(' ');
}
