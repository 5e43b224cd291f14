import type { CatalogueEntry, SellOut } from '@kasera/shared/shop.ts';
import { anySignal } from './any-signal.ts';

/** Why the server did not do it; each has a sentence in every language. */
export type RefusedWhy = 'unauthorised' | 'unknown' | 'conflict' | 'invalid' | 'server';

/** What came of a wish. What is sold out then comes over the board's connection, to every screen alike. */
export type SoldOutAnswer = { type: 'done' } | { type: 'offline' } | { type: 'refused'; why: RefusedWhy };

export type SearchAnswer = { type: 'found'; entries: CatalogueEntry[] } | Exclude<SoldOutAnswer, { type: 'done' }>;

/**
 * Selling out and back over HTTP. Nothing is queued: what the shop sells must not change an hour after somebody pressed,
 * so without the server nothing is done, and that is said.
 */
export interface SoldOutApi {
  /** The same id again changes nothing, so that a lost answer can be tried again. */
  sellOut(wish: SellOut): Promise<SoldOutAnswer>;
  bringBack(id: string): Promise<SoldOutAnswer>;
  /** @param signal ends it; its answer is then `offline` and of no interest */
  search(words: string, signal: AbortSignal): Promise<SearchAnswer>;
}

const answerWithinMs = 8_000;

export function createSoldOutApi(deps: { fetch(path: string, init: RequestInit): Promise<Response> }): SoldOutApi {
  async function ask(path: string, init: RequestInit): Promise<Response | null> {
    try {
      return await deps.fetch(path, {
        credentials: 'same-origin',
        signal: AbortSignal.timeout(answerWithinMs),
        ...init,
      });
    } catch {
      return null;
    }
  }
  return {
    async sellOut(wish) {
      const headers = { 'Content-Type': 'application/json' };
      return outcome(await ask('/api/sold-out', { method: 'POST', headers, body: JSON.stringify(wish) }));
    },
    async bringBack(id) {
      return outcome(await ask(`/api/sold-out/${encodeURIComponent(id)}`, { method: 'DELETE' }));
    },
    async search(words, signal) {
      const limit = anySignal(signal, AbortSignal.timeout(answerWithinMs));
      const response = await ask(`/api/catalogue?search=${encodeURIComponent(words)}`, { signal: limit });
      const said = outcome(response);
      if (said.type !== 'done' || !response) return said.type === 'done' ? { type: 'offline' } : said;
      const body: unknown = await response.json().catch(() => null);
      return { type: 'found', entries: entriesOf(body) };
    },
  };
}

function outcome(response: Response | null): SoldOutAnswer {
  if (!response) return { type: 'offline' };
  return response.ok ? { type: 'done' } : { type: 'refused', why: whyOf(response.status) };
}

function whyOf(status: number): RefusedWhy {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404) return 'unknown';
  if (status === 409) return 'conflict';
  return status < 500 ? 'invalid' : 'server';
}

/** What is not an entry is left out: a search that finds less is better than none. */
function entriesOf(body: unknown): CatalogueEntry[] {
  const entries = fieldOf(body, 'entries');
  return Array.isArray(entries) ? entries.flatMap((entry: unknown) => entryOf(entry) ?? []) : [];
}

function entryOf(value: unknown): CatalogueEntry | null {
  const [productId, name] = [fieldOf(value, 'productId'), fieldOf(value, 'name')];
  if (typeof productId !== 'string' || typeof name !== 'string') return null;
  const categories = fieldOf(value, 'categories');
  return {
    productId,
    name,
    variationId: textOrNull(fieldOf(value, 'variationId')),
    variation: textOrNull(fieldOf(value, 'variation')),
    categories: Array.isArray(categories) ? categories.filter((one) => typeof one === 'string') : [],
    inStock: fieldOf(value, 'inStock') !== false,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
