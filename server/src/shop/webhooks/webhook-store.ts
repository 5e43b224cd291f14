import { webhookTopics, type ShopFaultKind, type WebhookRecord, type WebhookTopic } from '@kasera/shared/shop.ts';
import type { Database } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { HeldWebhook } from './webhook-plan.ts';

export interface HeldWebhookRow extends HeldWebhook {
  status: 'active' | 'paused' | 'disabled';
  replacedAt: number | null;
}

export interface WebhookStore {
  held(): Promise<HeldWebhookRow[]>;
  hold(row: HeldWebhookRow, at: number): Promise<void>;
  /** Forgets them: another shop is connected now. */
  forget(): Promise<void>;
  record(entry: WebhookRecord): Promise<void>;
  /** Newest first. */
  records(limit: number): Promise<WebhookRecord[]>;
}

/** Nobody asks what happened to a webhook a season ago. */
const keptForMs = 90 * 24 * 3_600_000;

/** What Kasera made in the shop, and what became of it (tables `shop_webhooks`, `shop_webhook_records`). */
export function createWebhookStore({
  database,
  source,
  newId,
}: {
  database: Pick<Database, 'query' | 'write'>;
  source: string;
  newId(): string;
}): WebhookStore {
  return {
    async held() {
      const rows = await database.query<HeldWebhookRow & { topic: string }>(sql`
        select topic, webhook_id as "webhookId", delivery_url as "deliveryUrl", status, replaced_at as "replacedAt",
          secret_mark as "secretMark"
        from shop_webhooks where source = ${source}`);
      return rows.filter(({ topic }) => isTopic(topic));
    },
    async hold({ topic, webhookId, deliveryUrl, status, replacedAt, secretMark }, at) {
      await database.write([
        sql`
          insert into shop_webhooks (source, topic, webhook_id, delivery_url, status, made_at, replaced_at, checked_at,
            secret_mark)
          values (${source}, ${topic}, ${webhookId}, ${deliveryUrl}, ${status}, ${at}, ${replacedAt}, ${at}, ${secretMark})
          on conflict (source, topic) do update set webhook_id = excluded.webhook_id,
            delivery_url = excluded.delivery_url, status = excluded.status, replaced_at = excluded.replaced_at,
            checked_at = excluded.checked_at, secret_mark = excluded.secret_mark`,
      ]);
    },
    async forget() {
      await database.write([sql`delete from shop_webhooks where source = ${source}`]);
    },
    async record({ at, topic, what, fault }) {
      await database.write([
        sql`
          insert into shop_webhook_records (id, source, at, topic, what, fault)
          values (${newId()}, ${source}, ${at}, ${topic}, ${what}, ${fault})`,
        sql`delete from shop_webhook_records where source = ${source} and at < ${at - keptForMs}`,
      ]);
    },
    records: (limit) =>
      database.query<WebhookRecord & { fault: ShopFaultKind | null }>(sql`
        select at, topic, what, fault from shop_webhook_records where source = ${source} order by id desc limit ${limit}`),
  };
}

function isTopic(topic: string): topic is WebhookTopic {
  return webhookTopics.some((one) => one === topic);
}
