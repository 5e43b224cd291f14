import { z } from 'zod';
import type { ShopClient } from './answer.ts';

export interface ShopStatus {
  /** As it is written back: `completed`. */
  slug: string;
  /** As the shop calls it, in its own language. */
  name: string;
}

export interface Statuses {
  /** The shop's order statuses, custom ones included; what is known, or empty. Never waits for a slow shop. */
  list(): ShopStatus[];
  /** Reads them anew where what is known is over an hour old. Resolves when that is done, however it ended. */
  refresh(): Promise<void>;
  /** Another shop is connected. */
  forget(): void;
}

const freshForMs = 60 * 60_000;

const totalsSchema = z.array(z.object({ slug: z.string().max(60), name: z.string().max(200) }));

/** Which order statuses the shop has: from its report of totals, the one place where WooCommerce lists them. */
export function createStatuses({ client, now }: { client: Pick<ShopClient, 'get'>; now(): number }): Statuses {
  let known: { statuses: ShopStatus[]; at: number } | null = null;
  let shop = 0;
  let reading: Promise<void> | null = null;
  const read = async (): Promise<void> => {
    const askedOf = shop;
    const answer = await client.get('reports/orders/totals', {}, totalsSchema);
    // What comes from the shop of before is of no use.
    if (answer.type === 'ok' && askedOf === shop) known = { statuses: answer.data.map(tidy), at: now() };
  };
  return {
    list: () => known?.statuses ?? [],
    refresh() {
      const age = known === null ? Infinity : now() - known.at;
      if (age >= 0 && age < freshForMs) return Promise.resolve();
      reading ??= read().finally(() => {
        reading = null;
      });
      return reading;
    },
    forget() {
      shop += 1;
      known = null;
      reading = null;
    },
  };
}

/** Orders carry their status without the prefix that some versions of the report give it. */
function tidy({ slug, name }: ShopStatus): ShopStatus {
  return { slug: slug.replace(/^wc-/, ''), name };
}
