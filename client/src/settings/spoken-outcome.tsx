import type { Ref } from 'react';
import { CheckIcon } from '../ui/icons.tsx';
import { Callout } from '../ui/callout.tsx';
import { useWords } from './context.ts';
import { refusalWords } from './refusal-words.ts';
import type { ShopReply } from './shop-api.ts';
import styles from './spoken-outcome.module.css';

/** What came of what somebody asked for: seen, and heard by those who do not see. */
export function SpokenOutcome(props: {
  reply: ShopReply<unknown> | undefined;
  done: string | null;
  /** For where what was pressed is gone afterwards. */
  focusRef?: Ref<HTMLDivElement>;
}) {
  const { reply, done, focusRef } = props;
  const words = useWords();
  const refusal = reply && refusalWords(reply, words);
  return (
    <div ref={focusRef} tabIndex={focusRef ? -1 : undefined} className={styles.outcome} aria-live="polite">
      {refusal ? (
        <Callout level="bad" means={refusal} />
      ) : (
        done && (
          <p className={styles.good}>
            <CheckIcon /> {done}
          </p>
        )
      )}
    </div>
  );
}
