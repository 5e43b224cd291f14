import type { Level } from './mark.tsx';
import styles from './callout.module.css';

/** A sentence that matters, and what to do about it. */
export function Callout({ level, means, todo }: { level: Level; means: string; todo?: string | null }) {
  return (
    <div className={styles.callout} data-level={level}>
      <p className={styles.means}>{means}</p>
      {todo && <p className={styles.todo}>{todo}</p>}
    </div>
  );
}
