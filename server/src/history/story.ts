import type { DeliveryState } from '@kasera/shared/alert.ts';
import type { OrderStory } from '@kasera/shared/history.ts';
import type { Station } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { waitsOf } from './waits.ts';

export interface StoryDeps {
  database: Pick<Database, 'query'>;
  byId(orderId: string): Promise<Order | null>;
  stations(): readonly Station[];
}

/** Answers everything that is known of one order ([SC2]); null where there is none that was ever for the kitchen. */
export type TellStory = (orderId: string) => Promise<OrderStory | null>;

/** An order that was pressed, told and repeated more often than that is a fault somewhere: its page shows the first ones. */
const most = 1_000;

export function createStories({ database, byId, stations }: StoryDeps): TellStory {
  return async (orderId) => {
    const order = await byId(orderId);
    if (!order || order.status === 'unreleased') return null;
    const [events, painted, deliveries, requests] = await Promise.all([
      eventsOf(database, orderId),
      paintsOf(database, orderId),
      deliveriesOf(database, orderId),
      requestsOf(database, orderId),
    ]);
    return { order, events, waits: waitsOf(order, stations()), painted, deliveries, requests };
  };
}

type Query = StoryDeps['database'];

async function eventsOf(database: Query, orderId: string): Promise<OrderStory['events']> {
  type Event = OrderStory['events'][number];
  const rows = await database.query<Omit<Event, 'stations' | 'detail'> & { stations: string | null; detail: string }>(
    sql`
      select done.version, done.type, done.at, done.actor, done.stations, done.detail,
        case when screens.name <> '' then screens.name else done.screen end as screen
      from order_events as done left join screens on screens.id = done.screen
      where done.order_id = ${orderId} order by done.version limit ${most}`,
  );
  return rows.map(({ stations, detail, ...event }) => ({
    ...event,
    stations: stations === null ? [] : (JSON.parse(stations) as string[]),
    detail: JSON.parse(detail) as Event['detail'],
  }));
}

function paintsOf(database: Query, orderId: string): Promise<OrderStory['painted']> {
  return database.query(sql`
    select case when screens.name <> '' then screens.name else seen.screen end as screen, seen.painted_at as at
    from order_paints as seen left join screens on screens.id = seen.screen
    where seen.order_id = ${orderId} order by seen.painted_at, seen.screen limit ${most}`);
}

async function deliveriesOf(database: Query, orderId: string): Promise<OrderStory['deliveries']> {
  const rows = await database.query<Omit<OrderStory['deliveries'][number], 'sentAt'> & { settledAt: number | null }>(
    sql`
      select told.id, told.channel, told.audience, told.about, told.state, told.reason, told.error,
        told.provider_id as "providerId", told.created_at as "createdAt", told.attempts,
        told.settled_at as "settledAt"
      from delivery_orders as named join deliveries as told on told.id = named.delivery_id
      where named.order_id = ${orderId} order by told.created_at, told.id limit ${most}`,
  );
  return rows.map(({ settledAt, ...row }) => ({ ...row, sentAt: wasSent(row.state) ? settledAt : null }));
}

function wasSent(state: DeliveryState): boolean {
  return state === 'sent' || state === 'nobody';
}

/** The requests carried out for it, and their repeats. */
async function requestsOf(database: Query, orderId: string): Promise<OrderStory['requests']> {
  type Request = OrderStory['requests'][number];
  const rows = await database.query<Omit<Request, 'hasBody'> & { whole: number }>(sql`
    select id, received_at as "receivedAt", topic, state, body_bytes as bytes,
      case when body is null then 0 else 1 end as whole
    from inbox where order_id = ${orderId}
    union all
    select again.id, again.received_at as "receivedAt", again.topic, again.state, again.body_bytes as bytes, 0 as whole
    from inbox as first join inbox as again on again.duplicate_of = first.id
    where first.order_id = ${orderId}
    order by id limit ${most}`);
  return rows.map(({ whole, ...request }) => ({ ...request, hasBody: Number(whole) === 1 }));
}
