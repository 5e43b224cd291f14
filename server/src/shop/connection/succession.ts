import type { Order, OrderSnapshot } from '@kasera/shared/order.ts';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Settings } from '../../ops/settings.ts';

export interface SuccessionDeps {
  database: Pick<Database, 'query' | 'write'>;
  settings: Pick<Settings, 'read' | 'writing'>;
  /** What the connected shop's orders are kept under: `woocommerce`. */
  source: string;
}

export interface Succession {
  /** What goes into the commit that connects the shop at `url`; empty where it is the one that was connected last. */
  succeeding(url: string): Sql[];
  /** That commit is on disk. */
  succeeded(url: string): void;
  /** The order of a former shop that this snapshot shows to be the connected one's too; it is the latter's from then on. */
  adopt(snapshot: OrderSnapshot): Promise<Order | null>;
}

const settingName = 'shop-succession';
const knownSchema = z.object({ url: z.string(), former: z.int() }).nullable();

/**
 * Another shop counts its orders from one too: its order 150 is not the former one's ([SH1h]). So with another address
 * all held orders are set aside under a source of their own: they stay on the board, but nothing is asked, told or
 * judged of them, and their ids are free. Where the shop only moved, it shows that by its orders, and has them back.
 */
export async function openSuccession({ database, settings, source }: SuccessionDeps): Promise<Succession> {
  let known = await settings.read(settingName, knownSchema, null);
  const next = (url: string) => ({ url, former: known === null ? 0 : known.former + 1 });
  const formerly = (): string[] =>
    Array.from({ length: known?.former ?? 0 }, (_, index) => formerSource(source, index + 1)).toReversed();
  return {
    succeeding(url) {
      if (known?.url === url) return [];
      const remembering = settings.writing(settingName, next(url));
      // What came by webhooks alone before the first shop was connected is taken for that shop's.
      if (known === null) return [remembering];
      const aside = formerSource(source, next(url).former);
      return [
        remembering,
        sql`update orders set source = ${aside} where source = ${source}`,
        sql`delete from shop_suspects where source = ${source}`,
      ];
    },
    succeeded(url) {
      if (known?.url !== url) known = next(url);
    },
    async adopt(snapshot) {
      for (const former of formerly()) {
        const held = await heldBy(database, former, snapshot.externalId);
        if (held === null || !isSame(held, snapshot)) continue;
        await database.write([
          sql`update orders set source = ${source} where id = ${held.id} and source = ${former}`.expecting(1),
        ]);
        return { ...held, source };
      }
      return null;
    },
  };
}

const formerSource = (source: string, count: number): string => `${source}#${count}`;

async function heldBy(database: Pick<Database, 'query'>, source: string, externalId: string): Promise<Order | null> {
  const [row] = await database.query<{ document: string }>(
    sql`select document from orders where source = ${source} and external_id = ${externalId}`,
  );
  return row === undefined ? null : (JSON.parse(row.document) as Order);
}

/** Placed in the same second, and never heard of later than now: a copy of the shop would have gone on by itself. */
function isSame(held: Order, { placedAt, modifiedAt }: OrderSnapshot): boolean {
  return placedAt !== null && held.times.placedAt === placedAt && held.shop.modifiedAt <= modifiedAt;
}
