import type { ApiDelivery } from '@kasera/shared/alert.ts';
import { ordersAnswerSchema, type ApiOrder, type OrdersAnswer } from '@kasera/shared/api.ts';
import type { Command } from '@kasera/shared/command.ts';
import type { WriteBackMapping } from '@kasera/shared/shop.ts';
import { randomUUID } from 'node:crypto';

/** A running server and the key to ask it with. */
export interface Asked {
  url: string;
  apiKey: string;
}

/** `GET /api/orders?status=all`, its first page: a story's kitchen has no more. */
export async function readKitchen(asked: Asked): Promise<OrdersAnswer> {
  const response = await ask(asked, '/api/orders?status=all&limit=1000');
  return ordersAnswerSchema.parse(await response.json());
}

/** @throws where the kitchen has no such order, or two */
export async function readOrder(asked: Asked, number: string): Promise<ApiOrder> {
  const { orders } = await readKitchen(asked);
  const [order, another] = orders.filter((one) => one.number === number);
  if (!order || another) throw new Error(`the kitchen has ${another ? 'two orders' : 'no order'} #${number}`);
  return order;
}

/** `GET /api/deliveries`, its first page, newest first. */
export async function readDeliveries(asked: Asked): Promise<ApiDelivery[]> {
  const response = await ask(asked, '/api/deliveries?limit=500');
  const answer: { deliveries: ApiDelivery[] } = JSON.parse(await response.text());
  return answer.deliveries;
}

/** What each step of the kitchen does in the shop. */
export async function setMapping(asked: Asked, mapping: WriteBackMapping): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await ask(asked, '/api/shop/mapping', { method: 'PUT', headers, body: JSON.stringify(mapping) });
}

type Draft<C> = C extends Command ? Omit<C, 'id'> : never;

/** Gives a command as a script does. @throws unless it is carried out */
export async function command(asked: Asked, number: string, draft: Draft<Command>): Promise<void> {
  const { id } = await readOrder(asked, number);
  await commandById(asked, id, draft);
}

/** As {@link command}, where the order's own id is known. */
export async function commandById(asked: Asked, orderId: string, draft: Draft<Command>): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ id: randomUUID(), ...draft });
  await ask(asked, `/api/orders/${orderId}/commands`, { method: 'POST', headers, body });
}

async function ask({ url, apiKey }: Asked, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${apiKey}`);
  const response = await fetch(`${url}${path}`, { ...init, headers, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
  return response;
}
