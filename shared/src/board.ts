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
 * Applies one live event.
 * @returns the new board (the same object where nothing changed), and `gap: true` when a number is missing: the
 * caller must sync again.
 */
export function applyEvent(board: Board, event: BoardEvent): { board: Board; gap: boolean } {
  const next = withOrder(board, event.order);
  if (event.seq <= board.seq) return { board: next, gap: false };
  if (event.seq === board.seq + 1) {
    const caughtUp = withAhead({ ...next, seq: event.seq });
    return { board: caughtUp, gap: caughtUp.ahead.length > 0 };
  }
  const known = board.ahead.some((held) => held.seq === event.seq);
  return { board: known ? next : { ...next, ahead: [...next.ahead, event] }, gap: true };
}

/**
 * Applies the answer to `board:sync`: everything anew, or what changed since. Events that overtook the answer hold on.
 */
export function applySync(board: Board, answer: SyncAnswer): Board {
  const { epoch, seq } = answer;
  if (answer.type === 'all') return anew(board, answer);
  const updated = answer.events.reduce((next, event) => withOrder(next, event.order), board);
  return withAhead({ ...updated, epoch, seq: Math.max(seq, board.seq) });
}

function anew(board: Board, { epoch, seq, orders }: Extract<SyncAnswer, { type: 'all' }>): Board {
  // An answer older than what came live since tells nothing new of what is there, and nothing of what is gone.
  if (board.epoch === epoch && seq < board.seq) return orders.reduce(withOrder, board);
  // Another epoch is other data: the same id and version may be another order there.
  const held = board.epoch === epoch || board.epoch === null ? board : emptyBoard;
  const kept = new Map(orders.map((order) => [order.id, newer(held.orders.get(order.id), order)]));
  return withAhead({ epoch, seq, orders: kept, ahead: held.ahead });
}

/** Puts an order in unless a newer version of it is held (an answer and an event may overtake each other). */
export function withOrder(board: Board, order: Order): Board {
  const held = board.orders.get(order.id);
  if (held && held.version >= order.version) return board;
  const orders = new Map(board.orders);
  orders.set(order.id, order);
  return { ...board, orders };
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
  const orders = later.reduce((next, event) => withOrder(next, event.order), board).orders;
  return { ...board, orders, seq, ahead: later.filter((event) => event.seq > seq) };
}
