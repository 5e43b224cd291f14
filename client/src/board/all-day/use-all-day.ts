import { allDay, type AllDay } from '@kasera/shared/all-day.ts';
import { useDeferredValue } from 'react';
import { useTick } from '../../live/ticker.ts';
import { useCell, useLive, useOrders } from '../../live/use-live.ts';

const lookEveryMs = 5_000;

/** What is to be made now, for this screen. It may be a moment behind the tickets: those go first. */
export function useAllDay(): AllDay {
  const orders = useDeferredValue(useOrders());
  const { viewer, rules, clock } = useLive();
  // Orders come from Later because time passes.
  useTick((now) => Math.floor(now / lookEveryMs));
  return allDay(orders, useCell(viewer), clock.now(), useCell(rules)?.allergyWords);
}
