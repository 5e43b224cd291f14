import type { KitchenRules } from '@kasera/shared/order.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';
import { maxSinceEvents } from '@kasera/shared/socket.ts';
import type { Beat, BoardEvent, SyncAnswer, SyncRequest } from '@kasera/shared/socket.ts';
import type { OrderStore } from '../orders/store.ts';
import { beatForGuests, epochForGuests, forGuests, rulesForGuests } from './for-guests.ts';

export interface SyncDeps {
  store: Pick<OrderStore, 'head' | 'board' | 'since'>;
  beat(): Beat;
  /** Everything that cannot be made now. */
  soldOut(): SoldOut[];
  now(): number;
  kitchenId: string;
  /** The rules in force. */
  rules(): KitchenRules;
}

/** How long an ended order stays on the screens' Done list. */
const doneForMs = 3_600_000;

/** What a screen has to hold: everything, or what changed since, each as its role may have it ([BD2], [BO6b]). */
export async function answerSync(request: Omit<SyncRequest, 'screen'>, deps: SyncDeps): Promise<SyncAnswer> {
  const { kitchenId, store } = deps;
  const { seq, epoch } = await store.head(kitchenId);
  const base = { ...deskOf(request.role, epoch, deps), seq };
  const { since } = request;
  if (request.epoch === base.epoch && since !== undefined && since <= seq && seq - since <= maxSinceEvents) {
    const events = await store.since(kitchenId, since, maxSinceEvents);
    return { ...base, type: 'since', events: events.map((event) => eventFor(request.role, event, base.rules)) };
  }
  const events = await store.board(kitchenId, deps.now() - doneForMs);
  return { ...base, type: 'all', orders: events.map((event) => eventFor(request.role, event, base.rules).order) };
}

/** An event as a screen of that role may have it. */
export function eventFor(role: SyncRequest['role'], event: BoardEvent, rules: KitchenRules): BoardEvent {
  return role === 'guests' ? { seq: event.seq, order: forGuests(event.order, rules) } : event;
}

function deskOf(role: SyncRequest['role'], epoch: string, deps: SyncDeps): Omit<SyncAnswer, 'seq' | 'type'> {
  const rules = deps.rules();
  if (role !== 'guests') return { epoch, rules, beat: deps.beat(), soldOut: deps.soldOut() };
  return {
    epoch: epochForGuests(epoch, rules),
    rules: rulesForGuests(rules),
    beat: beatForGuests(deps.beat(), rules),
    soldOut: [],
  };
}
