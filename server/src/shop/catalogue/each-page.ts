import { z } from 'zod';
import type { ShopClient, ShopFault, ShopQuery } from '../connection/answer.ts';

/** WooCommerce refuses more. */
export const mostAtOnce = 100;
/** No catalogue has so many; a shop that always answers "there is more" is left. */
const maxPages = 500;

/**
 * Reads a list of the shop to its end, page by page. What cannot be read on a page is left out: one odd product must not
 * lose all others.
 * @returns the fault that ended it, or null when all pages were read
 */
export async function eachPage<S extends z.ZodType>(
  client: Pick<ShopClient, 'get'>,
  path: string,
  query: ShopQuery,
  schema: S,
  take: (page: NonNullable<z.infer<S>>[]) => Promise<void> | void,
): Promise<{ type: 'fault'; fault: ShopFault } | null> {
  const pageSchema = z.array(z.unknown());
  for (let page = 1; page <= maxPages; page++) {
    const answer = await client.get(path, { ...query, per_page: mostAtOnce, page }, pageSchema);
    if (answer.type === 'fault') return answer;
    const parsed = answer.data.map((one) => schema.safeParse(one));
    await take(parsed.flatMap((one) => (one.success && one.data ? [one.data] : [])));
    if (answer.data.length < mostAtOnce || (answer.pages !== null && page >= answer.pages)) return null;
  }
  return null;
}
