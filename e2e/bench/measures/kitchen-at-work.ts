import { setTimeout as sleep } from 'node:timers/promises';
import { connectBoard, press } from '../board-client.ts';
import { runConnection } from '../load/connection.ts';
import { buildSignedOrders } from '../load/signed-orders.ts';
import { webhookSecret } from '../bench.ts';
import { waitUntil } from '../../support/wait-until.ts';
import type { RunningKasera } from '../../support/start-kasera.ts';

/** A kitchen that places its own orders and cooks them, from a screen of its own. */
export interface KitchenAtWork extends AsyncDisposable {
  /** Places so many orders, accepts them and leaves them open. @returns their ids, the first placed first */
  open(count: number): Promise<string[]>;
  /** Places `perSecond` orders for so long; each is accepted at once and handed over when `keep` newer ones are open. */
  serve(plan: { perSecond: number; seconds: number; keep: number }): Promise<void>;
  /** Finishes everything it holds open. */
  finishAll(): Promise<void>;
}

/** They are as fresh as a shop's: one that waited a minute would say on its ticket that it was sent late. */
const preparedSeconds = 10;

/** @param firstId seven digits, of the first order; they count up */
export async function startKitchen(kasera: RunningKasera, firstId: number): Promise<KitchenAtWork> {
  const { socket } = await connectBoard(kasera.url, kasera.apiKey);
  const ids = new Map<string, string>();
  const held: string[] = [];
  const orders = createOrders(firstId);
  socket.on('board:event', ({ order }) => ids.set(order.number, order.id));

  async function place(): Promise<string> {
    const { number, request } = orders.next();
    const left = [request];
    await runConnection({ port: kasera.port, next: () => left.pop() ?? null, answered: () => {} });
    await waitUntil(() => ids.has(number), { what: `order ${number} is on the board`, everyMs: 2, withinMs: 30_000 });
    const id = ids.get(number) ?? '';
    await press(socket, id, { type: 'acknowledge' });
    held.push(id);
    return id;
  }
  async function finish(id: string): Promise<void> {
    for (const type of ['ready', 'complete'] as const) await press(socket, id, { type });
  }
  return {
    async open(count) {
      orders.prepare(count);
      const opened: string[] = [];
      for (let index = 0; index < count; index += 1) opened.push(await place());
      return opened;
    },
    async serve({ perSecond, seconds, keep }) {
      const startedAt = performance.now();
      const underWay: Promise<void>[] = [];
      for (let index = 0; index < perSecond * seconds; index += 1) {
        if (index % (preparedSeconds * perSecond) === 0) orders.prepare(preparedSeconds * perSecond);
        await sleep(Math.max(0, startedAt + (index * 1_000) / perSecond - performance.now()));
        underWay.push(
          place().then(async () => {
            const oldest = held.length > keep ? held.shift() : undefined;
            if (oldest !== undefined) await finish(oldest);
          }),
        );
      }
      await Promise.all(underWay);
    },
    async finishAll() {
      for (const id of held.splice(0)) await finish(id);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(void socket.disconnect()),
  };
}

/** Orders in turn of all everyday kinds. They are built and signed before they are wanted: that is not the kitchen's work. */
function createOrders(firstId: number) {
  const ready: { number: string; request: Buffer }[] = [];
  let next = firstId;
  function prepare(count: number): void {
    const plan = { secret: webhookSecret, placedAt: Date.now(), status: 'processing' };
    const from = next;
    const built = buildSignedOrders({ ...plan, count, firstId: from });
    ready.push(...built.map((request, index) => ({ number: `${from + index}`, request })));
    next += count;
  }
  return {
    prepare,
    next() {
      const order = ready.shift();
      if (!order) throw new Error('more orders are placed than were prepared');
      return order;
    },
  };
}
