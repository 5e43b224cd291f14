import { Router } from 'express';
import type { Beat } from '@kasera/shared/socket.ts';
import type { Guard } from '../access/guard.ts';

export interface HealthRouterDeps {
  guard: Pick<Guard, 'isKnown'>;
  beat(): Beat;
  details(): Promise<object>;
}

/** `GET /healthz`: 200, or 503 only while orders cannot be stored; details for those with a key. */
export function createHealthRouter({ guard, beat, details }: HealthRouterDeps): Router {
  const router = Router();
  router.get('/healthz', async (request, response) => {
    const { intake } = beat();
    response.set('Cache-Control', 'no-store');
    if (intake.state === 'failing') response.set('Retry-After', '10');
    response.status(intake.state === 'ok' ? 200 : 503);
    const bare = { status: intake.state === 'ok' ? 'ok' : 'refusing-orders' };
    // Where the details cannot be read, what is known already is told: this is asked most when things are broken.
    response.json(guard.isKnown(request.headers) ? { ...bare, ...(await details().catch(beat)) } : bare);
  });
  return router;
}
