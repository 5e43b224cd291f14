import type { ReactNode } from 'react';
import styles from './message-row.module.css';

/**
 * One thing said in the reserved row.
 * @param wallOnly left out on a phone, where the health chip in the same place says it already
 */
export function Strip(props: { level: 'quiet' | 'good' | 'warn' | 'bad'; wallOnly?: boolean; children: ReactNode }) {
  return (
    <div className={styles.strip} data-level={props.level} data-wall-only={props.wallOnly || undefined}>
      {props.children}
    </div>
  );
}
