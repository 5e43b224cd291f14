import { Router } from 'express';
import { z } from 'zod';
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
  /** @param asked.menu false: without what the shop's catalogue knows */
  view(asked: { menu: boolean }): Promise<KitchenView>;
  save(settings: KitchenSettings, version: number): Promise<SaveOutcome>;
  setBusy(minutes: number): Promise<Busy | null>;
}

/** `GET /kitchen` (`?menu=0`: without the catalogue), `PUT /kitchen` (409 where somebody else saved meanwhile), `POST /kitchen/busy` → `{busy}`. */
export function createKitchenRouter({ view, save, setBusy }: KitchenRouterDeps): Router {
  const router = Router();
  router.get('/kitchen', async (request, response) => {
    const { menu } = parseOrThrow(asked, request.query);
    response.json(await view({ menu: menu !== '0' }));
  });
  router.put('/kitchen', async (request, response) => {
    const { settings, version } = parseOrThrow(putKitchenSchema, request.body);
    const outcome = await save(settings, version);
    if (outcome.type === 'conflict') throw savedMeanwhile();
    if (outcome.type === 'invalid') throw new HttpError(400, 'invalid', `${outcome.path}: ${outcome.message}`);
    response.json(await view({ menu: true }));
  });
  router.post('/kitchen/busy', async (request, response) => {
    const { minutes } = parseOrThrow(busySchema, request.body);
    response.json({ busy: await setBusy(minutes) });
  });
  return router;
}

const asked = z.object({ menu: z.enum(['0', '1']).optional() });

function savedMeanwhile(): HttpError {
  return new HttpError(
    409,
    'conflict',
    'Somebody else saved the settings meanwhile: load them again, then change them.',
  );
}
