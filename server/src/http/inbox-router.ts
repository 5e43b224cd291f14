import { Router } from 'express';
import { z } from 'zod';
import { isoTime, type ApiInboxRequest } from '@kasera/shared/api.ts';
import type { Inbox, InboxRow } from '../intake/inbox.ts';
import type { InboxWorker } from '../intake/worker.ts';
import { HttpError } from './errors.ts';
import { pageOf } from './page.ts';
import { parseOrThrow } from './parse.ts';

export interface InboxRouterDeps {
  inbox: Pick<Inbox, 'list' | 'item'>;
  worker: Pick<InboxWorker, 'run'>;
}

const listSchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(100).optional(),
});

/** `GET /inbox` (newest first) and `POST /inbox/:id/replay` ([IN8]). */
export function createInboxRouter({ inbox, worker }: InboxRouterDeps): Router {
  const router = Router();
  router.get('/inbox', async (request, response) => {
    const { limit, cursor } = parseOrThrow(listSchema, request.query);
    const { page, last } = pageOf(await inbox.list(limit + 1, cursor ?? null), limit);
    response.json({ requests: page.map(toApi), ...(last && { nextCursor: last.id }) });
  });
  router.post('/inbox/:id/replay', async (request, response) => {
    const item = await inbox.item(request.params.id);
    if (!item) {
      throw new HttpError(404, 'not-found', 'There is no such request, or its body has been deleted by retention.');
    }
    response.json(await worker.run(item));
  });
  return router;
}

function toApi({ receivedAt, processedAt, ...row }: InboxRow): ApiInboxRequest {
  return { ...row, receivedAt: isoTime(receivedAt), processedAt: isoTime(processedAt) };
}
