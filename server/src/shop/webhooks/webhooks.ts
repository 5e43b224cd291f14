import { z } from 'zod';
import {
  webhookTopics,
  type ShopFaultKind,
  type WebhookRecord,
  type WebhookState,
  type WebhookTopic,
} from '@kasera/shared/shop.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import { createLooks, type Schedule } from '../../alerts/looks.ts';
import type { Log } from '../../ops/log.ts';
import type { ShopAnswer, ShopClient } from '../connection/answer.ts';
import { planWebhooks, webhookNamePrefix, type FoundWebhook, type WebhookStep } from './webhook-plan.ts';
import type { HeldWebhookRow, WebhookStore } from './webhook-store.ts';

export interface ShopWebhooksDeps {
  client: ShopClient;
  store: WebhookStore;
  /** Whether a shop is connected whose keys may write. */
  isConnected(): boolean;
  /** Where the shop shall send, and every address that is Kasera's; null where webhooks cannot come (no `PUBLIC_URL`). */
  addresses(): { current: string; ours: readonly string[] } | null;
  /** Whether WordPress would refuse that address: then nothing is made, a webhook that fails only gets disabled. */
  isRefused(): Promise<boolean>;
  secret: string;
  /** Deliveries were lost while a webhook was disabled: the shop is asked at once. */
  lost(): void;
  now(): number;
  schedule: Schedule;
  log: Log;
}

export interface ShopWebhooks {
  start(): void;
  stop(): Promise<void>;
  /** The connection changed; with `forget` it is another shop. */
  wake(forget?: boolean): void;
  states(): WebhookState[];
  records(): Promise<WebhookRecord[]>;
  notices(now: number): Promise<Notice[]>;
}

/** A disabled webhook is a silent shop: minutes, not hours. */
const lookEveryMs = 180_000;
const againAfterMs = 30_000;
const toldForMs = 24 * 3_600_000;

/** Makes and mends the shop's webhooks ([SH2]): one active one per topic, with our secret, leading here. */
export function createShopWebhooks(deps: ShopWebhooksDeps): ShopWebhooks {
  const { store } = deps;
  let states: readonly WebhookState[] = webhookTopics.map((topic) => ({ topic, status: 'unknown', replacedAt: null }));
  let broken: ShopFaultKind | null = null;
  let forgets = false;
  const looks = createLooks({ look, now: deps.now, schedule: deps.schedule });

  async function look(): Promise<number> {
    try {
      if (forgets) await store.forget();
      forgets = false;
      const mended = await mendAll(deps);
      states = statesOf(await store.held(), mended.type === 'idle' ? 'unknown' : 'missing');
      broken = mended.type === 'broken' ? mended.fault : null;
      return mended.type === 'broken' ? againAfterMs : lookEveryMs;
    } catch (error) {
      deps.log.warn({ error }, 'the webhooks could not be looked at');
      return againAfterMs;
    }
  }

  return {
    start: looks.start,
    stop: looks.stop,
    wake(forget = false) {
      forgets ||= forget;
      looks.wake();
    },
    states: () => [...states],
    records: () => store.records(20),
    async notices(now) {
      if (!deps.isConnected() || !deps.addresses()) return [];
      const replaced = (await store.records(50)).filter(({ what, at }) => what === 'replaced' && at > now - toldForMs);
      const [newest] = replaced;
      return [
        ...(broken === null ? [] : [{ code: 'webhook-broken', level: 'error', error: broken } as const]),
        ...(newest
          ? [{ code: 'webhook-replaced', level: 'info', count: replaced.length, at: newest.at } as const]
          : []),
      ];
    },
  };
}

type Mended = { type: 'idle' } | { type: 'mended' } | { type: 'broken'; fault: ShopFaultKind };

const listSchema = z.array(
  z.object({
    id: z.union([z.int(), z.string()]).transform(String),
    name: z.string(),
    status: z.string(),
    topic: z.string(),
    delivery_url: z.string(),
  }),
);
const madeSchema = z.object({ id: z.union([z.int(), z.string()]).transform(String), status: z.string() });
const pageSize = 100;
const mostPages = 20;

async function mendAll(deps: ShopWebhooksDeps): Promise<Mended> {
  const addresses = deps.addresses();
  if (!deps.isConnected() || !addresses || (await deps.isRefused())) return { type: 'idle' };
  const found = await listAll(deps.client);
  if (found.type === 'fault') return { type: 'broken', fault: found.fault.kind };
  const held = await deps.store.held();
  let fault: ShopFaultKind | null = null;
  for (const step of planWebhooks(held, found.data, addresses)) {
    const former = held.find(({ topic }) => topic === step.topic);
    fault = (await carryOut(deps, step, former, addresses.current)) ?? fault;
  }
  return fault === null ? { type: 'mended' } : { type: 'broken', fault };
}

async function listAll(client: ShopClient): Promise<ShopAnswer<FoundWebhook[]>> {
  const all: FoundWebhook[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await client.get('webhooks', { per_page: pageSize, page, status: 'all' }, listSchema);
    if (answer.type === 'fault') return answer;
    all.push(...answer.data.map(({ delivery_url: deliveryUrl, ...one }) => ({ ...one, deliveryUrl })));
    if (answer.data.length < pageSize) return { ...answer, data: all };
  }
  return { type: 'ok', status: 200, data: all, total: all.length, pages: mostPages, shopTime: null };
}

/** @returns why it could not be done, or null */
async function carryOut(
  deps: ShopWebhooksDeps,
  step: WebhookStep,
  former: HeldWebhookRow | undefined,
  current: string,
): Promise<ShopFaultKind | null> {
  const { client, store } = deps;
  const { topic } = step;
  const replacedAt = former?.replacedAt ?? null;
  switch (step.type) {
    case 'keep':
      await store.hold(rowOf(topic, step.id, current, step.status, replacedAt), deps.now());
      return null;
    case 'remove': {
      const removed = await remove(client, step.id);
      return removed.type === 'fault' && removed.fault.kind !== 'not-found'
        ? failed(deps, topic, removed.fault.kind)
        : recorded(deps, topic, 'removed');
    }
    case 'change': {
      const body = { delivery_url: current, secret: deps.secret };
      const changed = await client.send('PUT', `webhooks/${step.id}`, body, madeSchema);
      if (changed.type === 'fault') return failed(deps, topic, changed.fault.kind);
      await store.hold(rowOf(topic, step.id, current, step.status, replacedAt), deps.now());
      return recorded(deps, topic, 'changed');
    }
    case 'make':
    case 'replace':
      return make(deps, step, replacedAt, current);
  }
}

/** The new one first: between the two there is never none. */
async function make(
  deps: ShopWebhooksDeps,
  step: WebhookStep & { type: 'make' | 'replace' },
  replacedAt: number | null,
  current: string,
): Promise<ShopFaultKind | null> {
  const { topic } = step;
  const body = { name: `${webhookNamePrefix}${topic}`, topic, delivery_url: current, secret: deps.secret };
  const made = await deps.client.send('POST', 'webhooks', { ...body, status: 'active' }, madeSchema);
  if (made.type === 'fault') return failed(deps, topic, made.fault.kind);
  const isReplaced = step.type === 'replace';
  const row = rowOf(topic, made.data.id, current, 'active', isReplaced ? deps.now() : replacedAt);
  await deps.store.hold(row, deps.now());
  await recorded(deps, topic, isReplaced ? 'replaced' : 'made');
  if (step.type !== 'replace') return null;
  deps.log.warn({ topic }, 'the shop had disabled a webhook; a new one was made');
  deps.lost();
  if (!step.isOurs) return null;
  const removed = await remove(deps.client, step.id);
  return removed.type === 'fault' && removed.fault.kind !== 'not-found' ? removed.fault.kind : null;
}

/** For good: WooCommerce refuses to put a webhook into the trash. */
function remove(client: Pick<ShopClient, 'send'>, id: string): Promise<ShopAnswer<unknown>> {
  return client.send('DELETE', `webhooks/${id}`, undefined, z.unknown(), { query: { force: true } });
}

function rowOf(
  topic: WebhookTopic,
  webhookId: string,
  deliveryUrl: string,
  status: HeldWebhookRow['status'],
  replacedAt: number | null,
): HeldWebhookRow {
  return { topic, webhookId, deliveryUrl, status, replacedAt };
}

async function recorded(deps: ShopWebhooksDeps, topic: WebhookTopic, what: WebhookRecord['what']): Promise<null> {
  await deps.store.record({ at: deps.now(), topic, what, fault: null });
  return null;
}

/** The same failure again and again is one line. */
async function failed(deps: ShopWebhooksDeps, topic: WebhookTopic, fault: ShopFaultKind): Promise<ShopFaultKind> {
  const last = (await deps.store.records(50)).find((record) => record.topic === topic);
  if (last?.what !== 'failed' || last.fault !== fault) {
    await deps.store.record({ at: deps.now(), topic, what: 'failed', fault });
  }
  return fault;
}

function statesOf(rows: readonly HeldWebhookRow[], otherwise: 'unknown' | 'missing'): WebhookState[] {
  return webhookTopics.map((topic) => {
    const row = rows.find((one) => one.topic === topic);
    return { topic, status: row?.status ?? otherwise, replacedAt: row?.replacedAt ?? null };
  });
}
