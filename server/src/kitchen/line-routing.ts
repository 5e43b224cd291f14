import type { ItemRoute } from '@kasera/shared/kitchen.ts';
import type { KitchenSettings } from '@kasera/shared/kitchen-settings.ts';
import type { RouteOf } from '../orders/line-routes.ts';
import type { Menu } from './menu.ts';
import { routeOf } from './routing.ts';

/**
 * Where lines go by the settings and the catalogue of this moment. Ids of products mean something only in the shop the
 * catalogue is of: lines of another source go by the words in their names, and else keep the way they had.
 * @param deps.source whose catalogue it is
 */
export function createLineRouting(deps: {
  settings(): KitchenSettings;
  menu: Pick<Menu, 'categoriesOf' | 'categoryPath'>;
  source: string;
}): RouteOf {
  const { categoriesOf, categoryPath } = deps.menu;
  return (item, source, held) => {
    const settings = deps.settings();
    const ground = { settings, categoriesOf, categoryPath };
    if (source === deps.source) return routeOf(item, ground);
    const bySaying = routeOf({ name: item.name, productId: null, variationId: null }, ground);
    if (bySaying || !held || item.productId === null) return bySaying;
    return onLiveStations(held, settings);
  };
}

function onLiveStations(route: ItemRoute, { stations }: KitchenSettings): ItemRoute {
  return { ...route, stations: route.stations.filter((id) => stations.some((station) => station.id === id)) };
}
