import type { Order } from './order.ts';
import type { BoardEvent, SyncAnswer } from './socket.ts';

/** What a screen holds of its kitchen. Untouched orders keep their identity from state to state. */
export interface Board {
  epoch: string | null;
  seq: number;
  orders: ReadonlyMap<string, Order>;
  /** Events that came before what precedes them: an answer to `board:sync` written before them does not undo them. */
  ahead: readonly BoardEvent[];
}

export const emptyBoard: Board = { epoch: null, seq: 0, orders: new Map(), ahead: [] };

/**
 * Applies live events, in the order they came.
 * @returns the new board (the same object where nothing changed), and `gap: true` when a number is missing: the
 * caller must sync again.
 */
export function applyEvents(board: Board, events: readonly BoardEvent[]): { board: Board; gap: boolean } {
  const next = withOrders(
    board,
    events.map(({ order }) => order),
  );
  const fresh = events.filter(({ seq }) => seq > board.seq);
  if (fresh.length === 0) return { board: next, gap: false };
  const known = new Set(board.ahead.map(({ seq }) => seq));
  const unknown = fresh.filter(({ seq }) => !known.has(seq) && known.add(seq));
  const after = unknown.length === 0 ? next : withAhead({ ...next, ahead: [...board.ahead, ...unknown] });
  return { board: after, gap: after.ahead.length > 0 };
}

/** Applies one live event, as `applyEvents` does. */
export function applyEvent(board: Board, event: BoardEvent): { board: Board; gap: boolean } {
  return applyEvents(board, [event]);
}

/**
 * Applies the answer to `board:sync`: everything anew, or what changed since. Events that overtook the answer hold on.
 */
export function applySync(board: Board, answer: SyncAnswer): Board {
  const { epoch, seq } = answer;
  if (answer.type === 'all') return anew(board, answer);
  const updated = withOrders(
    board,
    answer.events.map(({ order }) => order),
  );
  return withAhead({ ...updated, epoch, seq: Math.max(seq, board.seq) });
}

function anew(board: Board, { epoch, seq, orders }: Extract<SyncAnswer, { type: 'all' }>): Board {
  // An answer older than what came live since tells nothing new of what is there, and nothing of what is gone.
  if (board.epoch === epoch && seq < board.seq) return withOrders(board, orders);
  // Another epoch is other data: the same id and version may be another order there.
  const held = board.epoch === epoch || board.epoch === null ? board : emptyBoard;
  const kept = new Map(orders.map((order) => [order.id, newer(held.orders.get(order.id), order)]));
  return withAhead({ epoch, seq, orders: kept, ahead: held.ahead });
}

/** Puts an order in unless a newer version of it is held (an answer and an event may overtake each other). */
export function withOrder(board: Board, order: Order): Board {
  return withOrders(board, [order]);
}

/** However many they are, what is held is copied once. */
function withOrders(board: Board, orders: readonly Order[]): Board {
  let held: Map<string, Order> | null = null;
  for (const order of orders) {
    const before = (held ?? board.orders).get(order.id);
    if (before && before.version >= order.version) continue;
    held ??= new Map(board.orders);
    held.set(order.id, order);
  }
  return held ? { ...board, orders: held } : board;
}

function newer(held: Order | undefined, order: Order): Order {
  return held && held.version >= order.version ? held : order;
}

/** Takes up the events that now follow on, and forgets those that were passed. */
function withAhead(board: Board): Board {
  if (board.ahead.length === 0) return board;
  const later = board.ahead.filter((event) => event.seq > board.seq).toSorted((a, b) => a.seq - b.seq);
  let { seq } = board;
  for (const event of later) if (event.seq === seq + 1) seq += 1;
  const { orders } = withOrders(
    board,
    later.map(({ order }) => order),
  );
  return { ...board, orders, seq, ahead: later.filter((event) => event.seq > seq) };
}
