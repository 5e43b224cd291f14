import type { Refusal } from '@kasera/shared/command.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';
import type { Beat, SyncAnswer, SyncRequest } from '@kasera/shared/socket.ts';
import { decideCommand } from '@kasera/shared/decide/command.ts';
import { usualSetup } from '@kasera/shared/kitchen.ts';
import { sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { createBoardLink, type BoardSocket } from './board-link.ts';
import { createBoardStore } from './board-store.ts';
import type { Decide } from './foresight.ts';
import { createCell } from './cell.ts';

const rules = { ...usualSetup, onHoldIsNew: false, oldOrderMs: 1, readyInMinutes: [10], suggestedMinutes: 10 };
const beatOf = (seq: number, epoch = 'e1'): Beat => sampleBeat({ seq, epoch, now: 5_000 });
const order = (version: number) => sampleOrder({ id: 'a', version });
const allOf = (seq: number, version: number, epoch = 'e1'): SyncAnswer => ({
  ...{ type: 'all', epoch, seq, rules, beat: beatOf(seq, epoch), orders: [order(version)], soldOut: [] },
});
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

type Listeners = Parameters<BoardSocket['listen']>[0];

function setUp() {
  const asked: { request: SyncRequest; answer(a: SyncAnswer | { error: Refusal }): void; lose(): void }[] = [];
  let wire: Listeners | null = null;
  const retries: (() => void)[] = [];
  const said: string[] = [];
  const soldOut: string[][] = [];
  // No two events are one news, unless a test says so.
  let now = 0;
  const store = createBoardStore({
    decide: createCell<Decide | null>(decideCommand),
    defer: (run) => run(),
    afterFrame: (run) => run(),
  });
  const link = createBoardLink({
    socket: {
      sync: (request) =>
        new Promise((resolve, reject) => {
          asked.push({ request, answer: resolve, lose: () => reject(new Error('lost')) });
        }),
      listen: (listeners) => (wire = listeners),
      reconnect: () => {},
    },
    store,
    identity: { kitchen: 'main', screen: 's1' },
    onBeat: () => void said.push('beat'),
    onSoldOut: (list) => void soldOut.push(list.map((out) => out.name)),
    onSynced: () => void said.push('synced'),
    onLost: () => void said.push('lost'),
    retryLater: (run) => void retries.push(run),
    monotonic: () => (now += 1_000),
    setTimer: (run, ms) => void setTimeout(run, ms),
  });
  const on = () => {
    if (!wire) throw new Error('nobody listens');
    return wire;
  };
  return { asked, on, retries, said, soldOut, store, link };
}

async function connected() {
  const parts = setUp();
  parts.on().connected();
  parts.asked[0]?.answer(allOf(10, 1));
  await settle();
  return parts;
}

test('[BD2] asks for everything at first, and after a break only for what it missed', async () => {
  const { asked, on, link } = await connected();
  expect(asked[0]?.request).toEqual({ kitchen: 'main', screen: 's1' });
  expect(link.phase.get()).toBe('live');
  on().disconnected();
  expect(link.phase.get()).toBe('offline');
  on().connected();
  expect(asked[1]?.request).toEqual({ kitchen: 'main', screen: 's1', epoch: 'e1', since: 10 });
});

test('[BD2] a gap in the numbers means asking again; the order itself is shown at once', async () => {
  const { asked, on, store } = await connected();
  on().event({ seq: 11, order: order(2) });
  expect(asked).toHaveLength(1);
  on().event({ seq: 13, order: order(3) });
  expect(store.order('a')?.version).toBe(3);
  expect(asked[1]?.request.since).toBe(11);
});

test('[BD2] a beat that is further on, or of another epoch, means asking again', async () => {
  const { asked, on } = await connected();
  on().beat(beatOf(10));
  expect(asked).toHaveLength(1);
  on().beat(beatOf(11));
  expect(asked).toHaveLength(2);
  asked[1]?.answer(allOf(11, 2));
  await settle();
  on().beat(beatOf(11, 'e2'));
  expect(asked).toHaveLength(3);
});

test('[BD2] another epoch replaces everything, even with lower numbers', async () => {
  const { asked, on, store } = await connected();
  on().beat(beatOf(3, 'e2'));
  asked[1]?.answer(allOf(3, 1, 'e2'));
  await settle();
  expect(store.board()).toMatchObject({ epoch: 'e2', seq: 3 });
});

test('[BD2] events that come while it asks wait, so that the older answer does not put them back', async () => {
  const { asked, on, store } = setUp();
  on().connected();
  on().event({ seq: 11, order: order(7) });
  asked[0]?.answer(allOf(10, 6));
  await settle();
  expect(store.order('a')?.version).toBe(7);
  expect(store.board().seq).toBe(11);
});

test('[BD2] asks again when no answer came, and does not call itself live before', async () => {
  const { asked, on, retries, link } = setUp();
  on().connected();
  asked[0]?.lose();
  await settle();
  expect(link.phase.get()).toBe('connecting');
  retries.shift()?.();
  asked[1]?.answer(allOf(10, 1));
  await settle();
  expect(link.phase.get()).toBe('live');
});

test('[BD6] says that the key is missing, and shows the board again once it is there', async () => {
  const { asked, on, link } = setUp();
  on().refused('unauthorised');
  expect(link.phase.get()).toBe('unauthorised');
  on().connected();
  asked[0]?.answer(allOf(1, 1));
  await settle();
  expect(link.phase.get()).toBe('live');
});

const out = (name: string): SoldOut => ({
  ...{ id: name, productId: '7', variationId: null, name, by: 'Grill', at: 0, span: 'open-ended' },
  ...{ until: null, shop: 'told', fault: null },
});

test('[SH7.1] what is sold out comes with the answer to a sync, and whole with each change', async () => {
  const { asked, on, soldOut } = setUp();
  on().connected();
  asked[0]?.answer({ ...allOf(10, 1), soldOut: [out('Salmon')] });
  await settle();
  on().soldOut([out('Salmon'), out('Cod')]);
  on().soldOut([]);
  expect(soldOut).toEqual([['Salmon'], ['Salmon', 'Cod'], []]);
});

test('[SH7.1] an answer that was written before a change does not undo it', async () => {
  const { asked, on, soldOut } = setUp();
  on().connected();
  on().soldOut([out('Cod')]);
  asked[0]?.answer({ ...allOf(10, 1), soldOut: [out('Salmon')] });
  await settle();
  expect(soldOut).toEqual([['Cod']]);
});

test('[BO11] says why the server refuses it for as long as it does, and that the line failed from then on', async () => {
  const { asked, on, link } = await connected();
  on().disconnected();
  on().unreached();
  expect(link.phase.get()).toBe('offline');
  on().refused('too-many-connections');
  expect(link.phase.get()).toBe('too-many-connections');
  on().unreached();
  expect(link.phase.get()).toBe('offline');
  on().refused('too-many-connections');
  on().connected();
  asked[1]?.answer(allOf(10, 1));
  await settle();
  expect(link.phase.get()).toBe('live');
});

test('[BD6] a screen without the key goes on saying so while the line fails', () => {
  const { on, link } = setUp();
  on().refused('unauthorised');
  on().unreached();
  on().disconnected();
  expect(link.phase.get()).toBe('unauthorised');
});
