import { Router } from 'express';
import { z } from 'zod';
import type { ApiDelivery } from '@kasera/shared/alert.ts';
import { parseOrThrow } from './parse.ts';

export interface DeliveriesRouterDeps {
  list(limit: number, cursor: string | null): Promise<{ deliveries: ApiDelivery[]; nextCursor: string | null }>;
}

const listSchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(200).optional(),
});

/** `GET /deliveries`: everything that left or is to leave, newest first ([PU5]). */
export function createDeliveriesRouter({ list }: DeliveriesRouterDeps): Router {
  const router = Router();
  router.get('/deliveries', async (request, response) => {
    const { limit, cursor } = parseOrThrow(listSchema, request.query);
    const { deliveries, nextCursor } = await list(limit, cursor ?? null);
    response.json({ deliveries, ...(nextCursor !== null && { nextCursor }) });
  });
  return router;
}
