import styles from './progress-bar.module.css';

/** How far something is; without `total` nobody knows how much there is. */
export function ProgressBar({ label, done, total }: { label: string; done?: number; total?: number | null }) {
  const known = total ? { value: Math.min(done ?? 0, total), max: total } : {};
  return <progress className={styles.bar} aria-label={label} {...known} />;
}
