import { Router } from 'express';
import { sellOutSchema, type SellOut, type SoldOut } from '@kasera/shared/shop.ts';
import { HttpError } from './errors.ts';
import { parseOrThrow } from './parse.ts';

export interface SoldOutRouterDeps {
  list(): SoldOut[];
  sellOut(request: SellOut): Promise<{ type: 'new' | 'known'; soldOut: SoldOut }>;
  bringBack(id: string): Promise<SoldOut | null>;
}

/** `GET /sold-out`, `POST /sold-out` (201 new, 200 it was already), `DELETE /sold-out/:id` (brings it back now). */
export function createSoldOutRouter({ list, sellOut, bringBack }: SoldOutRouterDeps): Router {
  const router = Router();
  router.get('/sold-out', (_request, response) => {
    response.json({ soldOut: list() });
  });
  router.post('/sold-out', async (request, response) => {
    const { type, soldOut } = await sellOut(parseOrThrow(sellOutSchema, request.body));
    response.status(type === 'new' ? 201 : 200).json({ soldOut });
  });
  router.delete('/sold-out/:id', async (request, response) => {
    const soldOut = await bringBack(request.params.id);
    if (!soldOut) throw new HttpError(404, 'not-found', 'There is nothing sold out by that id.');
    response.json({ soldOut });
  });
  return router;
}
