import type { ShopView, WebhookState } from '@kasera/shared/shop.ts';
import { Callout } from '../ui/callout.tsx';
import { Mark, type Level } from '../ui/mark.tsx';
import { MomentText } from './ago-text.tsx';
import { useWords } from './context.ts';
import { asksAlone } from './overall.ts';
import { Section } from './section.tsx';
import { WebhookRecords } from './webhook-records.tsx';
import styles from './webhooks-section.module.css';

const levels: Record<WebhookState['status'], Level> = {
  active: 'good',
  paused: 'warn',
  disabled: 'bad',
  missing: 'bad',
  unknown: 'none',
};

/** The shop's own calls: how each stands, what keeps them from working, what Kasera did about it. */
export function WebhooksSection({ view }: { view: ShopView }) {
  const { webhooks: words, advice } = useWords();
  const alone = asksAlone(view.publicUrlFaults);
  return (
    <Section id="webhooks" title={words.title} about={words.about}>
      {view.publicUrlFaults.map((fault) => (
        <Callout key={fault} level={fault === 'missing' ? 'good' : 'warn'} {...advice.publicUrl[fault]} />
      ))}
      {view.publicUrl && (
        <p>
          <span className={styles.hint}>{words.goTo}</span> <span className={styles.url}>{view.publicUrl}</span>
        </p>
      )}
      {!alone && view.webhooks.length > 0 && (
        <>
          <WebhookTable webhooks={view.webhooks} />
          <p className={styles.hint}>{words.mends}</p>
        </>
      )}
      {view.webhookRecords.length > 0 && <WebhookRecords records={view.webhookRecords} />}
    </Section>
  );
}

function WebhookTable({ webhooks }: { webhooks: ShopView['webhooks'] }) {
  const { webhooks: words } = useWords();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.topic}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.replaced}</th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => (
          <tr key={webhook.topic}>
            <th scope="row">
              {words.topics[webhook.topic]} <code className={styles.code}>{webhook.topic}</code>
            </th>
            <td>
              <Mark level={levels[webhook.status]} text={words.statuses[webhook.status]} />
            </td>
            <td className={styles.when}>
              <span className={styles.whenHead} aria-hidden>
                {words.replaced}:{' '}
              </span>
              {webhook.replacedAt === null ? words.never : <MomentText at={webhook.replacedAt} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
