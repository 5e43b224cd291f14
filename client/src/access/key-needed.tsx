import { useMessages } from '../i18n/use-messages.ts';
import { WarningIcon } from '../ui/icons.tsx';
import styles from './key-needed.module.css';

/** What a screen without the key sees: where to find it, and nothing of an order. */
export function KeyNeeded() {
  const t = useMessages();
  return (
    <main className={styles.page}>
      <h1>
        <WarningIcon /> {t.access.title}
      </h1>
      <p>{t.access.body}</p>
      <p>{t.access.where}</p>
      <p className={styles.hint}>{t.access.retry}</p>
    </main>
  );
}
