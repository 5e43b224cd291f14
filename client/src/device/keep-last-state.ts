import type { Order } from '@kasera/shared/order.ts';
import type { Cell } from '../live/cell.ts';
import type { Live } from '../live/live.ts';
import type { LastStateStore } from './last-state.ts';

/** In a storm of changes. */
const saveEveryMs = 5_000;
/** Nothing changed for that long: it is kept at once, for the page may be loaded anew any moment. */
const restMs = 700;
/** What did not change was still so a minute ago: that is kept too. */
const confirmEveryMs = 60_000;
const mostFinished = 60;
const mostOrders = 600;

/**
 * Keeps what the board knows on this screen, and shows it after a reload for as long as the server says nothing. It is as
 * protected as the page: where the key is refused, it is forgotten.
 * @param deps `asOf` says since when the board is not told; `every` strikes once a second
 */
export function keepLastState(deps: {
  live: Pick<Live, 'store' | 'phase' | 'clock'>;
  kept: LastStateStore;
  asOf: Pick<Cell<number | null>, 'get' | 'set'>;
  monotonic(): number;
  every(run: () => void): void;
}): void {
  const { live, kept, asOf, monotonic } = deps;
  const { store, phase, clock } = live;
  let savedAt = -Infinity;
  let changedAt: number | null = monotonic();
  store.subscribe(() => {
    changedAt = monotonic();
  });
  phase.subscribe(() => {
    if (phase.get() === 'live') asOf.set(null);
    if (phase.get() === 'unauthorised') void kept.clear();
  });
  deps.every(() => {
    const rules = store.rules.get();
    if (phase.get() !== 'live' || !rules) return;
    if (!isDue(monotonic(), { savedAt, changedAt })) return;
    savedAt = monotonic();
    changedAt = null;
    void kept.save({ at: clock.now(), rules, orders: worthKeeping([...store.board().orders.values()]) });
  });
  void restore();

  async function restore(): Promise<void> {
    const last = await kept.load();
    if (!last || store.board().epoch !== null || phase.get() === 'unauthorised') return;
    asOf.set(last.at);
    store.restore(last);
  }
}

/**
 * Whether it is time to keep the state anew.
 * @param last all in monotonic milliseconds; `changedAt`: the last change since it was kept, null: none
 */
export function isDue(now: number, { savedAt, changedAt }: { savedAt: number; changedAt: number | null }): boolean {
  if (changedAt === null) return now - savedAt >= confirmEveryMs;
  return now - changedAt >= restMs || now - savedAt >= saveEveryMs;
}

/** Everything open, and the last finished ones, which may be called back. */
export function worthKeeping(orders: readonly Order[]): Order[] {
  const isFinished = ({ status, stop }: Order) =>
    status === 'completed' || status === 'ready' || (status === 'cancelled' && !stop);
  const finished = orders.filter(isFinished).toSorted((a, b) => b.statusAt - a.statusAt);
  return [...orders.filter((order) => !isFinished(order)), ...finished.slice(0, mostFinished)].slice(0, mostOrders);
}
