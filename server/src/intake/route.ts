import { Router, type Request, type Response } from 'express';
import { StorageError } from '../db/database.ts';
import { errorBody } from '../http/errors.ts';
import type { Log } from '../ops/log.ts';
import type { Inbox } from './inbox.ts';
import type { IntakeHealthKeeper } from './health.ts';
import type { Pressure } from './pressure.ts';
import { readRawBody } from './raw-body.ts';
import type { ShopContact } from './shop-contact.ts';
import type { Source } from './sources/source.ts';
import type { InboxWorker } from './worker.ts';

export interface IntakeDeps {
  /** Which adapter answers at which path below the root. */
  paths: ReadonlyMap<string, Source>;
  inbox: Pick<Inbox, 'accept'>;
  worker: Pick<InboxWorker, 'take' | 'takeAgain'>;
  contact: Pick<ShopContact, 'signed' | 'pinged' | 'signatureFailed'>;
  health: Pick<IntakeHealthKeeper, 'stored' | 'refused'>;
  pressure: Pick<Pressure, 'enter' | 'leave'>;
  maxBytes: number;
  now(): number;
  log: Log;
}

/** The webhooks' door: open to everybody, believes only signatures, answers 200 only for what is on disk. */
export function createIntakeRouter(deps: IntakeDeps): Router {
  const router = Router();
  for (const [path, source] of deps.paths) {
    router.post(path, (request, response) => receive(deps, source, request, response));
    router.all(path, (_request, response) => {
      response.set('Allow', 'POST');
      answer(response, 405, errorBody('method', 'Webhooks are sent here by POST. Paste this address into the shop.'));
    });
  }
  return router;
}

async function receive(deps: IntakeDeps, source: Source, request: Request, response: Response): Promise<void> {
  const encoding = request.headers['content-encoding'];
  if (encoding && encoding.toLowerCase() !== 'identity') {
    return refuseUnread(response, 415, 'encoding', 'Send the body without a Content-Encoding.');
  }
  const raw = await readRawBody(request, deps.maxBytes);
  if (raw.type === 'aborted') return;
  if (raw.type === 'too-large') {
    return refuseUnread(
      response,
      413,
      'too-large',
      `The body is larger than ${deps.maxBytes} bytes (MAX_WEBHOOK_BYTES).`,
    );
  }
  const verdict = source.verify(raw.body, request.headers);
  switch (verdict.type) {
    case 'ping':
      deps.contact.pinged(deps.now());
      return answer(response, 200, { status: 'ping' });
    case 'rejected':
      if (verdict.looksLikeShop) deps.contact.signatureFailed(deps.now());
      if (verdict.looksLikeShop)
        deps.log.warn({ source: source.id, reason: verdict.reason }, 'a webhook was turned away');
      else
        deps.log.debug({ source: source.id, reason: verdict.reason }, 'a request that is no webhook was turned away');
      return answer(
        response,
        401,
        errorBody('signature', `Not accepted: ${verdict.reason}. Is the secret the same in the shop and in Kasera?`),
      );
    case 'verified':
      return store(deps, source, raw.body, request, response, verdict.by);
  }
}

async function store(
  deps: IntakeDeps,
  source: Source,
  body: Buffer,
  request: Request,
  response: Response,
  by: 'woocommerce' | 'hookdeck',
): Promise<void> {
  const { headers } = request;
  const identity = source.identify(body, headers, by);
  const receivedAt = deps.now();
  deps.pressure.enter();
  try {
    const accepted = await deps.inbox.accept({ source: source.id, receivedAt, headers, body, identity });
    deps.health.stored(deps.now());
    deps.contact.signed(receivedAt);
    if (identity.warnings.length > 0) {
      deps.log.warn({ externalId: identity.externalId, warnings: identity.warnings }, 'a webhook lacks something');
    }
    if (accepted.type === 'stored') deps.worker.take(accepted.item);
    else if (accepted.rerun) deps.worker.takeAgain(accepted.rerun);
    const status = accepted.type === 'stored' ? 'accepted' : 'duplicate';
    const id = accepted.type === 'stored' ? accepted.item.id : accepted.id;
    answer(response, 200, { status, id, ...(identity.warnings.length > 0 && { warnings: identity.warnings }) });
  } catch (error) {
    refuseForStorage(deps, response, error);
  } finally {
    deps.pressure.leave();
  }
}

/** Whatever keeps a request from the disk, the sender hears "not now": it must never take it for delivered. */
function refuseForStorage(deps: IntakeDeps, response: Response, error: unknown): void {
  const reason = error instanceof StorageError ? error.code : 'internal';
  deps.health.refused(deps.now(), reason);
  deps.log.error({ error }, 'an order could not be stored and was refused');
  response.set('Retry-After', '10');
  answer(response, 503, errorBody('cannot-store', 'The order could not be stored. Send it again shortly.'));
}

function refuseUnread(response: Response, status: number, code: string, message: string): void {
  // The rest of the body is never read, so this connection has no next request.
  response.set('Connection', 'close');
  answer(response, status, errorBody(code, message));
}

function answer(response: Response, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}
