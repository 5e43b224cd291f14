import { setTimeout as pause } from 'node:timers/promises';
import { pick } from '../simulators/woocommerce/chance.ts';
import type { Post } from '../simulators/woocommerce/http-post.ts';
import { headersFor, sign } from '../simulators/woocommerce/signed-request.ts';
import type { ChaosOrder, ChaosOrders } from './chaos-orders.ts';
import type { Findings } from './findings.ts';
import type { Ledger } from './ledger.ts';
import type { WalPosition } from './wal-tracker.ts';

export interface SenderDeps {
  url: string;
  webhookSecret: string;
  hookdeckSecret: string;
  orders: ChaosOrders;
  /** How many orders one sender places at most; then it only changes them. */
  mostOrders: number;
  ledger: Ledger;
  post: Post;
  random: () => number;
  now: () => number;
  walPosition(): WalPosition;
  /** `over`: end what was begun. `lost`: the server does not come back, nothing can be ended. */
  phase(): 'on' | 'over' | 'lost';
  findings: Findings;
}

type Topic = 'order.created' | 'order.updated';

/**
 * A connection of the shop: places and changes orders, and retries nothing, as WooCommerce does. Each new order comes
 * as created and updated; changes come in any order; some deliveries come twice.
 */
export async function sendAsShop(deps: SenderDeps): Promise<void> {
  const placed: ChaosOrder[] = [];
  while (deps.phase() === 'on') {
    for (const { order, version, topic } of nextDeliveries(deps, placed)) {
      await deliver(deps, order, version, (body) => {
        return headersFor(topic, body, { secret: deps.webhookSecret, atMs: deps.now() });
      });
    }
    await pause(deps.random() * 12);
  }
}

/** A retrying proxy: each event is sent until it is answered 200, under one event id, with the proxy's signature. */
export async function sendAsHookdeck(deps: SenderDeps, name: string): Promise<void> {
  const placed: ChaosOrder[] = [];
  let events = 0;
  while (deps.phase() === 'on') {
    for (const { order, version, topic } of nextDeliveries(deps, placed)) {
      events += 1;
      const eventId = `evt_${name}_${events}`;
      const headersOf = (body: string) => hookdeckHeaders(deps, topic, body, eventId);
      while (!(await deliver(deps, order, version, headersOf))) {
        if (deps.phase() === 'lost') return;
        await pause(50);
      }
    }
    await pause(deps.random() * 12);
  }
}

interface NextDelivery {
  order: ChaosOrder;
  version: number;
  topic: Topic;
}

function nextDeliveries({ orders, mostOrders, random }: SenderDeps, placed: ChaosOrder[]): NextDelivery[] {
  if (placed.length === 0 || (placed.length < mostOrders && random() < 0.5)) {
    const order = orders.place();
    placed.push(order);
    return [
      { order, version: 1, topic: 'order.created' },
      { order, version: 1, topic: 'order.updated' },
    ];
  }
  const order = pick(placed, random);
  const first = order.versions + 1;
  order.versions += random() < 0.3 ? 2 : 1;
  const change = (version: number): NextDelivery => ({ order, version, topic: 'order.updated' });
  // The newer one first: the older one must not bring the order back.
  const changes = order.versions > first ? [change(order.versions), change(first)] : [change(first)];
  return random() < 0.15 ? [...changes, ...changes] : changes;
}

function hookdeckHeaders({ hookdeckSecret, now }: SenderDeps, topic: Topic, body: string, eventId: string): string[] {
  // The shop signs for the proxy, with a secret that is not ours.
  const fromShop = headersFor(topic, body, { secret: 'shared by shop and proxy', atMs: now() });
  return [...fromShop, 'X-Hookdeck-EventID', eventId, 'X-Hookdeck-Signature', sign(body, hookdeckSecret)];
}

/** @returns whether it was answered 200 */
async function deliver(
  deps: SenderDeps,
  order: ChaosOrder,
  version: number,
  headersOf: (body: string) => string[],
): Promise<boolean> {
  const body = order.body(version);
  const delivery = deps.ledger.sent(order, version);
  const answer = await deps.post({ url: new URL(`${deps.url}/webhooks/woocommerce`), headers: headersOf(body), body });
  if (answer.status === 200) {
    deps.ledger.answered(delivery, readInboxId(answer.body), deps.walPosition());
    return true;
  }
  deps.findings.expect(
    answer.status === 0,
    `a healthy disk answered ${answer.status} to order ${order.externalId}: ${answer.body.slice(0, 200)}`,
  );
  // Nobody listens at the moment.
  await pause(150);
  return false;
}

/** The id under which a delivery was stored, from the body of its answer 200; '' for another body. */
export function readInboxId(body: string): string {
  const answer: unknown = JSON.parse(body);
  const hasId = typeof answer === 'object' && answer !== null && 'id' in answer;
  return hasId && typeof answer.id === 'string' ? answer.id : '';
}
