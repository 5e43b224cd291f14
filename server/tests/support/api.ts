import {
  commandAnswerSchema,
  errorAnswerSchema,
  inboxAnswerSchema,
  ordersAnswerSchema,
  type ApiCommandAnswer,
  type ApiInboxRequest,
  type ApiOrder,
} from '@kasera/shared/api.ts';
import type { HttpAnswer } from './http-request.ts';
import type { RunningKasera } from './running-kasera.ts';
import { until } from './until.ts';

type Api = Pick<RunningKasera, 'get' | 'post'>;

/** What scripts read, checked against the contract. */
export async function listOrders(kasera: Api, query = 'status=all'): Promise<ApiOrder[]> {
  return ordersAnswerSchema.parse((await kasera.get(`/api/orders?${query}`)).json()).orders;
}

export async function listInbox(kasera: Api, query = ''): Promise<ApiInboxRequest[]> {
  return inboxAnswerSchema.parse((await kasera.get(`/api/inbox?${query}`)).json()).requests;
}

/** Waits until nothing that was accepted is left to be carried out. */
export async function settled(kasera: Api): Promise<ApiInboxRequest[]> {
  return until(async () => {
    const requests = await listInbox(kasera, 'limit=500');
    return requests.every(({ state }) => state !== 'received') && requests;
  });
}

/** Waits until the order of that number is there. */
export async function orderOf(kasera: Api, number: string): Promise<ApiOrder> {
  return until(async () => (await listOrders(kasera)).find((order) => order.number === number));
}

/** Sends a command with an id of its own unless it has one. */
export async function command(kasera: Api, orderId: string, body: object): Promise<HttpAnswer> {
  return kasera.post(`/api/orders/${orderId}/commands`, { id: crypto.randomUUID(), ...body });
}

/** A command that is carried out. @throws what was answered instead */
export async function done(kasera: Api, orderId: string, body: object): Promise<ApiCommandAnswer> {
  const answer = await command(kasera, orderId, body);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return commandAnswerSchema.parse(answer.json());
}

/** The error of an answer, checked against the contract. */
export function errorOf(answer: HttpAnswer): { status: number; code: string; message: string } {
  return { status: answer.status, ...errorAnswerSchema.parse(answer.json()).error };
}
