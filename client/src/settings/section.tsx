import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

/** One subject of the page: what it is about on the left (above, on a phone), how it stands on the right. */
export function Section(props: { id: string; title: string; about: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <section id={props.id} className={styles.section} aria-labelledby={headingId}>
      <div className={styles.title}>
        <h2 id={headingId}>{props.title}</h2>
        <p>{props.about}</p>
      </div>
      <div className={styles.card}>{props.children}</div>
    </section>
  );
}
