import { expect, test } from 'vitest';
import { defaultMapping } from '@kasera/shared/shop.ts';
import { sql } from '../../db/sql.ts';
import { shopFault } from '../connection/shop-fault.ts';
import { minute, openTellingKitchen } from '../../../tests/support/telling-kitchen.ts';
import { until } from '../../../tests/support/until.ts';

test('[SH5h] what a guest can see leaves 60 s after the tap, and the order says so', async () => {
  await using kitchen = await openTellingKitchen();
  const accepted = await kitchen.press('acknowledge');
  expect(accepted.telling).toMatchObject({ step: 'accepted', status: 'en-cocina', leavesAt: kitchen.now + minute });
  await kitchen.pass(minute - 1);
  expect([kitchen.shop.asked, await kitchen.states()]).toEqual([[], ['accepted waiting']]);
  await kitchen.pass(1);
  await kitchen.untilTold();
  expect(kitchen.shop.writes).toEqual(['PUT orders/82', 'POST orders/82/notes']);
  expect(await kitchen.states()).toEqual(['accepted sent']);
});

test('[SH5h] an accepted order gets the status, its times and a note to the guest with the time', async () => {
  await using kitchen = await openTellingKitchen();
  const { promisedAt, times } = await kitchen.press('acknowledge');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  const ready = new Date(promisedAt ?? 0).toISOString();
  const at = new Date(times.acknowledgedAt ?? 0).toISOString();
  expect(kitchen.shop.bodies).toEqual([
    {
      status: 'en-cocina',
      meta_data: [
        { key: '_kasera_accepted_at', value: at },
        { key: '_kasera_ready_at', value: ready },
      ],
    },
    { note: 'Hemos aceptado tu pedido. Estará listo a las 21:21.', customer_note: true },
  ]);
  const order = await kitchen.order();
  expect(order).toMatchObject({ status: 'acknowledged', shop: { status: 'en-cocina' } });
  expect(order.guestTold).toEqual({ at: kitchen.now, what: 'accepted', promisedAt });
  expect(order).not.toHaveProperty('telling');
});

test('[SH5h] off by default except completed', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect([await kitchen.states(), kitchen.shop.bodies]).toEqual([['completed sent'], [{ status: 'completed' }]]);
  expect(await kitchen.order()).toMatchObject({ status: 'completed', guestTold: { what: 'completed' } });
});

test('[SH5h] a private note is not for the guest, and the kitchen’s reason is in the note of a cancellation', async () => {
  await using kitchen = await openTellingKitchen();
  kitchen.language = 'en';
  await kitchen.press('acknowledge');
  await kitchen.pass(minute);
  await kitchen.press('cancel');
  await kitchen.pass(minute);
  await until(async () => (await kitchen.states()).includes('cancelled sent'));
  expect(kitchen.shop.notes.at(-1)).toMatchObject({
    note: 'We cannot prepare your order: Sin masa.',
    customer_note: true,
  });
  expect(kitchen.shop.status).toBe('cancelled');
  const [stored] = await kitchen.database.query<{ payload: string }>(
    sql`select payload from deliveries where about = 'cancelled'`,
  );
  expect(stored?.payload).not.toMatch(/Sin masa|Ana/);
});

test('[SH5c] a recall within the minute drops it; nothing is asked of the shop', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.now += minute - 1;
  const recalled = await kitchen.press('recall');
  expect(recalled).not.toHaveProperty('telling');
  await kitchen.pass(minute);
  expect([kitchen.shop.asked, await kitchen.states()]).toEqual([[], ['completed dropped recalled']]);
});

test('[SH5c] a newer step overtakes an older one that has not left', async () => {
  await using kitchen = await openTellingKitchen();
  await kitchen.press('acknowledge', 'ready');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect(await kitchen.states()).toEqual(['accepted dropped overtaken', 'ready sent']);
  expect(kitchen.shop.notes).toMatchObject([{ note: 'Cocina: listo.', customer_note: false }]);
  expect(kitchen.shop.writes).toEqual(['POST orders/82/notes']);
});

test('[SH5d] the echo of our own write, before its answer, moves nothing; nor after a recall', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.mishaps.push({ on: 'PUT', fault: shopFault('timeout', { mayHaveArrived: true }), arrives: true });
  await kitchen.pass(minute);
  await until(async () => (await kitchen.deliveries())[0]?.attempts.length === 1);
  const recalled = await kitchen.press('recall', 'recall');
  expect(recalled).toMatchObject({ status: 'acknowledged' });
  const echoed = await kitchen.hear();
  expect(echoed).toMatchObject({ status: 'acknowledged', closedInShop: false, shop: { status: 'completed' } });
  await kitchen.pass(minute);
  expect(await kitchen.states()).toEqual(['completed dropped recalled']);
  expect(kitchen.shop.writes).toEqual(['PUT orders/82']);
});

test('[SH5d] after a recall too late the guest was told, and the shop saying it again moves nothing', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  const toldAt = kitchen.now;
  kitchen.now += minute;
  await kitchen.press('recall');
  kitchen.shop.become('completed');
  expect(await kitchen.hear()).toMatchObject({ status: 'ready', closedInShop: false, guestTold: { at: toldAt } });
});

test('[SH5i] the shop’s state is stored in the commit that settles the task', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  await kitchen.pass(minute);
  await until(async () => (await kitchen.states())[0] === 'completed sent');
  expect((await kitchen.order()).shop).toMatchObject({ status: 'completed', modifiedAt: kitchen.shop.modifiedAt });
});

test('[SH5j] what the shop changed meanwhile stands: nothing is written, and the kitchen learns it', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.become('refunded');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect([kitchen.shop.writes, await kitchen.states()]).toEqual([[], ['completed dropped conflict']]);
  const order = await kitchen.order();
  expect(order).toMatchObject({
    shop: { status: 'refunded' },
    shopConflict: { wanted: 'completed', found: 'refunded' },
  });
  expect(order).not.toHaveProperty('telling');
  expect(await kitchen.outbox.notices(kitchen.now)).toEqual([{ code: 'shop-conflict', level: 'warning', count: 1 }]);
  await kitchen.press('confirm');
  expect(await kitchen.outbox.notices(kitchen.now)).toEqual([]);
});

test('[SH5j] cancelled in the shop while the kitchen’s word was on its way: a STOP, and nothing is written', async () => {
  await using kitchen = await openTellingKitchen();
  await kitchen.press('acknowledge');
  kitchen.shop.become('cancelled');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect(await kitchen.order()).toMatchObject({ status: 'cancelled', stop: { was: 'acknowledged' } });
  expect([kitchen.shop.writes, kitchen.shop.notes]).toEqual([[], []]);
});

test.each([
  ['trash', 'trash'],
  ['gone', 'gone'],
])('[SH5j] an order that is %s is never written', async (status, found) => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.become(status);
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect([kitchen.shop.writes, await kitchen.states()]).toEqual([[], ['completed dropped conflict']]);
  expect((await kitchen.order()).shopConflict).toEqual({ at: kitchen.now, wanted: 'completed', found });
});

test('[SH5c] recalled while the status is written: it is known what the guest was told, and the note never leaves', async () => {
  await using kitchen = await openTellingKitchen({
    ...defaultMapping,
    completed: { status: 'completed', note: 'customer' },
  });
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.meanwhile = async (request) => {
    if (request.startsWith('PUT')) await kitchen.press('recall');
  };
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect([kitchen.shop.writes, kitchen.shop.notes]).toEqual([['PUT orders/82'], []]);
  const order = await kitchen.order();
  expect(order).toMatchObject({ status: 'ready', shop: { status: 'completed' }, guestTold: { what: 'completed' } });
  expect(order).not.toHaveProperty('echoes');
});

test('[SH5j] recalled between reading and writing: nothing is written', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.meanwhile = async (request) => {
    if (request === 'GET orders/82') await kitchen.press('recall');
  };
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect([kitchen.shop.writes, await kitchen.states()]).toEqual([[], ['completed dropped recalled']]);
  expect(await kitchen.order()).toMatchObject({ status: 'ready' });
});

test('[SH5j] the shop is there already: nothing is written, and nobody was told by us', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.become('completed');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect([kitchen.shop.writes, await kitchen.states()]).toEqual([[], ['completed sent']]);
  const order = await kitchen.order();
  expect(order.shop.status).toBe('completed');
  expect(order).not.toHaveProperty('guestTold');
});

test('[SH5k] after an unclear answer it reads first: no second write, no second note', async () => {
  await using kitchen = await openTellingKitchen();
  kitchen.shop.aheadMs = -5 * 3_600_000;
  await kitchen.press('acknowledge');
  const lost = shopFault('timeout', { mayHaveArrived: true });
  kitchen.shop.mishaps.push({ on: 'PUT', fault: lost, arrives: true }, { on: 'POST', fault: lost, arrives: true });
  await kitchen.pass(minute);
  for (const attempts of [1, 2, 3]) {
    await until(async () => (await kitchen.deliveries())[0]?.attempts.length === attempts);
    await kitchen.pass(minute);
  }
  expect(await kitchen.states()).toEqual(['accepted sent']);
  expect(kitchen.shop.writes).toEqual(['PUT orders/82', 'POST orders/82/notes']);
  expect(kitchen.shop.notes).toHaveLength(1);
  expect((await kitchen.order()).guestTold).toMatchObject({ what: 'accepted' });
});

test('[SH5k] the same note of an earlier day is no proof that this one stands', async () => {
  await using kitchen = await openTellingKitchen();
  const note = { note: 'Cocina: listo.', customer_note: false, date_created_gmt: '2026-11-19T10:00:00' };
  kitchen.shop.notes.push(note);
  await kitchen.press('acknowledge', 'ready');
  kitchen.shop.mishaps.push({ on: 'POST', fault: shopFault('timeout', { mayHaveArrived: true }) });
  await kitchen.pass(minute);
  await until(async () => (await kitchen.deliveries())[1]?.attempts.length === 1);
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect(kitchen.shop.notes).toHaveLength(2);
});

test('[SH5k] killed while writing: the next process reads first', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  const { id } = await kitchen.order();
  await kitchen.stop();
  kitchen.now += minute;
  kitchen.shop.become('completed');
  await kitchen.database.write([
    sql`update deliveries set state = 'sending', attempts = 1, first_sent_at = ${kitchen.now}`,
  ]);
  await kitchen.restart();
  await until(async () => (await kitchen.states())[0] === 'completed sent');
  expect(kitchen.shop.writes).toEqual([]);
  expect(await kitchen.store.byId(id)).toMatchObject({ guestTold: { what: 'completed' } });
});

test('[SH5k] the status went through and the note did not: a recall then still knows what the guest was told', async () => {
  const noted = { ...defaultMapping, completed: { status: 'completed', note: 'customer' as const } };
  await using kitchen = await openTellingKitchen(noted);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.mishaps.push({ on: 'POST', fault: shopFault('unavailable') });
  await kitchen.pass(minute);
  await until(async () => (await kitchen.deliveries())[0]?.attempts.length === 1);
  expect(await kitchen.order()).toMatchObject({ telling: { step: 'completed' }, shop: { status: 'completed' } });
  const recalled = await kitchen.press('recall');
  expect(recalled).toMatchObject({ status: 'ready', guestTold: { what: 'completed', at: kitchen.now } });
  await kitchen.pass(minute);
  expect([kitchen.shop.notes, await kitchen.states()]).toEqual([[], ['completed dropped recalled']]);
  expect(await kitchen.hear()).toMatchObject({ status: 'ready', closedInShop: false });
});
