import { CheckIcon, CrossIcon, MinusIcon, WarningIcon } from './icons.tsx';
import styles from './mark.module.css';

/** How something stands; `none`: nothing is known or wanted. */
export type Level = 'good' | 'warn' | 'bad' | 'none';

const icons = { good: CheckIcon, warn: WarningIcon, bad: CrossIcon, none: MinusIcon };

/** How something stands, by shape, word and colour. */
export function Mark({ level, text }: { level: Level; text: string }) {
  const Icon = icons[level];
  return (
    <span className={styles.mark} data-level={level}>
      <Icon /> {text}
    </span>
  );
}
