import { z } from 'zod';
import { isOpen } from '@kasera/shared/api.ts';
import type { Command } from '@kasera/shared/command.ts';
import type { Actor } from '@kasera/shared/decide/decision.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { Settings } from '../ops/settings.ts';
import type { OrderStore } from '../orders/store.ts';

export interface DayClosingDeps {
  store: Pick<OrderStore, 'open'>;
  command(orderId: string, command: Command, actor: Actor): Promise<unknown>;
  settings: Pick<Settings, 'read' | 'write'>;
  kitchenId: string;
  /** When the kitchen's day last ended, at or before `now`; epoch milliseconds. */
  lastDayEnd(now: number): number;
}

export interface DayClosing {
  /** To be called every minute or so. */
  tick(now: number): Promise<void>;
}

const settingName = 'day-closed';

/**
 * Puts what is still open at the day's end away ([BO14]), also when it passed while Kasera was off: each day once, so
 * that what somebody takes back out afterwards stays.
 */
export async function openDayClosing(deps: DayClosingDeps): Promise<DayClosing> {
  let closedUntil = await deps.settings.read(settingName, z.number(), 0);
  return {
    async tick(now) {
      const end = deps.lastDayEnd(now);
      if (end <= closedUntil) return;
      const left = (await deps.store.open(deps.kitchenId)).filter((order) => isOfDayUntil(order, end));
      for (const { id } of left.filter((order) => isIdle(order, now))) {
        await deps.command(id, { id: `day-end-${end}-${id}`, type: 'put-away' }, 'kasera');
      }
      if (!left.every((order) => isIdle(order, now))) return;
      await deps.settings.write(settingName, end);
      closedUntil = end;
    },
  };
}

/** It came before, and nothing of it is for later. */
function isOfDayUntil(order: Order, end: number): boolean {
  const { arrivedAt, releasedAt } = order.times;
  const came = Math.max(arrivedAt, releasedAt ?? 0);
  const promised = Math.max(order.promisedAt ?? 0, order.guestPromisedAt ?? 0, order.fireAt ?? 0);
  return isOpen(order) && came < end && promised < end;
}

const idleMs = 3_600_000;

/**
 * Nobody cooks it now: an order that came or was touched a moment before the day's end is somebody's supper, and not
 * put away under their hands.
 */
function isIdle({ times, statusAt }: Order, now: number): boolean {
  return now - Math.max(times.arrivedAt, statusAt) >= idleMs;
}
