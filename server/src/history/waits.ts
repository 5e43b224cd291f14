import type { Waits } from '@kasera/shared/history.ts';
import type { Station } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { partStations } from '@kasera/shared/parts.ts';

/**
 * Where an order's time went ([SC3d]): until it was accepted, until each station had bumped its part, until it was
 * ready, until it was handed over. One for later is cooked from when it was fired, if that was before it was made.
 * @param stations the kitchen's, for their names; a station that is gone is called by its id
 */
export function waitsOf(order: Order, stations: readonly Station[]): Waits {
  const { acknowledgedAt, readyAt, completedAt } = order.times;
  const running = runningStep(order);
  return {
    acceptMs: span(order.times.releasedAt ?? order.times.arrivedAt, acknowledgedAt),
    stations: stationsInOrder(order, stations).flatMap(({ id, name }) => {
      const ms = span(cookingFrom(order, order.finished?.[id]?.at ?? null), order.finished?.[id]?.at ?? null);
      return ms === null ? [] : [{ station: id, name, ms }];
    }),
    cookMs: isReady(order) ? span(cookingFrom(order, readyAt), readyAt) : null,
    pickupMs: order.status === 'completed' ? span(readyAt, completedAt) : null,
    ...(running && { running }),
  };
}

/** What has begun and is not over; one for later says when it begins, which may be still to come. */
function runningStep({ status, notClosed, times, fireAt = 0 }: Order): Waits['running'] {
  if (notClosed) return undefined;
  if (status === 'new') return { step: 'accept', since: times.releasedAt ?? times.arrivedAt };
  if (status === 'ready' && times.readyAt !== null) return { step: 'pickup', since: times.readyAt };
  const isCooking = (status === 'acknowledged' || status === 'preparing') && times.acknowledgedAt !== null;
  return isCooking ? { step: 'cook', since: Math.max(times.acknowledgedAt ?? 0, fireAt) } : undefined;
}

/** A recall keeps the former times until there are new ones. */
function isReady({ status }: Order): boolean {
  return status === 'ready' || status === 'completed';
}

function cookingFrom({ times, fireAt }: Order, end: number | null): number | null {
  const { acknowledgedAt } = times;
  if (acknowledgedAt === null || fireAt === undefined || end === null || fireAt > end) return acknowledgedAt;
  return Math.max(acknowledgedAt, fireAt);
}

function span(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, to - from);
}

/** Those with a part, as the kitchen names them one after the other; then those it does not have any more. */
function stationsInOrder(order: Order, stations: readonly Station[]): Station[] {
  const parts = new Set([...partStations(order), ...Object.keys(order.finished ?? {})]);
  const known = stations.filter(({ id }) => parts.has(id));
  const gone = [...parts].filter((id) => !known.some((station) => station.id === id));
  return [...known, ...gone.map((id) => ({ id, name: id }))];
}
