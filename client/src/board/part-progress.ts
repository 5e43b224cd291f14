import type { Order } from '@kasera/shared/order.ts';
import { progressOf, showsAll, type StationProgress, type Viewer } from '@kasera/shared/parts.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';

/**
 * The progress a ticket tells of: of every station with a part where whole orders are shown, else of the others. Nothing
 * before the order is accepted, of a STOP, and in a kitchen without stations.
 */
export function progressFor(order: Order, viewer: Viewer, rules: Pick<KitchenRules, 'stations'>): StationProgress[] {
  if (order.stop || (order.status !== 'acknowledged' && order.status !== 'preparing')) return [];
  const all = progressOf(order, rules.stations);
  return showsAll(viewer) ? all : all.filter(({ station }) => !viewer.stations?.includes(station.id));
}
