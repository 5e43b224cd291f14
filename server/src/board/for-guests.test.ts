import { expect, test } from 'vitest';
import type { KitchenRules, Order } from '@kasera/shared/order.ts';
import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { Beat } from '@kasera/shared/socket.ts';
import { sampleItem, sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { beatForGuests, epochForGuests, forGuests, rulesForGuests } from './for-guests.ts';

const secret = (what: string) => `SECRET ${what}`;

/** Every field an order can have, each with a text or a figure of its own. */
const full: Required<Order> = {
  ...sampleOrder({ id: 'o1', number: '1042', version: 9, status: 'ready', statusAt: 111, kind: 'pickup' }),
  ...{
    kitchenId: secret('kitchen'),
    source: secret('source'),
    externalId: secret('external id'),
    dishesVersion: 90_001,
  },
  unseenVersion: 90_002,
  shop: { status: secret('shop'), modifiedAt: 90_003, standing: { status: secret('standing'), modifiedAt: 90_004 } },
  guest: { name: 'Lucía R.' },
  ...{ note: secret('note'), place: secret('place'), total: secret('total'), currency: secret('currency') },
  items: [
    sampleItem({
      ...{ id: secret('line'), productId: secret('product'), variationId: secret('variation'), name: secret('dish') },
      options: [{ name: secret('option'), value: secret('value') }],
      route: { stations: [secret('station')], handOver: false, leadMinutes: 90_005 },
      doneBy: { [secret('done by')]: 90_006 },
      change: { type: 'options', was: [{ name: secret('was'), value: secret('was') }], wasName: secret('was') },
    }),
  ],
  ...{ payment: 'collect', customerId: secret('customer'), guestPromisedAt: 301, promisedAt: 90_008, clockAt: 300 },
  promises: [{ at: 90_009, promisedAt: 90_010, by: 'guest' }],
  dueAt: 90_011,
  changed: { note: { was: secret('former note') } },
  kitchenNotes: [{ id: secret('id'), text: secret('note'), allergy: true, at: 90_012, seenBy: [secret('screen')] }],
  cancellation: { at: 90_013, by: 'kitchen', reason: secret('reason'), was: 'new' },
  stop: { at: 90_014, was: 'ready' },
  telling: { tap: secret('tap'), step: 'ready', status: secret('status'), leavesAt: 90_015 },
  echoes: [secret('echo')],
  guestTold: { at: 90_016, what: 'ready', promisedAt: 90_017 },
  shopConflict: { at: 90_018, wanted: 'ready', found: secret('found') },
  finished: { [secret('finished')]: { at: 90_019, before: { [secret('line')]: 90_020 } } },
  seenAt: [secret('seen')],
  rush: { at: 90_021, why: 'driver' },
  fireAt: 302,
  notClosed: true,
  ...{ closedInShop: true, restored: true, unpaidAgain: true, partialRefund: true, arrivedLate: true, test: true },
  beforeReady: { status: 'preparing', done: { [secret('line')]: 90_022 } },
  times: { ...sampleTimes({ placedAt: 90_023, paidAt: 90_024, arrivedAt: 90_025, releasedAt: 90_026 }), readyAt: 303 },
};

/** What a guests' screen is told of an order; all the rest is as empty for one order as for any other. */
const told = ['id', 'number', 'version', 'status', 'statusAt', 'kind', 'test', 'arrivedLate', 'notClosed', 'fireAt'];

test('[BO6b] nothing of a full order is left but its number, how far it is and that it is a test', () => {
  const seen = forGuests(full, { pickupNames: false });
  expect(JSON.stringify(seen)).not.toMatch(/SECRET|Luc|900\d\d/);
  const said = { id: 'o1', number: '1042', version: 9, status: 'ready', statusAt: 111, kind: 'pickup', test: true };
  expect(seen).toMatchObject({ ...said, arrivedLate: true, notClosed: true, fireAt: 302 });
  const clock = { clockAt: 301, dueAt: 301, times: { ...sampleTimes(), readyAt: 303 } };
  const others = Object.entries(seen).filter(([key]) => !told.includes(key));
  expect(others).toEqual(Object.entries({ ...blank, ...clock }).filter(([key]) => !told.includes(key)));
});

const blank = forGuests(sampleOrder(), { pickupNames: false });

test.each([
  ['Lucía R.', 'Lucía'],
  ['Ana María R.', 'Ana'],
  ['R.', ''],
  ['', ''],
])('[BO6b] of a guest called "%s" only the first name is shown, where the owner wants names: "%s"', (name, shown) => {
  const order = sampleOrder({ guest: { name } });
  expect(forGuests(order, { pickupNames: true }).guest).toEqual({ name: shown });
  expect(forGuests(order, { pickupNames: false }).guest).toEqual({ name: '' });
});

test('[BO6b] the beat says that the server lives and nothing of screens, shop and troubles', () => {
  const beat: Beat = sampleBeat({
    ...{ epoch: 'e', seq: 5, now: 7, build: 'b', shopHeardAt: 900, shopUrl: secret('shop') },
    intake: { state: 'failing', failingSince: 3, reason: secret('reason') },
    notices: [{ code: 'items-unclaimed', level: 'warning', name: secret('dish') }],
    screens: [
      {
        ...{ id: secret('screen'), since: 1, name: secret('name'), page: 'board', stations: [secret('station')] },
        ...{ sound: 'on', awake: true, visible: true },
      },
    ],
  });
  const seen = beatForGuests(beat, { pickupNames: false });
  expect(JSON.stringify(seen)).not.toContain('SECRET');
  expect(seen).toMatchObject({ seq: 5, now: 7, build: 'b', intake: { state: 'failing', failingSince: 3 } });
  expect(seen).toMatchObject({ notices: [], screens: [], shopHeardAt: null, epoch: 'e/guests' });
});

test('[BO6b] rules go without what only the kitchen needs, and with or without names it is other data', () => {
  const rules: KitchenRules = {
    ...usualSetup,
    ...{ stations: [{ id: 'grill', name: secret('station') }], allergyWords: [secret('word')] },
    ...{ onHoldIsNew: false, oldOrderMs: 1, readyInMinutes: [5], suggestedMinutes: 5 },
  };
  expect(JSON.stringify(rulesForGuests(rules))).not.toContain('SECRET');
  const epochs = [false, true].map((pickupNames) => epochForGuests('e', { pickupNames }));
  expect(new Set(['e', ...epochs]).size).toBe(3);
});
