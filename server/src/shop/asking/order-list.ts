import { glanceAtOrder } from '../../intake/sources/woocommerce.ts';
import type { ShopAnswer, ShopFault, ShopQuery } from '../connection/answer.ts';

export type ListAnswer = Extract<ShopAnswer<unknown[]>, { type: 'ok' }>;
/** Asks `GET /orders`. */
export type AskOrders = (query: ShopQuery) => Promise<ShopAnswer<unknown[]>>;

export interface ReadingDeps {
  ask: AskOrders;
  /** At most `largestPage`. */
  perPage: number;
  /** Stores what a page brought; asked again for the same orders it must do nothing. */
  take(page: ListAnswer): Promise<void>;
  /** Everything modified up to then has been taken. */
  stored(modifiedAt: number): Promise<void>;
}

/** The most WooCommerce gives at once. */
export const largestPage = 100;
const secondMs = 1_000;

/**
 * Reads every order modified after `from`, oldest change first.
 *
 * Orders move to the end of this list whenever they change, so counting pages would skip those that slide over a page's
 * edge meanwhile. Therefore each request begins anew where the last page ended, one second earlier because the bound is
 * exclusive and others may share that second. Only where one second alone fills a page it has to be pages, and these are
 * read from the last one to the first: what slides then slides to where is still to be read.
 * @param from epoch milliseconds by the shop's clock, exclusive
 * @returns the fault that ended it, or null when all has been read
 */
export async function readChanged(deps: ReadingDeps, query: ShopQuery, from: number): Promise<ShopFault | null> {
  for (let after = from; ;) {
    const bound = { ...query, ...inOrderOfChange, per_page: deps.perPage, modified_after: shopTimeText(after) };
    const answer = await deps.ask({ ...bound, page: 1 });
    if (answer.type === 'fault') return answer.fault;
    await deps.take(answer);
    const newest = newestOf(answer.data);
    if (isWhole(answer, deps.perPage)) {
      if (newest !== null) await deps.stored(newest);
      return null;
    }
    if (newest === null || newest - secondMs <= after) return readCrowd(deps, bound, answer);
    await deps.stored(newest);
    after = newest - secondMs;
  }
}

const inOrderOfChange = { orderby: 'modified', order: 'asc', dates_are_gmt: true } as const;

function isWhole({ pages, data }: ListAnswer, perPage: number): boolean {
  return pages === null ? data.length < perPage : pages <= 1;
}

/** More than a page of one second: all pages of this bound, the first one (read already) again at the end. */
async function readCrowd(deps: ReadingDeps, bound: ShopQuery, first: ListAnswer): Promise<ShopFault | null> {
  let newest = newestOf(first.data);
  const takePage = async (page: number): Promise<ListAnswer | ShopFault> => {
    const answer = await deps.ask({ ...bound, page });
    if (answer.type === 'fault') return answer.fault;
    await deps.take(answer);
    newest = laterOf(newest, newestOf(answer.data));
    return answer;
  };
  let last = first.pages;
  for (let page = 2; last === null; page++) {
    // A proxy swallowed the count of pages.
    const answer = await takePage(page);
    if ('kind' in answer) return answer;
    if (answer.data.length === 0) last = page - 1;
  }
  for (let page = last; page >= 1; page--) {
    const answer = await takePage(page);
    if ('kind' in answer) return answer;
  }
  if (newest !== null) await deps.stored(newest);
  return null;
}

/** The newest change on a page, by the shop's clock; null where none says a time. */
function newestOf(orders: readonly unknown[]): number | null {
  return orders.reduce<number | null>(
    (newest, order) => laterOf(newest, glanceAtOrder(order)?.modifiedAt ?? null),
    null,
  );
}

function laterOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** A time as WooCommerce takes it with `dates_are_gmt`: UTC without a zone. */
export function shopTimeText(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}
