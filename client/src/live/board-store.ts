import { applyEvents, applySync, emptyBoard, withOrder, type Board } from '@kasera/shared/board.ts';
import { groupBy } from '@kasera/shared/group-by.ts';
import type { KitchenRules, Order } from '@kasera/shared/order.ts';
import type { BoardEvent, SyncAnswer } from '@kasera/shared/socket.ts';
import { createCell, type Cell } from './cell.ts';
import { coalesce } from './coalesce.ts';
import type { QueuedCommand } from './command-queue.ts';
import { createForesight, type Decide } from './foresight.ts';

export interface BoardStoreDeps {
  /** Null until they have come: a press shows when the server answered. */
  decide: Pick<Cell<Decide | null>, 'get' | 'subscribe'>;
  /** Puts off telling React, so that a storm of events is painted once per frame. */
  defer(run: () => void): void;
  /** Runs something when the next frame is out. */
  afterFrame(run: () => void): void;
}

/** One order as the server told it, before and after. */
export interface ServerChange {
  before: Order | undefined;
  after: Order;
  from: 'event' | 'sync' | 'answer';
}

/** What a person sees: the server's state and their own pending presses, through the same rules. */
export interface BoardStore {
  board(): Board;
  /** Null before the first answer. */
  rules: Pick<Cell<KitchenRules | null>, 'get' | 'subscribe'>;
  /** The kitchen's settings changed: everything is judged anew. */
  setRules(rules: KitchenRules): void;
  sync(answer: SyncAnswer): void;
  /** Shows what this screen knew before it was reloaded, until the server says how it is. */
  restore(kept: { orders: readonly Order[]; rules: KitchenRules }): void;
  /** @returns whether a number is missing, so that the caller must sync again */
  events(events: readonly BoardEvent[]): boolean;
  answer(order: Order): void;
  setPending(entries: readonly QueuedCommand[]): void;
  /** The order as this screen shows it. */
  order(id: string): Order | undefined;
  /** All of them; the same array until one changes. */
  orders(): readonly Order[];
  pending(id: string): readonly QueuedCommand[];
  /** Tells that some order changed; of a press only when its own ticket has shown it. */
  subscribe(listener: () => void): () => void;
  subscribeOrder(id: string, listener: () => void): () => void;
  onServerChanges(listener: (changes: ServerChange[]) => void): () => void;
}

/** No server's: its first answer replaces all of it. */
const keptEpoch = 'kept on this screen';
const nothing: readonly QueuedCommand[] = [];

export function createBoardStore(deps: BoardStoreDeps): BoardStore {
  let board = emptyBoard;
  const rules = createCell<KitchenRules | null>(null);
  let pending = new Map<string, readonly QueuedCommand[]>();
  let all: readonly Order[] | null = null;
  const news = createNews(deps);
  const foresight = createForesight({ rules, decide: deps.decide }, () => {
    all = null;
    news.touch([...pending.keys()]);
  });

  function viewOf(id: string): Order | undefined {
    const server = board.orders.get(id);
    return server && foresight.of(server, pending.get(id) ?? nothing);
  }
  function replace(next: Board, from: ServerChange['from']): void {
    const [changes, gone] = [changesBetween(board, next, from), goneFrom(board, next)];
    board = next;
    if (changes.length + gone.length > 0) all = null;
    for (const id of gone) foresight.forget(id);
    if (changes.length > 0) news.server(changes);
    news.touch([...gone, ...changes.map((change) => change.after.id)]);
  }

  return {
    board: () => board,
    rules,
    setRules: (next) => setIfOther(rules, next),
    sync(answer) {
      setIfOther(rules, answer.rules);
      replace(applySync(board, answer), 'sync');
    },
    restore({ orders, rules: kept }) {
      if (board.epoch !== null) return;
      setIfOther(rules, kept);
      replace(boardOf(orders), 'sync');
    },
    events(events) {
      const { board: next, gap } = applyEvents(board, events);
      replace(forgetOld(next), 'event');
      return gap;
    },
    answer: (order) => replace(withOrder(board, order), 'answer'),
    setPending(entries) {
      const before = pending;
      pending = byOrder(entries, before);
      const touched = changedKeys(before, pending);
      if (touched.length > 0) all = null;
      news.touchNow(touched);
    },
    order: viewOf,
    orders: () => (all ??= [...board.orders.keys()].flatMap((id) => viewOf(id) ?? [])),
    pending: (id) => pending.get(id) ?? nothing,
    ...news.listening,
  };
}

/** What was kept, as a board that stands until the server tells better. */
function boardOf(orders: readonly Order[]): Board {
  return { ...emptyBoard, epoch: keptEpoch, orders: new Map(orders.map((order) => [order.id, order])) };
}

function setIfOther<T>(cell: Cell<T>, next: T): void {
  if (JSON.stringify(next) !== JSON.stringify(cell.get())) cell.set(next);
}

/** More than these are never looked back at: what Recall and the Done list offer lies well within. */
const mostFinished = 200;
/** How many more there may be, so that not each event sorts them. */
const slack = 25;

/** A screen that is on for weeks does not keep every order it ever saw: of what is finished, the last stay. */
function forgetOld(board: Board): Board {
  if (board.orders.size <= mostFinished + slack) return board;
  const finished = [...board.orders.values()].filter(isFinished);
  if (finished.length <= mostFinished + slack) return board;
  const old = finished.toSorted((x, y) => y.statusAt - x.statusAt).slice(mostFinished);
  const orders = new Map(board.orders);
  for (const { id } of old) orders.delete(id);
  return { ...board, orders };
}

function isFinished({ status, stop }: Order): boolean {
  return status === 'completed' || (status === 'cancelled' && !stop);
}

function goneFrom(before: Board, after: Board): string[] {
  return [...before.orders.keys()].filter((id) => !after.orders.has(id));
}

function changesBetween(before: Board, after: Board, from: ServerChange['from']): ServerChange[] {
  if (before.orders === after.orders) return [];
  const changes: ServerChange[] = [];
  for (const [id, order] of after.orders) {
    const held = before.orders.get(id);
    if (held !== order) changes.push({ before: held, after: order, from });
  }
  return changes;
}

/** Groups by order; a group that did not change stays the same array. */
function byOrder(
  entries: readonly QueuedCommand[],
  before: ReadonlyMap<string, readonly QueuedCommand[]>,
): Map<string, readonly QueuedCommand[]> {
  const kept = new Map<string, readonly QueuedCommand[]>();
  for (const [id, group] of groupBy(entries, (entry) => entry.orderId)) {
    const held = before.get(id);
    const same = held?.length === group.length && group.every((entry, index) => isSamePress(entry, held[index]));
    kept.set(id, same && held ? held : group);
  }
  return kept;
}

function changedKeys<V>(before: ReadonlyMap<string, V>, after: ReadonlyMap<string, V>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
}

function isSamePress(a: QueuedCommand, b: QueuedCommand | undefined): boolean {
  return a.command === b?.command;
}

/**
 * Who listens to what. Screens are told at most once per deferral. A press is told to its own ticket at once, and to all
 * that looks at every order when the finger's frame is out.
 */
function createNews({ defer, afterFrame }: Pick<BoardStoreDeps, 'defer' | 'afterFrame'>) {
  const listeners = new Set<() => void>();
  const perOrder = new Map<string, Set<() => void>>();
  const serverListeners = new Set<(changes: ServerChange[]) => void>();
  const touched = new Set<string>();
  /** Whether those who look at every order have yet to be told. */
  let isOwed = false;

  function tellOwn(ids: readonly string[]): void {
    for (const id of ids) for (const listener of perOrder.get(id) ?? []) listener();
    isOwed ||= ids.length > 0;
  }
  function tell(): void {
    const ids = [...touched];
    touched.clear();
    tellOwn(ids);
    if (isOwed) for (const listener of listeners) listener();
    isOwed = false;
  }
  const tellLater = coalesce(tell, defer);
  const tellAfterFrame = coalesce(tell, afterFrame);

  return {
    touch(ids: string[]) {
      for (const id of ids) touched.add(id);
      if (touched.size > 0) tellLater();
    },
    touchNow(ids: string[]) {
      if (ids.length === 0) return;
      for (const id of ids) touched.delete(id);
      tellOwn(ids);
      tellAfterFrame();
    },
    server(changes: ServerChange[]) {
      for (const listener of serverListeners) listener(changes);
    },
    listening: {
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      subscribeOrder(id: string, listener: () => void) {
        const set = perOrder.get(id) ?? new Set();
        perOrder.set(id, set.add(listener));
        return () => {
          set.delete(listener);
          if (set.size === 0) perOrder.delete(id);
        };
      },
      onServerChanges(listener: (changes: ServerChange[]) => void) {
        serverListeners.add(listener);
        return () => serverListeners.delete(listener);
      },
    },
  };
}
