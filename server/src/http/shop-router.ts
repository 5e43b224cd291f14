import { Router } from 'express';
import {
  askConsentSchema,
  connectShopSchema,
  judgeSuspectsSchema,
  writeBackMappingSchema,
  type WriteBackMapping,
} from '@kasera/shared/shop.ts';
import type { Consent } from '../shop/connection/consent.ts';
import type { Inspection } from '../shop/connection/inspection.ts';
import { errorBody, HttpError } from './errors.ts';
import { parseOrThrow } from './parse.ts';
import { composeShopView, type ShopViewDeps } from './shop-view.ts';

export interface ShopRouterDeps extends ShopViewDeps {
  /** Answers what became of Kasera's webhooks in the shop. */
  disconnect(): Promise<'removed' | 'left' | 'none' | 'from-environment'>;
  inspection: Pick<Inspection, 'last' | 'check' | 'connect'>;
  consent: Pick<Consent, 'fault' | 'outcome' | 'ask'>;
  saveMapping(mapping: WriteBackMapping): Promise<void>;
  judge(orderIds: readonly string[], erased: boolean): Promise<void>;
}

/** `/shop`: the connection, its checks, and what an owner decides about it. Behind the key, as all of `/api`. */
export function createShopRouter(deps: ShopRouterDeps): Router {
  const router = Router();
  router.get('/shop', async (_request, response) => {
    response.json(await composeShopView(deps));
  });
  router.put('/shop/connection', async (request, response) => {
    const outcome = await deps.inspection.connect(parseOrThrow(connectShopSchema, request.body));
    if (outcome.type === 'from-environment') throw fromEnvironment();
    const { checks } = outcome;
    // The page shows the checks of a refusal too.
    if (outcome.type === 'unfit') {
      response.status(422).json({ ...errorBody('shop-unfit', outcome.message), checks });
      return;
    }
    response.json({ checks });
  });
  router.delete('/shop/connection', async (_request, response) => {
    const webhooks = await deps.disconnect();
    if (webhooks === 'from-environment') throw fromEnvironment();
    response.json({ connection: null, webhooks });
  });
  router.post('/shop/check', async (_request, response) => {
    if (deps.connection() === null) throw new HttpError(409, 'not-connected', 'No shop is connected.');
    response.json({ checks: await deps.inspection.check() });
  });
  router.post('/shop/consent', (request, response) => {
    const { url } = parseOrThrow(askConsentSchema, request.body);
    if (deps.connection()?.from === 'environment') throw fromEnvironment();
    const answer = deps.consent.ask(url);
    if (answer.type === 'refused') throw new HttpError(422, answer.code, answer.message);
    response.json({ url: answer.url });
  });
  router.put('/shop/mapping', async (request, response) => {
    const mapping = parseOrThrow(writeBackMappingSchema, request.body);
    await deps.saveMapping(mapping);
    response.json({ mapping });
  });
  router.post('/shop/suspects', async (request, response) => {
    const { orderIds, erased } = parseOrThrow(judgeSuspectsSchema, request.body);
    await deps.judge(orderIds, erased);
    response.json({ suspects: await deps.suspects() });
  });
  return router;
}

function fromEnvironment(): HttpError {
  const message = 'The shop is set in .env (WOOCOMMERCE_URL, _KEY, _SECRET): change or remove it there, and restart.';
  return new HttpError(409, 'from-environment', message);
}
