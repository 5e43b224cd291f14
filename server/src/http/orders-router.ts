import { Router } from 'express';
import { z } from 'zod';
import { toApiOrder } from '@kasera/shared/api.ts';
import { commandSchema, type Command, type RefusalCode } from '@kasera/shared/command.ts';
import type { CommandResult } from '../orders/command-result.ts';
import type { OrderStore, PageCursor } from '../orders/store.ts';
import { HttpError } from './errors.ts';
import { pageOf } from './page.ts';
import { parseOrThrow } from './parse.ts';

export interface OrdersRouterDeps {
  store: Pick<OrderStore, 'byId' | 'open' | 'page' | 'head'>;
  command(orderId: string, command: Command): Promise<CommandResult>;
  kitchenId: string;
}

const listSchema = z.object({
  status: z.enum(['open', 'all'], 'must be open or all').default('open'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(200).optional(),
});

/** `GET /orders`, `GET /orders/:id`, `POST /orders/:id/commands`. */
export function createOrdersRouter({ store, command, kitchenId }: OrdersRouterDeps): Router {
  const router = Router();
  router.get('/orders', async (request, response) => {
    const { status, limit, cursor } = parseOrThrow(listSchema, request.query);
    const { seq } = await store.head(kitchenId);
    if (status === 'open') {
      response.json({ orders: (await store.open(kitchenId)).map(toApiOrder), seq });
      return;
    }
    const from = cursor === undefined ? null : readCursor(cursor);
    const { page, last } = pageOf(await store.page(kitchenId, limit + 1, from), limit);
    const nextCursor = last && { nextCursor: writeCursor({ arrivedAt: last.times.arrivedAt, id: last.id }) };
    response.json({ orders: page.map(toApiOrder), seq, ...nextCursor });
  });
  router.get('/orders/:id', async (request, response) => {
    const order = await store.byId(request.params.id);
    if (!order || order.status === 'unreleased') throw new HttpError(404, 'not-found', 'There is no such order.');
    response.json({ order: toApiOrder(order) });
  });
  router.post('/orders/:id/commands', async (request, response) => {
    const result = await command(request.params.id, parseOrThrow(commandSchema, request.body));
    if (result.type === 'refused')
      throw new HttpError(statusOf[result.refusal.code], result.refusal.code, result.refusal.message);
    response.json({ order: toApiOrder(result.order), seq: result.seq });
  });
  return router;
}

const statusOf: Record<RefusalCode, number> = {
  conflict: 409,
  changed: 409,
  'not-allowed': 409,
  'reused-id': 409,
  'not-found': 404,
  invalid: 400,
};

function writeCursor({ arrivedAt, id }: PageCursor): string {
  return Buffer.from(`${arrivedAt} ${id}`).toString('base64url');
}

function readCursor(cursor: string): PageCursor {
  const [arrivedAt, id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!id || !Number.isSafeInteger(Number(arrivedAt))) {
    throw new HttpError(400, 'invalid', 'cursor: is not one that this list gave.');
  }
  return { arrivedAt: Number(arrivedAt), id };
}
