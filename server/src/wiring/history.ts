import { endOfDay, startOfDay } from '@kasera/shared/kitchen-day.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import type { Sockets } from '../board/sockets.ts';
import { createHistorySearch } from '../history/history-search.ts';
import { createHistory } from '../history/history.ts';
import { createStories } from '../history/story.ts';
import { createHistoryRouter } from '../http/history-router.ts';
import { kitchenId, type Ground } from './ground.ts';
import type { KaseraParts } from './parts.ts';

interface HistoryParts {
  sockets: Pick<Sockets, 'live'>;
  rules(): KitchenRules;
}

/** What was, and which screens there are. */
export function buildHistory({ database, now }: KaseraParts, ground: Ground, { sockets, rules }: HistoryParts) {
  const stations = () => rules().stations;
  return createHistoryRouter({
    history: createHistory({ search: createHistorySearch({ database, kitchenId }), stations, now }),
    story: createStories({ database, byId: ground.store.byId, stations }),
    boundsOfDay: (day) => ({ from: startOfDay(day, rules()), to: endOfDay(day, rules()) }),
    live: sockets.live,
    known: ground.known.list,
  });
}
