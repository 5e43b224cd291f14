import { decideCommand } from '@kasera/shared/decide/command.ts';
import type { Command, RefusalCode } from '@kasera/shared/command.ts';
import { usualSetup } from '@kasera/shared/kitchen.ts';
import { sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { createCell } from './cell.ts';
import { createLive } from './live.ts';
import type { LiveSocket } from './socket.ts';

const rules = { ...usualSetup, onHoldIsNew: false, oldOrderMs: 1, readyInMinutes: [15], suggestedMinutes: 15 };
const beat = sampleBeat({ now: 1_000_000, build: '' });

/** A screen with one order that is being cooked, before a server that refuses every press. */
async function setUp(code: RefusalCode) {
  const stations = createCell<readonly string[] | null>(null);
  const sent: Command[] = [];
  const order = sampleOrder({ id: 'o1', number: '1042', status: 'preparing' });
  const clock = { wall: 5_000, monotonic: 0 };
  let reconnects = 0;
  let ids = 0;
  const socket: LiveSocket = {
    sync: () => Promise.resolve({ type: 'all', epoch: 'e', seq: 1, rules, beat, orders: [order], soldOut: [] }),
    command(_orderId, command) {
      sent.push(command);
      return Promise.resolve({ ok: false, error: { code, message: '' }, order });
    },
    painted: () => {},
    screen: () => {},
    reconnect: () => void (reconnects += 1),
    close: () => {},
    listen: ({ connected }) => connected(),
  };
  const live = createLive({
    socket,
    queueStorage: { load: () => [], save: () => {}, remove: () => {} },
    identity: { kitchen: 'main', screen: 's1' },
    stations,
    newId: () => `press-${(ids += 1)}`,
    monotonic: () => clock.monotonic,
    wallClock: () => clock.wall,
    nextFrame: (run) => run(),
    setTimer: (run, ms) => (ms === 0 ? queueMicrotask(run) : undefined),
  });
  live.foreseeBy(decideCommand);
  await settle();
  return { live, clock, stations, sent, reconnects: () => reconnects };
}
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

test('[BD3] a refused press is undone with a word', async () => {
  const { live } = await setUp('conflict');
  live.press('o1', { type: 'ready' });
  expect(live.store.order('o1')?.status).toBe('ready');
  await settle();
  expect(live.store.order('o1')?.status).toBe('preparing');
  expect(live.messages.standing.get()).toMatchObject([{ message: { number: '1042', command: 'ready' } }]);
});

test('[BD3] a press that another tab of this device has sent already is no reason for words', async () => {
  const { live } = await setUp('reused-id');
  live.press('o1', { type: 'ready' });
  await settle();
  expect(live.queued.get()).toEqual([]);
  expect(live.messages.standing.get()).toEqual([]);
});

test('[BD2] asks for a new connection when the device wakes', async () => {
  const { live, clock, reconnects } = await setUp('conflict');
  live.tick();
  clock.wall += 3_600_000;
  live.tick();
  live.tick();
  expect(reconnects()).toBe(1);
});

test('[BO2] a station’s press is about its part; Expo’s is about the order, but its "seen" is its own', async () => {
  const { live, stations, sent } = await setUp('conflict');
  live.press('o1', { type: 'ready' });
  stations.set(['grill']);
  live.press('o1', { type: 'ready' });
  stations.set(['expo']);
  live.press('o1', { type: 'recall' });
  live.press('o1', { type: 'confirm' });
  live.press('o1', { type: 'ready', stations: ['cold'] });
  await expect
    .poll(() => sent.map(({ type, ...rest }) => [type, 'stations' in rest ? rest.stations : null]))
    .toEqual([
      ['ready', null],
      ['ready', ['grill']],
      ['recall', null],
      ['confirm', ['expo']],
      ['ready', ['cold']],
    ]);
});
