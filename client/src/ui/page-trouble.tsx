import { usePageWords } from '../i18n/use-page-words.ts';
import type { Reply } from '../live/ask.ts';
import { Callout } from './callout.tsx';
import styles from './page.module.css';
import buttons from './wall-button.module.css';

/** Why a page has nothing (new) to show, said and heard; what it showed stays. */
export function PageTrouble({ trouble }: { trouble: Exclude<Reply<never>, { type: 'done' }> | null }) {
  const words = usePageWords();
  const isUnreadable = trouble?.type === 'unreadable';
  const means = isUnreadable ? words.unreadable : trouble?.type === 'refused' ? words.refused : words.unreached;
  return (
    <div className={styles.trouble} aria-live="polite">
      {trouble && trouble.type !== 'unauthorised' && (
        <>
          <Callout level="bad" means={means} todo={trouble.type === 'refused' ? trouble.message : null} />
          {isUnreadable && (
            <button type="button" className={buttons.quiet} onClick={() => window.location.reload()}>
              {words.reload}
            </button>
          )}
        </>
      )}
    </div>
  );
}
