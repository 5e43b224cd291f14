import { Router } from 'express';
import { z } from 'zod';
import type { KnownScreen } from '@kasera/shared/history.ts';
import type { LiveScreen } from '@kasera/shared/socket.ts';
import type { History } from '../history/history.ts';
import type { TellStory } from '../history/story.ts';
import { HttpError } from './errors.ts';
import { parseOrThrow } from './parse.ts';

export interface HistoryRouterDeps {
  history: History;
  story: TellStory;
  /** The first and the last moment (exclusive) of a day of the kitchen's ("2026-11-20"), by its zone and its day's end. */
  boundsOfDay(day: string): { from: number; to: number };
  /** Those that are connected. */
  live(): LiveScreen[];
  /** Those seen lately, live or not, the last seen first. */
  known(): Promise<KnownScreen[]>;
}

const words = z.string().trim().max(200).optional();
const listSchema = z.object({
  q: words,
  dish: words,
  day: z.iso.date('must be a day: 2026-11-20').optional(),
  late: z.enum(['0', '1', 'true', 'false'], 'must be 1 or 0').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1_000).optional(),
});

/** `GET /history`, `GET /orders/:id/story`, `GET /screens` ([SC2], [SC3]). */
export function createHistoryRouter({ history, story, boundsOfDay, live, known }: HistoryRouterDeps): Router {
  const router = Router();
  router.get('/history', async (request, response) => {
    const { q, dish, day, late, limit, cursor } = parseOrThrow(listSchema, withoutEmpty(request.query));
    const due = day === undefined ? null : boundsOfDay(day);
    const page = await history.page({
      wish: { q, dish, due },
      late: late === '1' || late === 'true',
      ...{ limit, cursor },
    });
    if (!page) throw new HttpError(400, 'invalid', 'cursor: is not one that this list gave.');
    response.json(page);
  });
  router.get('/orders/:id/story', async (request, response) => {
    const told = await story(request.params.id);
    if (!told) throw new HttpError(404, 'not-found', 'There is no such order.');
    response.json(told);
  });
  router.get('/screens', async (_request, response) => {
    response.json({ screens: await known(), live: live() });
  });
  return router;
}

/** A field that was left empty in a form narrows nothing. */
function withoutEmpty(query: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
