import type { Order } from '@kasera/shared/order.ts';
import type { Viewer } from '@kasera/shared/parts.ts';
import { listFor } from '@kasera/shared/tickets.ts';
import { isRecallable } from '../listing.ts';
import type { Face } from './wall-state.ts';

/**
 * What stands in a place of the wall before the wall was settled anew: a ticket that was bumped is its undo slot at
 * once, and one that was taken back is a ticket.
 * @param placed what stood there when the wall was last settled
 * @param look `now` by the server's clock
 */
export function faceNow(placed: Face, order: Order | undefined, look: { now: number; viewer: Viewer }): Face {
  if (!order || placed === 'gone') return placed;
  const list = listFor(order, look.now, look.viewer);
  if (placed === 'ticket') return list === 'done' && isRecallable(order) ? 'undo' : 'ticket';
  return list === 'cooking' ? 'ticket' : 'undo';
}
