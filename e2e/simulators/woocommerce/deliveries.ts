import type { Answer, Post } from './http-post.ts';
import { phpJson } from './php-json.ts';
import { deliveryIdOf, headersFor, pingHeaders, webhookIds } from './signed-request.ts';

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
  /** The status in the body; null for a deletion. */
  shopStatus: string | null;
  deliveryId: string;
  /** A repeat of the same bytes. */
  repeat: boolean;
  sentAt: number;
  answer: Answer;
}

export interface DeliveryDeps {
  url: URL;
  secret: string;
  post: Post;
  random: () => number;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  keepAlive: boolean;
  manners: Manners;
  /** The order's body as it is when asked, which is when it is sent. */
  bodyOf: (topic: string, orderId: number) => { body: unknown; shopStatus: string | null };
}

/** The shop's webhook queue. Nothing is ever retried: a delivery that fails is lost. */
export function createDeliveries(deps: DeliveryDeps) {
  const failures = new Map<string, number>();
  const waiting = new Map<string, Promise<SentDelivery[]>>();

  async function send(topic: string, orderId: number): Promise<SentDelivery[]> {
    await delay();
    waiting.delete(`${topic} ${orderId}`);
    if (deps.manners.disables && (failures.get(topic) ?? 0) > 6) return [];
    const { body, shopStatus } = deps.bodyOf(topic, orderId);
    const sentAt = deps.now();
    const bytes = phpJson(body);
    const headers = headersFor(topic, bytes, { secret: deps.secret, atMs: sentAt, keepAlive: deps.keepAlive });
    const deliveryId = deliveryIdOf(webhookIds[topic] ?? 9, sentAt);
    const sent: SentDelivery[] = [];
    const times = chance(deps.manners.duplicates) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const answer = await deps.post({ url: deps.url, headers, body: bytes });
      failures.set(topic, isSuccess(answer.status) ? 0 : (failures.get(topic) ?? 0) + 1);
      sent.push({ topic, shopStatus, deliveryId, repeat: time > 0, sentAt, answer });
    }
    return sent;
  }

  async function delay(): Promise<void> {
    const { delayMs } = deps.manners;
    if (delayMs) await deps.sleep(delayMs.from + deps.random() * (delayMs.to - delayMs.from));
  }

  const chance = (share = 0): boolean => share > 0 && deps.random() < share;

  return {
    /** Sends a change's deliveries one after the other, as the shop does; one already waiting is not sent twice. */
    async change(topics: readonly string[], orderId: number): Promise<SentDelivery[]> {
      const inOrder = chance(deps.manners.reordered) ? topics.toReversed() : topics;
      const sent: SentDelivery[] = [];
      for (const topic of inOrder) {
        const key = `${topic} ${orderId}`;
        const held = waiting.get(key);
        if (held) {
          await held;
          continue;
        }
        const sending = send(topic, orderId);
        waiting.set(key, sending);
        sent.push(...(await sending));
      }
      return sent;
    },

    /** What creating a webhook sends. It is well only if the answer is exactly 200. */
    ping(webhookId: number): Promise<Answer> {
      const body = `webhook_id=${webhookId}`;
      return deps.post({ url: deps.url, headers: pingHeaders(body), body });
    },

    isDisabled: (topic: string): boolean => deps.manners.disables === true && (failures.get(topic) ?? 0) > 6,
  };
}

/** What WooCommerce counts as delivered, a redirect it never follows included. */
const isSuccess = (status: number): boolean => status >= 200 && status <= 302;
