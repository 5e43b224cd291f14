import type { ItemRoute } from '@kasera/shared/kitchen.ts';
import type { KitchenSettings } from '@kasera/shared/kitchen-settings.ts';
import { isSameRoute, nowhere, routeLine, type RoutedLine } from '@kasera/shared/routing.ts';
import type { RouteOf } from '../orders/line-routes.ts';
import type { Menu } from './menu.ts';

/**
 * Where lines go by the settings and the catalogue of this moment. Ids of products mean something only in the shop the
 * catalogue is of: lines of another source go by the words in their names, and else keep the way they had.
 * @param deps.source whose catalogue it is
 */
export function createLineRouting(deps: {
  settings(): KitchenSettings;
  menu: Pick<Menu, 'categoriesOf' | 'brandOf' | 'categoryPath'>;
  source: string;
}): RouteOf {
  const { categoriesOf, brandOf, categoryPath } = deps.menu;
  const known = (line: RoutedLine, settings: KitchenSettings): ItemRoute | undefined => {
    const { route } = routeLine(line, settings, categoryPath);
    return isSameRoute(route, nowhere) ? undefined : route;
  };
  return ({ productId, variationId, name }, source, held) => {
    const settings = deps.settings();
    if (source === deps.source) {
      const categoryIds = productId === null ? [] : categoriesOf(productId);
      const route = known({ productId, variationId, name, categoryIds }, settings);
      const brand = productId === null ? '' : brandOf(productId);
      return brand === '' ? route : { ...(route ?? nowhere), brand };
    }
    const byWords = known({ productId: null, variationId: null, name, categoryIds: [] }, settings);
    if (byWords || !held || productId === null) return byWords;
    return onLiveStations(held, settings);
  };
}

function onLiveStations(route: ItemRoute, { stations }: KitchenSettings): ItemRoute {
  return { ...route, stations: route.stations.filter((id) => stations.some((station) => station.id === id)) };
}
