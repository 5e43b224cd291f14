import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent, applySync, emptyBoard, withOrder, type Board } from './board.ts';
import type { Order } from './order.ts';
import type { BoardEvent, SyncAnswer } from './socket.ts';
import { sampleBeat } from './testing/sample-beat.ts';
import { sampleOrder } from './testing/sample-order.ts';
import { sampleRules } from './testing/sample-signal.ts';

const rules = sampleRules;
const beat = sampleBeat({ seq: 0, epoch: 'e1' });

function event(seq: number, id: string, version: number): BoardEvent {
  return { seq, order: sampleOrder({ id, version }) };
}
function all(seq: number, orders: Order[], epoch = 'e1'): SyncAnswer {
  return { type: 'all', epoch, seq, orders, rules, beat, soldOut: [] };
}
function since(seq: number, events: BoardEvent[]): SyncAnswer {
  return { type: 'since', epoch: 'e1', seq, events, rules, beat, soldOut: [] };
}
function boardWith(...events: BoardEvent[]): Board {
  return applySync(
    emptyBoard,
    all(
      events.at(-1)?.seq ?? 0,
      events.map(({ order }) => order),
    ),
  );
}
function versions(board: Board): Record<string, number> {
  return Object.fromEntries([...board.orders].map(([id, order]) => [id, order.version]));
}

test('[OR6a] takes the next event and its number', () => {
  const { board, gap } = applyEvent(boardWith(event(1, 'a', 1)), event(2, 'b', 1));
  expect([board.seq, gap, versions(board)]).toEqual([2, false, { a: 1, b: 1 }]);
});

test('[OR6a] keeps untouched orders identical', () => {
  const before = boardWith(event(1, 'a', 1), event(2, 'b', 1));
  const { board } = applyEvent(before, event(3, 'b', 2));
  expect(board.orders.get('a')).toBe(before.orders.get('a'));
  const synced = applySync(board, all(3, [event(0, 'a', 1).order, event(0, 'b', 2).order]));
  expect(synced.orders.get('a')).toBe(before.orders.get('a'));
  expect(synced.orders.get('b')).toBe(board.orders.get('b'));
});

test('[OR6b] an event that comes twice changes nothing, not even the board’s identity', () => {
  const before = boardWith(event(1, 'a', 1), event(2, 'b', 3));
  expect(applyEvent(before, event(2, 'b', 3))).toEqual({ board: before, gap: false });
  expect(applyEvent(before, event(2, 'b', 3)).board).toBe(before);
});

test('[OR6b] ignores a version lower than the one it holds, and still counts its number', () => {
  const before = boardWith(event(1, 'a', 5));
  const { board, gap } = applyEvent(before, event(2, 'a', 4));
  expect([board.seq, gap]).toEqual([2, false]);
  expect(board.orders).toBe(before.orders);
  expect(withOrder(before, event(0, 'a', 4).order)).toBe(before);
});

test('[OR6b] takes an order from an answer to a command that overtook its event', () => {
  const answered = withOrder(boardWith(event(1, 'a', 1)), event(0, 'a', 2).order);
  expect([answered.seq, versions(answered)]).toEqual([1, { a: 2 }]);
  const { board } = applyEvent(answered, event(2, 'a', 2));
  expect([board.seq, board.orders]).toEqual([2, answered.orders]);
});

test('[OR6c] says that a number is missing, shows the order all the same, and does not move its own number', () => {
  const { board, gap } = applyEvent(boardWith(event(1, 'a', 1)), event(3, 'c', 1));
  expect([board.seq, gap, versions(board)]).toEqual([1, true, { a: 1, c: 1 }]);
});

test('[OR6c] the missing number closes the gap', () => {
  const gapped = applyEvent(boardWith(event(1, 'a', 1)), event(3, 'c', 1)).board;
  const { board, gap } = applyEvent(gapped, event(2, 'b', 1));
  expect([board.seq, gap, board.ahead, versions(board)]).toEqual([3, false, [], { a: 1, b: 1, c: 1 }]);
});

test('[OR6c] one of two missing numbers leaves the gap', () => {
  const gapped = applyEvent(boardWith(event(1, 'a', 1)), event(4, 'd', 1)).board;
  const { board, gap } = applyEvent(gapped, event(2, 'b', 1));
  expect([board.seq, gap]).toEqual([2, true]);
});

test('[OR6d] everything anew replaces what is no longer there', () => {
  const synced = applySync(boardWith(event(1, 'a', 1), event(2, 'b', 1)), all(7, [event(0, 'b', 2).order]));
  expect([synced.seq, versions(synced)]).toEqual([7, { b: 2 }]);
});

test('[OR6d] a new order that overtook the answer to a sync stays on the board, and its number counts', () => {
  const overtaken = applyEvent(emptyBoard, event(11, 'new', 1)).board;
  const synced = applySync(overtaken, all(10, [event(0, 'a', 1).order]));
  expect([synced.seq, synced.ahead, versions(synced)]).toEqual([11, [], { a: 1, new: 1 }]);
  expect(applyEvent(synced, event(12, 'a', 2)).gap).toBe(false);
});

test('[OR6d] a newer version that overtook the answer to a sync is kept', () => {
  const overtaken = applyEvent(boardWith(event(5, 'a', 1)), event(11, 'a', 3)).board;
  expect(versions(applySync(overtaken, all(10, [event(0, 'a', 2).order])))).toEqual({ a: 3 });
});

test('[OR6d] what changed since is taken up, with the number of the answer', () => {
  const synced = applySync(boardWith(event(1, 'a', 1)), since(4, [event(3, 'b', 1), event(4, 'a', 2)]));
  expect([synced.seq, versions(synced)]).toEqual([4, { a: 2, b: 1 }]);
});

test('[OR6d] a late answer never takes the number back', () => {
  const ahead = applyEvent(boardWith(event(4, 'a', 2)), event(5, 'a', 3)).board;
  const synced = applySync(ahead, since(4, [event(4, 'a', 2)]));
  expect([synced.seq, versions(synced)]).toEqual([5, { a: 3 }]);
});

test('[OR6e] another epoch is other data: nothing held lives on, not even at a higher version', () => {
  const before = applyEvent(boardWith(event(900, 'a', 9)), event(950, 'phantom', 1)).board;
  const fresh = event(0, 'a', 9).order;
  const synced = applySync(before, all(3, [fresh], 'e2'));
  expect([synced.epoch, synced.seq, synced.ahead, versions(synced)]).toEqual(['e2', 3, [], { a: 9 }]);
  expect(synced.orders.get('a')).toBe(fresh);
});

test('[OR6f] however events are reordered and repeated around a sync, the board ends as the server’s', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
  const scenario = ids.chain((changes) =>
    fc.record({
      changes: fc.constant(changes),
      answeredAt: fc.nat({ max: changes.length }),
      order: fc.shuffledSubarray([...changes.keys(), ...changes.keys()], { minLength: changes.length * 2 }),
      syncAfter: fc.nat({ max: changes.length * 2 }),
    }),
  );
  fc.assert(
    fc.property(scenario, ({ changes, answeredAt, order, syncAfter }) => {
      const log = changes.map((id, index) =>
        event(index + 1, id, changes.slice(0, index + 1).filter((other) => other === id).length),
      );
      const stateAt = (seq: number): Order[] => {
        const held = new Map(log.slice(0, seq).map((one) => [one.order.id, one.order]));
        return [...held.values()];
      };
      let board: Board = { ...emptyBoard, epoch: 'e1' };
      order.forEach((index, step) => {
        if (step === syncAfter) board = applySync(board, all(answeredAt, stateAt(answeredAt)));
        const next = log[index];
        if (next) board = applyEvent(board, next).board;
      });
      if (syncAfter === order.length) board = applySync(board, all(answeredAt, stateAt(answeredAt)));
      expect(versions(board)).toEqual(Object.fromEntries(stateAt(log.length).map((one) => [one.id, one.version])));
      expect([board.seq, board.ahead]).toEqual([log.length, []]);
    }),
  );
});
