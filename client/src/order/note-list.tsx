import type { Order } from '@kasera/shared/order.ts';
import styles from './order.module.css';
import { Part } from './part.tsx';
import type { Times } from './times.ts';
import { useStoryWords } from './words.ts';

/** What was written about it, and what was promised. */
export function NoteList({ order, times }: { order: Order; times: Times }) {
  const words = useStoryWords();
  const { note, kitchenNotes, promises } = order;
  const guests = order.guestPromisedAt;
  return (
    <>
      {(note !== '' || kitchenNotes.length > 0) && (
        <Part title={words.sections.notes}>
          <ul className={styles.rows}>
            {note !== '' && (
              <li>
                <p className={styles.note}>{note}</p>
                <p className={styles.dim}>{words.shopNote}</p>
              </li>
            )}
            {kitchenNotes.map(({ id, text, allergy, at, seenBy }) => (
              <li key={id}>
                <p className={styles.note}>
                  <strong>{allergy ? words.allergy : words.note}:</strong> {text}
                </p>
                <p className={styles.dim}>
                  {times.moment(at)} · {words.seenBy(seenBy.length)}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={words.sections.promises}>
        {guests === null && promises.length === 0 && <p>{words.noPromises}</p>}
        <ol className={styles.rows}>
          {guests !== null && <li>{words.promise.guest(times.moment(guests))}</li>}
          {promises
            .filter(({ by }) => by === 'kitchen')
            .map(({ at, promisedAt }) => (
              <li key={`${at} ${promisedAt}`}>
                {words.promise.kitchen(times.moment(promisedAt))}{' '}
                <span className={styles.dim}>{words.saidAt(times.moment(at))}</span>
              </li>
            ))}
        </ol>
      </Part>
    </>
  );
}
