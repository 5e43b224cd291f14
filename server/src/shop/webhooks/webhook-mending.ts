import { z } from 'zod';
import type { ShopFaultKind, WebhookRecord, WebhookTopic } from '@kasera/shared/shop.ts';
import type { Log } from '../../ops/log.ts';
import type { ShopAnswer, ShopClient } from '../connection/answer.ts';
import { planWebhooks, webhookNamePrefix, type FoundWebhook, type WebhookStep } from './webhook-plan.ts';
import type { HeldWebhookRow, WebhookStore } from './webhook-store.ts';

export interface MendingDeps {
  client: ShopClient;
  store: WebhookStore;
  /** Whether a shop is connected whose keys may write. */
  isConnected(): boolean;
  /** Where the shop shall send, and every address that is Kasera's; null where webhooks cannot come (no `PUBLIC_URL`). */
  addresses(): { current: string; ours: readonly string[] } | null;
  /** Whether WordPress would refuse that address: then nothing is made, a webhook that fails only gets disabled. */
  isRefused(): Promise<boolean>;
  secret: string;
  /** Tells one secret from another without telling it. */
  secretMark: string;
  /** Deliveries were lost while a webhook was disabled: the shop is asked at once. */
  lost(): void;
  now(): number;
  log: Log;
}

/** Mending that somebody may break off. */
interface Mending extends MendingDeps {
  signal: AbortSignal;
}

export type Mended = { type: 'idle' } | { type: 'mended' } | { type: 'broken'; fault: ShopFaultKind };

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

/** Looks at the shop's webhooks once and puts right what is not. Once broken off, nothing of it is on record. */
export async function mendAll(given: MendingDeps, signal: AbortSignal): Promise<Mended> {
  const deps: Mending = { ...given, signal, client: brokenOffBy(given.client, signal) };
  const addresses = deps.addresses();
  if (!deps.isConnected() || !addresses || (await deps.isRefused())) return { type: 'idle' };
  const found = await listWebhooks(deps.client);
  if (found.type === 'fault') return { type: 'broken', fault: found.fault.kind };
  const held = await deps.store.held();
  let fault: ShopFaultKind | null = null;
  for (const step of planWebhooks(held, found.data, { ...addresses, secretMark: deps.secretMark })) {
    const former = held.find(({ topic }) => topic === step.topic);
    fault = (await carryOut(deps, step, former, addresses.current)) ?? fault;
  }
  return fault === null ? { type: 'mended' } : { type: 'broken', fault };
}

/** Everything the shop lists, people's own and other programs' too. */
export async function listWebhooks(client: Pick<ShopClient, 'get'>): Promise<ShopAnswer<FoundWebhook[]>> {
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
  deps: Mending,
  step: WebhookStep,
  former: HeldWebhookRow | undefined,
  current: string,
): Promise<ShopFaultKind | null> {
  const { client } = deps;
  const { topic } = step;
  const replacedAt = former?.replacedAt ?? null;
  const row = { topic, deliveryUrl: current, replacedAt };
  switch (step.type) {
    case 'keep':
      await hold(deps, { ...row, webhookId: step.id, status: step.status });
      return null;
    case 'remove': {
      const removed = await removeWebhook(client, step.id);
      return removed.type === 'fault' && removed.fault.kind !== 'not-found'
        ? failed(deps, topic, removed.fault.kind)
        : recorded(deps, topic, 'removed');
    }
    case 'change': {
      const body = { delivery_url: current, secret: deps.secret };
      const changed = await client.send('PUT', `webhooks/${step.id}`, body, madeSchema);
      if (changed.type === 'fault') return failed(deps, topic, changed.fault.kind);
      await hold(deps, { ...row, webhookId: step.id, status: step.status });
      return recorded(deps, topic, 'changed');
    }
    case 'make':
    case 'replace':
      return make(deps, step, replacedAt, current);
  }
}

/** The new one first: between the two there is never none. */
async function make(
  deps: Mending,
  step: WebhookStep & { type: 'make' | 'replace' },
  replacedAt: number | null,
  current: string,
): Promise<ShopFaultKind | null> {
  const { topic } = step;
  const body = { name: `${webhookNamePrefix}${topic}`, topic, delivery_url: current, secret: deps.secret };
  const made = await deps.client.send('POST', 'webhooks', { ...body, status: 'active' }, madeSchema);
  if (made.type === 'fault') return failed(deps, topic, made.fault.kind);
  const isReplaced = step.type === 'replace';
  const row = { topic, deliveryUrl: current, replacedAt: isReplaced ? deps.now() : replacedAt };
  await hold(deps, { ...row, webhookId: made.data.id, status: 'active' });
  await recorded(deps, topic, isReplaced ? 'replaced' : 'made');
  if (step.type !== 'replace') return null;
  deps.log.warn({ topic }, 'the shop had disabled a webhook; a new one was made');
  deps.lost();
  if (!step.isOurs) return null;
  const removed = await removeWebhook(deps.client, step.id);
  return removed.type === 'fault' && removed.fault.kind !== 'not-found' ? removed.fault.kind : null;
}

/** For good: WooCommerce refuses to put a webhook into the trash. */
export function removeWebhook(client: Pick<ShopClient, 'send'>, id: string): Promise<ShopAnswer<unknown>> {
  return client.send('DELETE', `webhooks/${id}`, undefined, z.unknown(), { query: { force: true } });
}

function hold({ store, secretMark, now }: Mending, row: Omit<HeldWebhookRow, 'secretMark'>): Promise<void> {
  return store.hold({ ...row, secretMark }, now());
}

async function recorded(deps: Mending, topic: WebhookTopic, what: WebhookRecord['what']): Promise<null> {
  await deps.store.record({ at: deps.now(), topic, what, fault: null });
  return null;
}

/** The same failure again and again is one line. */
async function failed(deps: Mending, topic: WebhookTopic, fault: ShopFaultKind): Promise<ShopFaultKind> {
  if (deps.signal.aborted) return fault;
  const last = (await deps.store.records(50)).find((record) => record.topic === topic);
  if (last?.what !== 'failed' || last.fault !== fault) {
    await deps.store.record({ at: deps.now(), topic, what: 'failed', fault });
  }
  return fault;
}

/** The same client, whose answers end with the signal. */
function brokenOffBy(client: ShopClient, signal: AbortSignal): ShopClient {
  return {
    get: (path, query, schema, options) => client.get(path, query, schema, { ...options, signal }),
    send: (method, path, body, schema, options) => client.send(method, path, body, schema, { ...options, signal }),
  };
}
