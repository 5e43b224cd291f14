import type { ApiDelivery } from '@kasera/shared/alert.ts';
import { ordersAnswerSchema, type ApiOrder } from '@kasera/shared/api.ts';

/** A running server and the key to ask it with. */
export interface Asked {
  url: string;
  apiKey: string;
}

/** `GET /api/orders`, every page of it. */
export async function readOrders(asked: Asked, status: 'open' | 'all'): Promise<ApiOrder[]> {
  const orders: ApiOrder[] = [];
  let cursor: string | undefined;
  do {
    const page = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = ordersAnswerSchema.parse(await readJson(asked, `/api/orders?status=${status}&limit=250${page}`));
    orders.push(...answer.orders);
    cursor = answer.nextCursor;
  } while (cursor !== undefined);
  return orders;
}

/** `GET /api/deliveries`, every page of it. */
export async function readDeliveries(asked: Asked): Promise<ApiDelivery[]> {
  const deliveries: ApiDelivery[] = [];
  let cursor: string | undefined;
  do {
    const page = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer: { deliveries: ApiDelivery[]; nextCursor?: string } = JSON.parse(
      await readText(asked, `/api/deliveries?limit=500${page}`),
    );
    deliveries.push(...answer.deliveries);
    cursor = answer.nextCursor;
  } while (cursor !== undefined);
  return deliveries;
}

/** How many stored requests wait to be carried out. */
export async function readBacklog(asked: Asked): Promise<number> {
  const health = await readJson(asked, '/healthz');
  const backlog = typeof health === 'object' && health !== null && 'backlog' in health ? health.backlog : null;
  if (typeof backlog !== 'number') throw new Error('/healthz tells no backlog');
  return backlog;
}

async function readJson(asked: Asked, path: string): Promise<unknown> {
  return JSON.parse(await readText(asked, path));
}

async function readText({ url, apiKey }: Asked, path: string): Promise<string> {
  const response = await fetch(`${url}${path}`, {
    headers: { authorization: `Bearer ${apiKey}` },
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`GET ${path} was answered ${response.status}: ${text.slice(0, 200)}`);
  return text;
}
