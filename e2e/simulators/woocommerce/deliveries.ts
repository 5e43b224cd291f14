import type { Answer, Post } from './http-post.ts';
import { phpJson } from './php-json.ts';
import { deliveryIdOf, headersFor, pingHeaders } from './signed-request.ts';
import type { Webhook, Webhooks } from './webhooks.ts';

/** What the real thing does besides sending once; all off by default. */
export interface Manners {
  /** How long a change waits for the shop's queue. Changes of one order that wait together become one delivery. */
  delayMs?: { from: number; to: number };
  /** Share of deliveries sent a second time, byte for byte (as a retry by Hookdeck, or a proxy). */
  duplicates?: number;
  /** Share of changes whose deliveries leave in reverse order. */
  reordered?: number;
  /** The seventh failure in a row disables a webhook; WooCommerce does so, a long test may not want it. */
  disables?: boolean;
}

export interface SentDelivery {
  topic: string;
  /** The status in the body; null for a deletion, a product and an error. */
  shopStatus: string | null;
  deliveryId: string;
  /** A repeat of the same bytes. */
  repeat: boolean;
  sentAt: number;
  answer: Answer;
}

/** Where an address really leads on this machine, and the host it is asked for by. */
export interface Destination {
  url: URL;
  host: string;
}

export interface DeliveryDeps {
  webhooks: Webhooks;
  post: Post;
  random: () => number;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  keepAlive: boolean;
  manners: Manners;
  /** The site's home, which names the sender; left out: as recorded. */
  source?: string;
  /** Null where WordPress would not send at all. */
  reach: (address: string) => Destination | null;
  /** The body as it is when asked, which is when it is sent. */
  bodyOf: (topic: string, id: number) => { body: unknown; shopStatus: string | null };
}

/** The shop's webhook queue. Nothing is ever retried: a delivery that fails is lost. */
export function createDeliveries(deps: DeliveryDeps) {
  const { webhooks, manners } = deps;
  const waiting = new Map<string, Promise<SentDelivery[]>>();
  const underWay = new Set<Promise<unknown>>();
  let off = false;

  async function send(webhook: Webhook, topic: string, id: number): Promise<SentDelivery[]> {
    await delay();
    waiting.delete(keyOf(webhook, id));
    const { body, shopStatus } = deps.bodyOf(topic, id);
    const sentAt = deps.now();
    const bytes = phpJson(body);
    const { secret, id: webhookId } = webhook;
    const source = deps.source === undefined ? {} : { source: deps.source };
    const headers = headersFor(topic, bytes, { secret, atMs: sentAt, keepAlive: deps.keepAlive, webhookId, ...source });
    const sent: SentDelivery[] = [];
    const times = chance(manners.duplicates) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const answer = await post(webhook, headers, bytes);
      webhooks.settle(webhook, isSuccess(answer.status));
      if (webhook.pendingDelivery && webhook.status === 'active') await ping(webhook);
      sent.push({ topic, shopStatus, deliveryId: deliveryIdOf(webhookId, sentAt), repeat: time > 0, sentAt, answer });
    }
    return sent;
  }

  async function post(webhook: Webhook, headers: string[], body: string, timeoutMs = 60_000): Promise<Answer> {
    const destination = deps.reach(webhook.deliveryUrl);
    if (destination === null) return { status: 0, body: '', fault: 'REFUSED_BY_WORDPRESS', durationMs: 0 };
    return deps.post({ ...destination, headers, body, timeoutMs });
  }

  async function delay(): Promise<void> {
    const { delayMs } = manners;
    if (delayMs) await deps.sleep(delayMs.from + deps.random() * (delayMs.to - delayMs.from));
  }

  const chance = (share = 0): boolean => share > 0 && deps.random() < share;

  async function sendAll(topics: readonly string[], id: number): Promise<SentDelivery[]> {
    const inOrder = chance(manners.reordered) ? topics.toReversed() : topics;
    const sent: SentDelivery[] = [];
    for (const topic of inOrder) {
      for (const webhook of off ? [] : webhooks.activeFor(topic)) {
        const key = keyOf(webhook, id);
        const held = waiting.get(key);
        if (held) {
          await held;
          continue;
        }
        const sending = send(webhook, topic, id);
        waiting.set(key, sending);
        sent.push(...(await sending));
      }
    }
    return sent;
  }

  /** What creating a webhook sends. It is well only if the answer is exactly 200. */
  async function ping(webhook: Webhook): Promise<Answer> {
    const body = `webhook_id=${webhook.id}`;
    const answer = await post(webhook, pingHeaders(body), body, 5_000);
    if (answer.status === 200) webhook.pendingDelivery = false;
    return answer;
  }

  return {
    /** Sends a change's deliveries one after the other, as the shop does; one already waiting is not sent twice. */
    change(topics: readonly string[], id: number): Promise<SentDelivery[]> {
      const sending = sendAll(topics, id).finally(() => underWay.delete(sending));
      underWay.add(sending);
      return sending;
    },
    ping,
    /** While off, changes queue nothing, and nothing is caught up on afterwards. */
    switchOff: (value: boolean) => void (off = value),
    /** Resolves when nothing waits and nothing is being sent. */
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

const keyOf = (webhook: Webhook, id: number): string => `${webhook.id} ${id}`;

/** What WooCommerce counts as delivered, a redirect it never follows included. */
const isSuccess = (status: number): boolean => status >= 200 && status <= 302;
