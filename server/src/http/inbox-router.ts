import { Router } from 'express';
import { z } from 'zod';
import { isoTime, type ApiInboxRequest } from '@kasera/shared/api.ts';
import type { Guard } from '../access/guard.ts';
import type { Inbox, InboxItem, InboxRow } from '../intake/inbox.ts';
import type { InboxWorker } from '../intake/worker.ts';
import { HttpError } from './errors.ts';
import { pageOf } from './page.ts';
import { parseOrThrow } from './parse.ts';

export interface InboxRouterDeps {
  inbox: Pick<Inbox, 'list' | 'item'>;
  worker: Pick<InboxWorker, 'run'>;
  guard: Pick<Guard, 'hasApiKey'>;
}

const listSchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(100).optional(),
});

/** `GET /inbox` (newest first), `GET /inbox/:id/body` and `POST /inbox/:id/replay` ([IN8]). */
export function createInboxRouter({ inbox, worker, guard }: InboxRouterDeps): Router {
  const router = Router();
  router.get('/inbox', async (request, response) => {
    const { limit, cursor } = parseOrThrow(listSchema, request.query);
    const { page, last } = pageOf(await inbox.list(limit + 1, cursor ?? null), limit);
    response.json({ requests: page.map(toApi), ...(last && { nextCursor: last.id }) });
  });
  router.post('/inbox/:id/replay', async (request, response) => {
    response.json(await worker.run(await itemOrThrow(inbox, request.params.id)));
  });
  router.get('/inbox/:id/body', async (request, response) => {
    if (!guard.hasApiKey(request.headers)) throw new HttpError(403, 'api-key-needed', personal);
    const { body } = await itemOrThrow(inbox, request.params.id);
    // Whatever the bytes are, a browser shows them as text and nothing else.
    response.set({ 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
    response.send(Buffer.from(body));
  });
  return router;
}

const personal =
  'A raw request holds the guest’s personal data: send "Authorization: Bearer <API key>"; the board’s own link is not enough.';

async function itemOrThrow(inbox: InboxRouterDeps['inbox'], id: string): Promise<InboxItem> {
  const item = await inbox.item(id);
  if (item) return item;
  throw new HttpError(404, 'not-found', 'There is no such request, or its body has been deleted by retention.');
}

function toApi({ receivedAt, processedAt, ...row }: InboxRow): ApiInboxRequest {
  return { ...row, receivedAt: isoTime(receivedAt), processedAt: isoTime(processedAt) };
}
