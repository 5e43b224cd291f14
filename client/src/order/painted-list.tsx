import type { OrderStory } from '@kasera/shared/history.ts';
import { durationWords } from '../i18n/duration.ts';
import { useMessages } from '../i18n/use-messages.ts';
import styles from './order.module.css';
import { Part } from './part.tsx';
import { screenWords } from './screen-words.ts';
import type { Times } from './times.ts';
import { useStoryWords } from './words.ts';

/** When each screen first put it before people's eyes. */
export function PaintedList(props: { painted: OrderStory['painted']; arrivedAt: number; times: Times }) {
  const { painted, arrivedAt, times } = props;
  const t = useMessages();
  const words = useStoryWords();
  const after = (at: number) => words.paintedAfter(durationWords(at - arrivedAt, t.locale, 'tenth'));
  return (
    <Part title={words.sections.painted}>
      {painted.length === 0 && <p>{words.notPainted}</p>}
      <ul className={styles.rows}>
        {painted.map(({ screen, at }) => (
          <li key={`${screen} ${at}`}>
            <strong>{screenWords(screen, t)}</strong>{' '}
            <span className={styles.dim}>{`${times.second(at)} · ${after(at)}`}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
