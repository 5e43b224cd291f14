import { Router } from 'express';
import { z } from 'zod';
import type { Inbox, InboxRow } from '../intake/inbox.ts';
import type { InboxWorker } from '../intake/worker.ts';
import { HttpError } from './errors.ts';
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
    const rows = await inbox.list(limit, cursor ?? null);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    response.json({ requests: rows.map(toApi), ...(last && { nextCursor: last.id }) });
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

function toApi({ receivedAt, processedAt, repeats, ...row }: InboxRow) {
  return {
    ...row,
    // A repeat is kept as a count on the first one: it was answered as duplicate and changed nothing.
    duplicates: repeats,
    receivedAt: new Date(receivedAt).toISOString(),
    processedAt: processedAt === null ? null : new Date(processedAt).toISOString(),
  };
}
