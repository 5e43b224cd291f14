import type { Order } from '@kasera/shared/order.ts';
import type { Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';
import { fold } from '../orders/order-words.ts';

/** What is sought. Absent or empty: it does not matter. */
export interface HistoryWish {
  /** Words of the number or the guest's name, in any order. */
  q?: string | undefined;
  /** Words of one of its dishes. */
  dish?: string | undefined;
  /** Due from then until before then. */
  due?: { from: number; to: number } | null | undefined;
}

/** The row after which a page begins. */
export interface HistoryPlace {
  after: number;
  id: string;
}

export interface FoundOrder {
  order: Order;
  /** Of the newest: when it arrived. Of the late ones: by how much. */
  place: number;
}

export interface HistorySearch {
  /** The newest arrivals first. */
  newest(wish: HistoryWish, limit: number, from: HistoryPlace | null): Promise<FoundOrder[]>;
  /** The worst first; what is open is late by `now`. */
  late(wish: HistoryWish, now: number, limit: number, from: HistoryPlace | null): Promise<FoundOrder[]>;
  /** How many there are of all that is sought, and how many of them are late. */
  figures(wish: HistoryWish, now: number): Promise<{ total: number; late: number }>;
}

interface FoundRow {
  document: string;
  source: string;
  place: number;
}

/** The SQL of history. Searching goes through the index of arrivals and reads documents only of what it found. */
export function createHistorySearch({
  database,
  kitchenId,
}: {
  database: Pick<Database, 'query'>;
  kitchenId: string;
}): HistorySearch {
  const found = async (statement: Sql): Promise<FoundOrder[]> =>
    (await database.query<FoundRow>(statement)).map(({ document, source, place }) => ({
      order: { ...(JSON.parse(document) as Order), source },
      place: Number(place),
    }));
  return {
    newest: (wish, limit, from) => found(newestStatement(kitchenId, boundsOf(wish), limit, from ?? fromTop)),
    late: (wish, now, limit, from) => found(lateStatement(kitchenId, boundsOf(wish), now, limit, from ?? fromTop)),
    async figures(wish, now) {
      const [row] = await database.query<{ total: number; late: number }>(
        figuresStatement(kitchenId, boundsOf(wish), now),
      );
      return { total: Number(row?.total), late: Number(row?.late) };
    },
  };
}

const fromTop: HistoryPlace = { after: Number.MAX_SAFE_INTEGER, id: '' };

type Patterns = [string, string, string];

/** What a statement is given for a wish, all of it, so that each statement is one and prepared once. */
interface Bounds {
  who: Patterns;
  dish: Patterns;
  dueFrom: number;
  dueTo: number;
  arrivedFrom: number;
  arrivedTo: number;
}

const dayMs = 86_400_000;
/** A day's orders are sought among those that came so long before it (chosen for that day) or after it (found late). */
const arrivedWithin = { beforeMs: 120 * dayMs, afterMs: 30 * dayMs };

function boundsOf({ q, dish, due }: HistoryWish): Bounds {
  const dueFrom = due?.from ?? 0;
  const dueTo = due?.to ?? Number.MAX_SAFE_INTEGER;
  return {
    who: patternsOf(q),
    dish: patternsOf(dish),
    dueFrom,
    dueTo,
    arrivedFrom: due ? dueFrom - arrivedWithin.beforeMs : 0,
    arrivedTo: due ? dueTo + arrivedWithin.afterMs : Number.MAX_SAFE_INTEGER,
  };
}

/** At most three words; what is more belongs to the third. `%` alone is everything. */
function patternsOf(text = ''): Patterns {
  const [first = '', second = '', ...rest] = fold(text)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replace(/^[\s#]+/, '')
    .trim()
    .split(/\s+/);
  return [pattern(first), pattern(second), pattern(rest.join(' '))];
}

function pattern(word: string): string {
  return word === '' ? '%' : `%${word.replaceAll(/[%_!]/g, (sign) => `!${sign}`)}%`;
}

function newestStatement(kitchenId: string, bounds: Bounds, limit: number, from: HistoryPlace): Sql {
  const { who, dish, dueFrom, dueTo, arrivedFrom, arrivedTo } = bounds;
  return sql`
    select document, source, arrived_at as place from orders
    where kitchen_id = ${kitchenId} and status <> 'unreleased' and (arrived_at, id) < (${from.after}, ${from.id})
      and arrived_at >= ${arrivedFrom} and arrived_at <= ${arrivedTo} and due_at >= ${dueFrom} and due_at < ${dueTo}
      and coalesce(found_by, '') like ${who[0]} escape '!' and coalesce(found_by, '') like ${who[1]} escape '!'
      and coalesce(found_by, '') like ${who[2]} escape '!' and coalesce(dishes, '') like ${dish[0]} escape '!'
      and coalesce(dishes, '') like ${dish[1]} escape '!' and coalesce(dishes, '') like ${dish[2]} escape '!'
    order by arrived_at desc, id desc limit ${limit}`;
}

/** Two indexes, each of few rows: those that were late when they were ready, and those that are open and late by now. */
function lateStatement(kitchenId: string, bounds: Bounds, now: number, limit: number, from: HistoryPlace): Sql {
  const { who, dish, dueFrom, dueTo } = bounds;
  return sql`
    select orders.document, orders.source, page.place from (
      select id, place from (
        select id, late_ms as place, due_at, found_by, dishes from orders
        where kitchen_id = ${kitchenId} and late_ms is not null
        union all
        select id, ${now} - late_from as place, due_at, found_by, dishes from orders
        where kitchen_id = ${kitchenId} and late_from is not null and late_from < ${now}
      ) as late
      where (place, id) < (${from.after}, ${from.id}) and due_at >= ${dueFrom} and due_at < ${dueTo}
        and coalesce(found_by, '') like ${who[0]} escape '!' and coalesce(found_by, '') like ${who[1]} escape '!'
        and coalesce(found_by, '') like ${who[2]} escape '!' and coalesce(dishes, '') like ${dish[0]} escape '!'
        and coalesce(dishes, '') like ${dish[1]} escape '!' and coalesce(dishes, '') like ${dish[2]} escape '!'
      order by place desc, id desc limit ${limit}
    ) as page join orders on orders.id = page.id
    order by page.place desc, page.id desc`;
}

function figuresStatement(kitchenId: string, bounds: Bounds, now: number): Sql {
  const { who, dish, dueFrom, dueTo, arrivedFrom, arrivedTo } = bounds;
  return sql`
    select count(*) as total,
      coalesce(sum(case when late_ms is not null or late_from < ${now} then 1 else 0 end), 0) as late
    from orders
    where kitchen_id = ${kitchenId} and status <> 'unreleased'
      and arrived_at >= ${arrivedFrom} and arrived_at <= ${arrivedTo} and due_at >= ${dueFrom} and due_at < ${dueTo}
      and coalesce(found_by, '') like ${who[0]} escape '!' and coalesce(found_by, '') like ${who[1]} escape '!'
      and coalesce(found_by, '') like ${who[2]} escape '!' and coalesce(dishes, '') like ${dish[0]} escape '!'
      and coalesce(dishes, '') like ${dish[1]} escape '!' and coalesce(dishes, '') like ${dish[2]} escape '!'`;
}
