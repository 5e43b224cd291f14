import type { ShopClient } from '../connection/answer.ts';
import { listWebhooks, removeWebhook } from './webhook-mending.ts';
import { webhookNamePrefix } from './webhook-plan.ts';
import type { WebhookStore } from './webhook-store.ts';

/** What became of them: all are gone, some may be left in the shop, or there were none. */
export type Withdrawn = 'removed' | 'left' | 'none';

export interface WithdrawingDeps {
  client: ShopClient;
  store: Pick<WebhookStore, 'held' | 'record' | 'forget'>;
  addresses(): { ours: readonly string[] } | null;
  now(): number;
}

const withinMs = 5_000;

/**
 * Takes Kasera's webhooks out of a shop before its keys are forgotten: they would go on bringing its orders. A person's
 * own stays. A person waits for it, so it asks although the shop is left alone, and for 5 s at most.
 */
export async function withdrawWebhooks(deps: WithdrawingDeps): Promise<Withdrawn> {
  const { store, now } = deps;
  const held = await store.held();
  if (held.length === 0) return 'none';
  const client = inAHurry(deps.client);
  const listed = await listWebhooks(client);
  if (listed.type === 'fault') return 'left';
  const ours = [...(deps.addresses()?.ours ?? []), ...held.map(({ deliveryUrl }) => deliveryUrl)];
  const leadHere = listed.data.filter(({ deliveryUrl }) => ours.includes(deliveryUrl));
  const made = leadHere.filter(({ name }) => name.startsWith(webhookNamePrefix));
  const ends = await Promise.all(made.map(async ({ id }) => isGone(await removeWebhook(client, id))));
  for (const { topic } of held.filter(({ webhookId }) => made.some(({ id }, at) => id === webhookId && ends[at]))) {
    await store.record({ at: now(), topic, what: 'removed', fault: null });
  }
  await store.forget();
  return ends.every(Boolean) && made.length === leadHere.length ? 'removed' : 'left';
}

function isGone(answer: Awaited<ReturnType<typeof removeWebhook>>): boolean {
  return answer.type === 'ok' || answer.fault.kind === 'not-found';
}

function inAHurry(client: ShopClient): ShopClient {
  const hurried = { signal: AbortSignal.timeout(withinMs), evenPaused: true };
  return {
    get: (path, query, schema, options) => client.get(path, query, schema, { ...options, ...hurried }),
    send: (method, path, body, schema, options) => client.send(method, path, body, schema, { ...options, ...hurried }),
  };
}
