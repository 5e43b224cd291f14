import { useMessages } from '../../i18n/use-messages.ts';
import { useRowWords } from '../../i18n/use-row-words.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import { NoticeWay } from '../../ui/notice-way.tsx';
import { NoticeSign } from './health-sign.tsx';
import { canPutAway, lineTrouble } from './line-trouble.ts';
import { isPutAway, withPutAway } from './put-away.ts';
import { Strip } from './strip.tsx';
import { useBoardScreen } from '../use-screen.ts';
import styles from './message-row.module.css';

/** What is wrong at the line or on the way to it, as long as it is: the gravest of what the beat tells. */
export function LineStrip() {
  const t = useMessages();
  const { beat, clock, screen } = useLive();
  const { words, notForAnHour } = useRowWords();
  const { putAway } = useBoardScreen();
  const kept = useCell(putAway);
  const trouble = lineTrouble(useCell(beat), { isPutAway: (code) => isPutAway(kept, code, clock.now()), screen });
  if (!trouble) return null;
  const { code } = trouble;
  return (
    <Strip level={code === 'items-unclaimed' ? 'quiet' : 'warn'} wallOnly>
      <NoticeSign code={code} />
      <p>{(words[code] ?? t.notices[code])(trouble, t)}</p>
      <NoticeWay code={code} className={styles.way} />
      {canPutAway(code) && (
        <button
          type="button"
          className={styles.dismiss}
          aria-label={notForAnHour}
          title={notForAnHour}
          onClick={() => putAway.set(withPutAway(kept, code, clock.now()))}
        >
          <CrossIcon />
        </button>
      )}
    </Strip>
  );
}
