import { Router } from 'express';
import type { Busy } from '@kasera/shared/kitchen.ts';
import {
  busySchema,
  putKitchenSchema,
  type KitchenSettings,
  type KitchenView,
} from '@kasera/shared/kitchen-settings.ts';
import type { SaveOutcome } from '../kitchen/settings.ts';
import { HttpError } from './errors.ts';
import { parseOrThrow } from './parse.ts';

export interface KitchenRouterDeps {
  view(): Promise<KitchenView>;
  save(settings: KitchenSettings, version: number): Promise<SaveOutcome>;
  setBusy(minutes: number): Promise<Busy | null>;
}

/** `GET /kitchen`, `PUT /kitchen` (409 where somebody else saved meanwhile), `POST /kitchen/busy` → `{busy}`. */
export function createKitchenRouter({ view, save, setBusy }: KitchenRouterDeps): Router {
  const router = Router();
  router.get('/kitchen', async (_request, response) => {
    response.json(await view());
  });
  router.put('/kitchen', async (request, response) => {
    const { settings, version } = parseOrThrow(putKitchenSchema, request.body);
    const outcome = await save(settings, version);
    if (outcome.type === 'conflict') throw savedMeanwhile();
    if (outcome.type === 'invalid') throw new HttpError(400, 'invalid', `${outcome.path}: ${outcome.message}`);
    response.json(await view());
  });
  router.post('/kitchen/busy', async (request, response) => {
    const { minutes } = parseOrThrow(busySchema, request.body);
    response.json({ busy: await setBusy(minutes) });
  });
  return router;
}

function savedMeanwhile(): HttpError {
  return new HttpError(
    409,
    'conflict',
    'Somebody else saved the settings meanwhile: load them again, then change them.',
  );
}
