import type { OrderStory } from '@kasera/shared/history.ts';
import type { Order } from '@kasera/shared/order.ts';
import { whoIsHere } from '../ticket/who-is-here.ts';

type StoryEvent = OrderStory['events'][number];

/** What an event's sentence is made of; empty where it says nothing of that. */
export interface EventFacts {
  actor: StoryEvent['actor'];
  /** "Grill, Fryer". */
  stations: string;
  /** The dish's name. */
  item: string;
  /** "20:41". */
  promised: string;
  minutes: number;
  /** `rush`, or who stands there: `driver`, `guest`. */
  why: string;
  /** The kitchen's word for the status it was in. */
  was: string;
  shopStatus: string;
  has(flag: 'allergy' | 'arrivedLate' | 'nothingToCook' | 'reopened'): boolean;
}

/** Reads an event's small print into what its sentence needs. @param deps.time says a time of the kitchen's day */
export function factsOf(
  { actor, stations, detail }: StoryEvent,
  deps: {
    order: Pick<Order, 'items' | 'kind'>;
    stationName(id: string): string;
    status(code: string): string;
    time(at: number): string;
  },
): EventFacts {
  const text = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '');
  const figure = (name: string) => (typeof detail[name] === 'number' ? detail[name] : null);
  const ids = stations.length > 0 ? stations : text('stations').split(',').filter(Boolean);
  const promisedAt = figure('promisedAt');
  const was = text('from') || text('was');
  return {
    actor,
    stations: ids.map(deps.stationName).join(', '),
    item: deps.order.items.find(({ id }) => id === text('itemId'))?.name ?? '',
    promised: promisedAt === null ? '' : deps.time(promisedAt),
    minutes: figure('minutes') ?? 0,
    why: text('why') === 'driver' ? whoIsHere(deps.order) : text('why'),
    was: was && deps.status(was),
    shopStatus: text('shopStatus'),
    has: (flag) => detail[flag] === true,
  };
}
