import type { HistoryPage, HistoryRow } from '@kasera/shared/history.ts';
import type { Station } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { isLive } from '@kasera/shared/parts.ts';
import { lateBy, latenessOf } from '../orders/lateness.ts';
import { readCursor, writeCursor, type HistoryCursor } from './history-cursor.ts';
import type { HistorySearch, HistoryWish } from './history-search.ts';
import { waitsOf } from './waits.ts';

export interface HistoryRequest {
  wish: HistoryWish;
  /** Only late ones, the worst first; else all, the newest first. */
  late: boolean;
  limit: number;
  /** `next` of the page before. */
  cursor?: string | undefined;
}

export interface History {
  /** @returns null where the cursor is none that a page gave */
  page(request: HistoryRequest): Promise<HistoryPage | null>;
}

export interface HistoryDeps {
  search: HistorySearch;
  /** The kitchen's, for their names. */
  stations(): readonly Station[];
  now(): number;
}

/** What was, by pages ([SC3]): everything sought is counted once, with the first page, and the next ones go on from it. */
export function createHistory({ search, stations, now }: HistoryDeps): History {
  const begin = async (wish: HistoryWish, late: boolean): Promise<Omit<HistoryCursor, 'after' | 'id'>> => {
    const at = now();
    const figures = await search.figures(wish, at);
    return { now: at, total: late ? figures.late : figures.total, late: figures.late };
  };
  return {
    async page({ wish, late, limit, cursor }) {
      const from = cursor === undefined ? null : readCursor(cursor);
      if (cursor !== undefined && !from) return null;
      const look = from ?? (await begin(wish, late));
      const found = late
        ? await search.late(wish, look.now, limit + 1, from)
        : await search.newest(wish, limit + 1, from);
      const rows = found.slice(0, limit);
      const last = found.length > limit ? rows.at(-1) : undefined;
      return {
        rows: rows.map(({ order }) => toRow(order, stations(), look.now)),
        total: look.total,
        late: look.late,
        next: last ? writeCursor({ ...look, after: last.place, id: last.order.id }) : null,
      };
    },
  };
}

function toRow(order: Order, stations: readonly Station[], now: number): HistoryRow {
  const { id, number, guest, kind, status, test, notClosed = false, promisedAt, times, items } = order;
  return {
    ...{ id, number, kind, status, test, notClosed, promisedAt },
    guest: guest.name,
    arrivedAt: times.arrivedAt,
    readyAt: times.readyAt,
    lateMs: lateBy(latenessOf(order), now),
    waits: waitsOf(order, stations),
    dishes: items.filter(isLive).map(({ quantity, name }) => ({ quantity, name })),
  };
}
