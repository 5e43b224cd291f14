export type WebhookStatus = 'active' | 'paused' | 'disabled';

/** One webhook as the shop keeps it. */
export interface Webhook {
  readonly id: number;
  name: string;
  status: WebhookStatus;
  topic: string;
  deliveryUrl: string;
  secret: string;
  /** Failures in a row, 6 at most: the next one after that disables. */
  failureCount: number;
  /** Not yet pinged with an answer of exactly 200; pinged again after each delivery. */
  pendingDelivery: boolean;
  createdAt: number;
  modifiedAt: number;
}

export type NewWebhook = Pick<Webhook, 'topic' | 'deliveryUrl' | 'secret'> & Partial<Webhook>;

/** The shop's list of webhooks, in order of their ids. */
export interface Webhooks {
  list(): Webhook[];
  find(id: number): Webhook | undefined;
  add(facts: NewWebhook): Webhook;
  remove(id: number): boolean;
  activeFor(topic: string): Webhook[];
  /** Counts what became of a delivery, as WooCommerce does: the seventh failure in a row disables. */
  settle(webhook: Webhook, success: boolean): void;
}

export interface WebhooksDeps {
  now: () => number;
  /** Whether failures ever disable. */
  disables: boolean;
}

/** Keeps webhooks in memory. Activating one again does not reset its failures, as in the real shop. */
export function createWebhooks({ now, disables }: WebhooksDeps): Webhooks {
  const kept = new Map<number, Webhook>();
  let nextId = 1;
  return {
    list: () => [...kept.values()],
    find: (id) => kept.get(id),
    add(facts) {
      const at = now();
      const fresh = {
        status: 'active' as const,
        failureCount: 0,
        pendingDelivery: true,
        createdAt: at,
        modifiedAt: at,
      };
      const webhook: Webhook = { id: nextId, name: facts.topic, ...fresh, ...facts };
      nextId = Math.max(nextId, webhook.id) + 1;
      kept.set(webhook.id, webhook);
      return webhook;
    },
    remove: (id) => kept.delete(id),
    activeFor: (topic) => [...kept.values()].filter((hook) => hook.topic === topic && hook.status === 'active'),
    settle(webhook, success) {
      if (success) webhook.failureCount = 0;
      else if (webhook.failureCount < 6) webhook.failureCount += 1;
      else if (disables) webhook.status = 'disabled';
    },
  };
}
