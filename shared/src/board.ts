import type { Order } from './order.ts';
import type { BoardEvent, SyncAnswer } from './socket.ts';

/** What a screen holds of its kitchen. Untouched orders keep their identity from state to state. */
export interface Board {
  epoch: string | null;
  seq: number;
  orders: ReadonlyMap<string, Order>;
}

export const emptyBoard: Board = { epoch: null, seq: 0, orders: new Map() };

/**
 * Applies one live event.
 * @returns the new board (the same object where nothing changed), and `gap: true` when a number is missing: the
 * caller must sync again.
 */
export function applyEvent(board: Board, event: BoardEvent): { board: Board; gap: boolean } {
  if (event.seq <= board.seq) return { board: withOrder(board, event.order), gap: false };
  const next = withOrder(board, event.order);
  if (event.seq > board.seq + 1) return { board: next, gap: true };
  return { board: { ...next, seq: event.seq }, gap: false };
}

/** Applies the answer to `board:sync`: everything anew, or what changed since. */
export function applySync(board: Board, answer: SyncAnswer): Board {
  if (answer.type === 'all') {
    const orders = new Map(answer.orders.map((order) => [order.id, keepIdentity(board.orders.get(order.id), order)]));
    return { epoch: answer.epoch, seq: answer.seq, orders };
  }
  let next = board;
  for (const event of answer.events) next = withOrder(next, event.order);
  return { ...next, epoch: answer.epoch, seq: Math.max(answer.seq, board.seq) };
}

/** Puts an order in unless a newer version of it is held (an answer and an event may overtake each other). */
export function withOrder(board: Board, order: Order): Board {
  const held = board.orders.get(order.id);
  if (held && held.version >= order.version) return board;
  const orders = new Map(board.orders);
  orders.set(order.id, order);
  return { ...board, orders };
}

function keepIdentity(held: Order | undefined, order: Order): Order {
  return held && held.version === order.version ? held : order;
}
