import { usePanelWords } from '../device/use-panel-words.ts';
import { readKeyMap } from './key-map.ts';
import { KeyTable } from './key-table.tsx';
import styles from './keys.module.css';

/** The sheet to print and hang beside the bump bar (`/keys`): this device's own map. It needs neither key nor server. */
export function KeysPage() {
  const t = usePanelWords().keys;
  return (
    <main className={styles.page}>
      <h1>{t.sheetTitle}</h1>
      <p>{t.sheetHint}</p>
      <div className={styles.actions}>
        <button type="button" className={styles.key} onClick={() => window.print()}>
          {t.print}
        </button>
        <a className={styles.link} href="/board">
          {t.board}
        </a>
      </div>
      <KeyTable map={readKeyMap(localStorage.getItem('kasera.keys') ?? '')} />
    </main>
  );
}
