import type { ItemRoute } from '@kasera/shared/kitchen.ts';
import type { RouteRule } from '@kasera/shared/kitchen-settings.ts';
import { saysWhere } from '@kasera/shared/routing.ts';
import { noRule, toggled } from './draft.ts';

/** What a tap on a chip makes of a rule. `route` is where it goes now, by whichever rule. */

/** One station more or less; what was inherited becomes its own. */
export function withStation(own: RouteRule | undefined, route: ItemRoute, station: string): RouteRule {
  const rule = ownWhere(own, route);
  return told({ ...rule, handOver: false, stations: toggled(rule, station) });
}

/** Only handed over, or to be made again. */
export function withHandOver(own: RouteRule | undefined, route: ItemRoute): RouteRule {
  return told({ ...ownWhere(own, route), stations: [], handOver: !route.handOver });
}

/** Begun that long before the promise; null: as what is above it. A rule that is left with nothing goes. */
export function withLead(own: RouteRule | undefined, leadMinutes: number | null): RouteRule | null {
  const rule = own ?? noRule;
  const hadNowhere = own !== undefined && own.leadMinutes === null && isEmpty(own);
  return leadMinutes === null && isEmpty(rule) && !hadNowhere ? null : { ...rule, leadMinutes };
}

/** As what is above it says again; its lead time stays. */
export function withoutWhere(own: RouteRule | undefined): RouteRule | null {
  const leadMinutes = own?.leadMinutes ?? null;
  return leadMinutes === null ? null : { ...noRule, leadMinutes };
}

function ownWhere(own: RouteRule | undefined, { stations, handOver }: ItemRoute): RouteRule {
  if (own && saysWhere(own)) return own;
  return { stations: [...stations], handOver, leadMinutes: own?.leadMinutes ?? null };
}

/** Nobody is to claim it: a lead time beside that would say nothing of where. */
function told(rule: RouteRule): RouteRule {
  return isEmpty(rule) ? noRule : rule;
}

function isEmpty({ stations, handOver }: RouteRule): boolean {
  return stations.length === 0 && !handOver;
}
