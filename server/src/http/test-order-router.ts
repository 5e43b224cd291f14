import { Router } from 'express';
import { toApiOrder } from '@kasera/shared/api.ts';
import { HttpError } from './errors.ts';
import type { CommandResult } from '../orders/command-result.ts';

export interface TestOrderRouterDeps {
  placeTestOrder(): Promise<CommandResult>;
}

/** `POST /test-orders`: an order as if the shop had sent one, marked TEST ([BD1]). */
export function createTestOrderRouter({ placeTestOrder }: TestOrderRouterDeps): Router {
  const router = Router();
  router.post('/test-orders', async (_request, response) => {
    const result = await placeTestOrder();
    if (result.type === 'refused') throw new HttpError(409, result.refusal.code, result.refusal.message);
    response.status(201).json({ order: toApiOrder(result.order), seq: result.seq });
  });
  return router;
}
