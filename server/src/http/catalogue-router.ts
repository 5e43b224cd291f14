import { Router } from 'express';
import { z } from 'zod';
import type { CatalogueEntry } from '@kasera/shared/shop.ts';
import { parseOrThrow } from './parse.ts';

export interface CatalogueRouterDeps {
  search(text: string, limit: number): CatalogueEntry[];
  counts(): { readAt: number | null };
}

const searchSchema = z.object({
  search: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** `GET /catalogue?search=&limit=`: what can be sold out, by name. */
export function createCatalogueRouter({ search, counts }: CatalogueRouterDeps): Router {
  const router = Router();
  router.get('/catalogue', (request, response) => {
    const { search: text, limit } = parseOrThrow(searchSchema, request.query);
    response.json({ entries: search(text, limit), readAt: counts().readAt });
  });
  return router;
}
