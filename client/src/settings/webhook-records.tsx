import type { WebhookRecord } from '@kasera/shared/shop.ts';
import { MomentText } from './ago-text.tsx';
import { useWords } from './context.ts';
import styles from './webhooks-section.module.css';

const inSight = 4;

/** What Kasera did to the shop's webhooks lately, the newest first; the older ones on demand. */
export function WebhookRecords({ records }: { records: readonly WebhookRecord[] }) {
  const { webhooks: words } = useWords();
  const older = records.slice(inSight);
  return (
    <div className={styles.records}>
      <h3>{words.records}</h3>
      <RecordList records={records.slice(0, inSight)} />
      {older.length > 0 && (
        <details>
          <summary>
            {words.older} ({older.length})
          </summary>
          <RecordList records={older} />
        </details>
      )}
    </div>
  );
}

function RecordList({ records }: { records: readonly WebhookRecord[] }) {
  const { webhooks: words, advice } = useWords();
  return (
    <ul>
      {records.map(({ at, topic, what, fault }) => (
        <li key={`${at} ${topic} ${what}`}>
          <span className={styles.when}>
            <MomentText at={at} />
          </span>
          <span>
            <strong>{words.topics[topic]}</strong>: {words.events[what]}
            {fault && <span className={styles.when}>. {advice.faults[fault].means}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
