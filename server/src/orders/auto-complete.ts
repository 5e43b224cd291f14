import type { Command } from '@kasera/shared/command.ts';
import type { Actor } from '@kasera/shared/decide/decision.ts';
import type { OrderStore } from './store.ts';

export interface AutoCompleteDeps {
  store: Pick<OrderStore, 'idle'>;
  command(orderId: string, command: Command, actor: Actor): Promise<unknown>;
  kitchenId: string;
  afterMs: number;
}

/**
 * Completes what has been ready for long enough: nobody taps "handed over" at every counter ([OR5]). One for a time the
 * guest chose (drinks for tonight are ready at noon) waits as long from then on.
 */
export async function completeReadyOrders(deps: AutoCompleteDeps, now: number): Promise<void> {
  const orders = await deps.store.idle(deps.kitchenId, 'ready', now - deps.afterMs, mostReady);
  const waited = orders.filter(({ guestPromisedAt }) => (guestPromisedAt ?? 0) <= now - deps.afterMs);
  for (const { id, version } of waited) {
    // Refusals are kept by id: one for a change that came in between must not stand for the next look.
    const command: Command = { id: `auto-${id}-${version}`, type: 'complete', from: 'ready', version };
    await deps.command(id, command, 'kasera');
  }
}

/** More than a kitchen ever has ready for later. */
const mostReady = 1_000;
