import type { Order, OrderItem } from '@kasera/shared/order.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { temporaryFolder } from './temporary-folder.ts';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { sql } from '../../src/db/sql.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import type { SendOutcome } from '../../src/alerts/channels/channel.ts';
import { claimDue, type Claimed } from '../../src/alerts/claim.ts';
import { listDeliveries } from '../../src/alerts/delivery-list.ts';
import { gatherPushNotices } from '../../src/alerts/notices.ts';
import { statementsFor } from '../../src/alerts/placing.ts';
import { readPushRules, type PushSettings } from '../../src/alerts/push-config.ts';
import { settleTry } from '../../src/alerts/settle.ts';
import { prepareOutbox } from '../../src/alerts/start-up.ts';

export const minute = 60_000;
export const startAt = 1_800_000_000_000;
const kitchenApp = '5f1b1f63-0000-4000-8000-000000000001';
const alert = { type: 'alert', reason: 'new' } as const;
const answered = { type: 'quiet', reason: 'answered' } as const;
export const settings: PushSettings = {
  appId: kitchenApp,
  apiKey: 'os_v2_app_secret',
  apiUrl: 'http://127.0.0.1:9',
  audience: { type: 'all' },
  fallbackAudience: null,
  budget: 8,
  publicUrl: null,
};
export const sent: SendOutcome = { type: 'sent', providerId: 'p-1', status: 200, warnings: [], invalid: [] };
export const busy: SendOutcome = {
  type: 'retry',
  status: 503,
  retryAfterMs: null,
  error: 'busy',
  mayHaveArrived: false,
};
export const silent: SendOutcome = { ...busy, status: null, error: 'no answer: ETIMEDOUT', mayHaveArrived: true };
export const refused: SendOutcome = { type: 'refused', status: 401, error: 'Access denied' };
export const payloadSchema = z.looseObject({
  app_id: z.string(),
  idempotency_key: z.string(),
  data: z.object({ orders: z.array(z.string()) }),
});

/** The outbox on a database of its own, with the orders beside it, and a clock the test turns. */
export class Outbox implements AsyncDisposable {
  now = startAt;
  settings = settings;
  readonly #database: Database;
  readonly #dispose: () => Promise<void>;
  #made = 0;

  constructor(database: Database, dispose: () => Promise<void>) {
    this.#database = database;
    this.#dispose = dispose;
  }

  get deps() {
    const newId = () => `d-${String(this.#made++).padStart(5, '0')}`;
    return { database: this.#database, rules: readPushRules(this.settings), newId, newKey: () => randomUUID() };
  }

  /** A new order with its delivery, in one commit. */
  async place(number: string, more: Partial<Order> = {}): Promise<Order> {
    const order = orderOf(number, more);
    const insert = sql`
      insert into orders (id, kitchen_id, source, external_id, number, version, status, status_at, open, arrived_late,
        arrived_at, due_at, shop_status, shop_modified_at, document)
      values (${order.id}, ${'main'}, ${'test'}, ${order.id}, ${number}, ${1}, ${order.status}, ${this.now}, ${1}, ${0},
        ${this.now}, ${this.now}, ${'processing'}, ${this.now}, ${JSON.stringify(order)})`;
    await this.#database.write([insert, ...statementsFor(this.deps, order, [alert], this.now)]);
    return order;
  }

  /** Somebody accepts it: the order's new state and what follows, in one commit. */
  async answer(order: Order, status = 'acknowledged'): Promise<void> {
    const update = sql`update orders set status = ${status} where id = ${order.id}`;
    const quiet = status === 'cancelled' ? ({ type: 'quiet', reason: 'cancelled' } as const) : answered;
    await this.#database.write([update, ...statementsFor(this.deps, order, [quiet], this.now)]);
  }

  claim(limit = 100): Promise<Claimed[]> {
    return claimDue(this.deps, this.now, limit);
  }

  settle(claimed: Claimed, outcome: SendOutcome, retryAfterMs = 2_000): Promise<void> {
    const retryAt = outcome.type === 'retry' ? this.now + retryAfterMs : null;
    return settleTry(this.deps, claimed, { outcome, startedAt: this.now - 100, endedAt: this.now, retryAt });
  }

  async claimAndSend(): Promise<string[][]> {
    const claimed = await this.claim();
    for (const each of claimed) await this.settle(each, sent);
    return claimed.map(numbersOf);
  }

  async list(limit = 100, cursor: string | null = null) {
    return listDeliveries(this.deps, limit, cursor);
  }

  async states(): Promise<string[]> {
    const { deliveries } = await this.list();
    return deliveries.toReversed().map(({ state }) => state);
  }

  notices() {
    return gatherPushNotices(this.deps, this.now);
  }

  restart() {
    return prepareOutbox(this.deps, this.now);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#database[Symbol.asyncDispose]();
    await this.#dispose();
  }
}

export async function openOutbox(more: Partial<PushSettings> = {}): Promise<Outbox> {
  const folder = temporaryFolder();
  const database = await openSqlite({ path: join(folder.path, 'kasera.db') });
  await migrate({ database, now: () => startAt });
  const outbox = new Outbox(database, async () => folder[Symbol.dispose]());
  outbox.settings = { ...settings, ...more };
  return outbox;
}

function orderOf(number: string, more: Partial<Order>): Order {
  const item: OrderItem = {
    ...{ id: '1', name: 'Paella', productId: null, variationId: null, quantity: 2, options: [] },
    ...{ doneQuantity: 0, done: false, change: null },
  };
  const bare = { id: `o-${number}`, kitchenId: 'main', number, status: 'new', items: [item], customerId: '0' };
  return { ...bare, note: '', kitchenNotes: [], test: false, ...more } as unknown as Order;
}

export function numbersOf({ payload }: Claimed): string[] {
  return payloadSchema.parse(JSON.parse(payload)).data.orders;
}

export async function only(claims: Promise<Claimed[]>): Promise<Claimed> {
  const [claimed, ...others] = await claims;
  if (!claimed || others.length > 0) throw new Error('expected exactly one');
  return claimed;
}
