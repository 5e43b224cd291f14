import express, { Router, type Request } from 'express';
import type { Consent } from '../shop/connection/consent.ts';
import { HttpError } from './errors.ts';

export interface GrantRouterDeps {
  consent: Pick<Consent, 'grant'>;
}

/** Keys and a state: half a kilobyte. */
const bodyLimit = '8kb';

/**
 * `POST /api/shop/granted`: where the shop's own server brings the keys after a yes ([SH1]). Without a key, since the
 * shop has none; what it brings counts only with the state that only the asked shop was given. Mounted before `/api`.
 */
export function createGrantRouter({ consent }: GrantRouterDeps): Router {
  const router = Router();
  // Read by ourselves: the charset in the header is the site's, whatever that is, and the keys are plain ASCII.
  router.post('/api/shop/granted', express.raw({ type: () => true, limit: bodyLimit }), (request, response) => {
    response.set('Cache-Control', 'no-store');
    if (consent.grant(bodyOf(request)) === null) {
      throw new HttpError(403, 'not-asked', 'Kasera did not ask for these keys, or too long ago. Begin again there.');
    }
    // Exactly 200, and at once: anything else is shown to the person as an error and deletes the keys. They are
    // verified after it, for a small shop serves one request at a time and waits for this answer.
    response.status(200).json({ status: 'ok' });
  });
  return router;
}

/** JSON as WooCommerce sends it, or a form; undefined where it is neither. */
function bodyOf(request: Request): unknown {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes)) return undefined;
  const text = bytes.toString('latin1');
  if (!text.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
