import type { Order } from '@kasera/shared/order.ts';
import { useState } from 'react';
import { useTick } from '../live/ticker.ts';
import { useLive } from '../live/use-live.ts';
import { useCounter } from './context.ts';
import { placeCards, type Place } from './shelf.ts';

const touchedForMs = 1_500;

/** Where the cards of these orders stand; what left keeps its place for a while. */
export function useShelf(orders: readonly Order[]): readonly Place[] {
  const { clock } = useLive();
  const { sinceInputMs } = useCounter();
  const [places, setPlaces] = useState<readonly Place[]>([]);
  // Once a second, since a place closes up because time passes.
  useTick((now) => Math.floor(now / 1000));
  const touched = sinceInputMs() < touchedForMs;
  const wanted = orders.map(({ id }) => id);
  const next = placeCards(places, wanted, { now: clock.now(), touched });
  if (next !== places) setPlaces(next);
  return next;
}
