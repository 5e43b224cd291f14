import { expect, test } from 'vitest';
import { apiOrderSchema, type ApiOrder } from '@kasera/shared/api.ts';
import { command, done, errorOf, orderOf, settled } from './support/api.ts';
import { heldCommit } from './support/held-commit.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { orderBody, orderNumbered, recorded, signed } from './support/shop-delivery.ts';
import { until } from './support/until.ts';

const minute = 60_000;

async function kaseraWithOrder(): Promise<{ kasera: RunningKasera; order: ApiOrder }> {
  const kasera = await startKasera();
  await kasera.deliver(recorded('order-created-guest'));
  return { kasera, order: await orderOf(kasera, '74') };
}

test('[OR5] a ticket’s whole life: each command answers the order as it then is', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  const [first, second] = order.items;
  const walk: [object, Partial<ApiOrder>][] = [
    [{ type: 'note', text: 'nut allergy', allergy: true, screen: 's1' }, { status: 'new' }],
    [{ type: 'acknowledge', readyInMinutes: 20 }, { status: 'acknowledged' }],
    [{ type: 'item-done', itemId: first?.id }, { status: 'preparing' }],
    [{ type: 'item-done', itemId: second?.id }, { status: 'preparing' }],
    [{ type: 'item-undone', itemId: second?.id }, { status: 'preparing' }],
    [{ type: 'confirm', screen: 's2' }, { status: 'preparing' }],
    [{ type: 'ready' }, { status: 'ready', open: false }],
    [{ type: 'recall' }, { status: 'preparing', open: true }],
    [{ type: 'ready' }, { status: 'ready' }],
    [{ type: 'complete' }, { status: 'completed' }],
    [{ type: 'recall' }, { status: 'ready' }],
    [{ type: 'cancel', reason: 'guest called' }, { status: 'cancelled' }],
  ];
  let seq = 1;
  for (const [body, expected] of walk) {
    kasera.clock.now += 1000;
    const answer = await done(kasera, order.id, body);
    expect([body, answer.order]).toMatchObject([body, expected]);
    expect([body, answer.seq, answer.order.version]).toEqual([body, ++seq, seq]);
    expect(await readOrder(kasera, order.id)).toEqual(answer.order);
  }
  const last = await readOrder(kasera, order.id);
  expect(last.cancellation).toMatchObject({ by: 'kitchen', reason: 'guest called' });
  expect(last.kitchenNotes).toMatchObject([{ text: 'nut allergy', allergy: true }]);
});

test('[OR5f] acknowledge sets the promise, the suggested one when none is chosen, and keeps the guest’s own', async () => {
  await using kasera = await startKasera({ environment: { SUGGESTED_MINUTES: '25' } });
  await kasera.deliver(orderNumbered(1));
  await kasera.deliver(orderNumbered(2));
  await kasera.deliver(recorded('order-created-delivery-note-fee-coupon'));
  await settled(kasera);
  const promised = async (number: string, body: object) =>
    (await done(kasera, (await orderOf(kasera, number)).id, { type: 'acknowledge', ...body })).order.promisedAt;
  expect(await promised('1', {})).toBe(new Date(kasera.clock.now + 25 * minute).toISOString());
  expect(await promised('2', { readyInMinutes: 40 })).toBe(new Date(kasera.clock.now + 40 * minute).toISOString());
  expect(await promised('77', { readyInMinutes: 10 })).toBe('2026-11-21T20:30:00.000Z');
});

test('[OR5e] the acting time is now less the command’s age', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  kasera.clock.now += 30 * minute;
  const answer = await done(kasera, order.id, { type: 'acknowledge', readyInMinutes: 20, ageMs: 5 * minute });
  expect(answer.order.acknowledgedAt).toBe(new Date(kasera.clock.now - 5 * minute).toISOString());
  expect(answer.order.promisedAt).toBe(new Date(kasera.clock.now + 15 * minute).toISOString());
});

test('[OR5b] already at its target: 200 and unchanged, whoever asks again', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  const first = await done(kasera, order.id, { type: 'acknowledge', from: 'new' });
  const second = await done(kasera, order.id, { type: 'acknowledge', from: 'new', version: order.version });
  expect(second).toEqual(first);
});

test('[OR5c] not in the state the person saw: 409 with a sentence, and nothing changed', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  await done(kasera, order.id, { type: 'acknowledge' });
  await done(kasera, order.id, { type: 'ready' });
  const before = await readOrder(kasera, order.id);
  for (const body of [
    { type: 'item-undone', itemId: order.items[0]?.id, from: 'preparing' },
    { type: 'cancel', reason: 'x', from: 'new' },
  ]) {
    const refusal = errorOf(await command(kasera, order.id, body));
    expect(refusal).toMatchObject({ status: 409, code: 'conflict' });
    expect(refusal.message).toMatch(/^The order is ready by now, not \w+\.$/);
  }
  expect(await readOrder(kasera, order.id)).toEqual(before);
});

test('[OR5d] dishes changed or cancelled since the person looked: 409 with a sentence', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  const { order: seen } = await done(kasera, order.id, { type: 'acknowledge' });
  const [line] = orderBody().line_items as object[];
  const edited = { line_items: [{ ...line, quantity: 4 }], date_modified_gmt: '2026-11-20T23:40:00' };
  await kasera.deliver(signed(orderBody('order-created-guest', edited)));
  await settled(kasera);
  const press = { type: 'ready', from: 'acknowledged', version: seen.version };
  expect(errorOf(await command(kasera, order.id, press))).toMatchObject({ status: 409, code: 'changed' });
  const { version } = await readOrder(kasera, order.id);
  expect((await done(kasera, order.id, { ...press, version })).order.status).toBe('ready');
});

test('[OR5a] a step that does not exist from here: 409 with a sentence', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  for (const body of [{ type: 'ready' }, { type: 'complete' }, { type: 'recall' }]) {
    expect(errorOf(await command(kasera, order.id, body))).toMatchObject({ status: 409, code: 'not-allowed' });
  }
});

test('[API2] what cannot be read is 400, what is not there 404', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  const bodies: object[] = [
    {},
    { type: 'explode' },
    { type: 'cancel' },
    { type: 'cancel', reason: '   ' },
    { type: 'acknowledge', readyInMinutes: 0 },
    { type: 'ready', from: 'nowhere' },
    { type: 'ready', ageMs: -1 },
    { type: 'ready', id: '' },
    { type: 'ready', extra: 1 },
    { type: 'note', text: 'x'.repeat(501) },
  ];
  for (const body of bodies) {
    expect([body, errorOf(await command(kasera, order.id, body))]).toMatchObject([body, { status: 400 }]);
  }
  const path = `/api/orders/${order.id}/commands`;
  const authorization = `Bearer ${kasera.apiKey}`;
  const json = { authorization, 'content-type': 'application/json' };
  for (const [headers, body] of [
    [json, '{"type":'],
    [json, `"${'x'.repeat(200_000)}"`],
    [{ authorization }, 'type=ready'],
  ] as const) {
    const { status, code } = errorOf(await kasera.request(path, { method: 'POST', headers, body }));
    expect([400, 413]).toContain(status);
    expect(code).not.toBe('internal');
  }
  expect(errorOf(await command(kasera, 'nonsense', { type: 'ready' }))).toMatchObject({ status: 404 });
});

test('[CM2] the same id gives the same answer for ever, also with another age, refusals included', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  const accept = { id: 'c1', type: 'acknowledge', from: 'new', readyInMinutes: 10 };
  const refused = { id: 'c2', type: 'complete', from: 'acknowledged' };
  const first = await command(kasera, order.id, { ...accept, ageMs: 100 });
  const refusal = await command(kasera, order.id, refused);
  await done(kasera, order.id, { type: 'ready' });
  kasera.clock.now += 10 * minute;
  for (const again of [accept, { ...accept, ageMs: 100 }, { ...accept, ageMs: 600_000 }]) {
    const answer = await command(kasera, order.id, again);
    expect([answer.status, answer.json()]).toEqual([200, first.json()]);
  }
  const refusedAgain = await command(kasera, order.id, { ...refused, ageMs: 5 });
  expect([refusedAgain.status, refusedAgain.json()]).toEqual([409, refusal.json()]);
  expect((await readOrder(kasera, order.id)).status).toBe('ready');
});

test('[CM2] the same id with another body, or for another order, is 409', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  await kasera.deliver(orderNumbered(900));
  const other = await orderOf(kasera, '900');
  await command(kasera, order.id, { id: 'c1', type: 'acknowledge', readyInMinutes: 10 });
  const reused = { status: 409, code: 'reused-id' };
  expect(errorOf(await command(kasera, order.id, { id: 'c1', type: 'acknowledge', readyInMinutes: 15 }))).toMatchObject(
    reused,
  );
  expect(errorOf(await command(kasera, order.id, { id: 'c1', type: 'ready' }))).toMatchObject(reused);
  expect(errorOf(await command(kasera, other.id, { id: 'c1', type: 'acknowledge', readyInMinutes: 10 }))).toMatchObject(
    reused,
  );
  expect((await readOrder(kasera, other.id)).status).toBe('new');
});

test('[CM2] one command sent twenty times at once is carried out once, with one answer', async () => {
  const { kasera, order } = await kaseraWithOrder();
  await using _kasera = kasera;
  await kasera.deliver(orderNumbered(900));
  const other = await orderOf(kasera, '900');
  // Others go on meanwhile: the kitchen's number moves under the answers.
  const others = Array.from({ length: 20 }, (_, n) => done(kasera, other.id, { type: 'note', text: `n${n}` }));
  const accept = Array.from({ length: 20 }, () => command(kasera, order.id, { id: 'same', type: 'acknowledge' }));
  const unchanged = Array.from({ length: 20 }, () => command(kasera, order.id, { id: 'late', type: 'acknowledge' }));
  for (const asked of [accept, unchanged]) {
    const answers = (await Promise.all(asked)).map(({ text }) => text);
    expect(new Set(answers).size).toBe(1);
  }
  await Promise.all(others);
  const kept = await command(kasera, order.id, { id: 'late', type: 'acknowledge' });
  expect(kept.text).toBe((await unchanged[0])?.text);
  expect((await readOrder(kasera, order.id)).version).toBe(order.version + 1);
});

test('[CM2] the kept answer names the same number as the first, also where others were stored with it', async () => {
  const disk = heldCommit();
  await using kasera = await startKasera({ sqlite: { hooks: { commit: disk.commit } } });
  for (const id of [1, 2]) await kasera.deliver(orderNumbered(id));
  await settled(kasera);
  const order = await orderOf(kasera, '1');
  const other = await orderOf(kasera, '2');
  await done(kasera, order.id, { type: 'acknowledge' });
  disk.hold();
  // While the first is held back, the two others gather for the next commit.
  const held = done(kasera, other.id, { type: 'note', text: 'first' });
  await until(() => disk.waiting() > 0);
  const unneeded = { id: 'late', type: 'acknowledge' };
  const answer = command(kasera, order.id, unneeded);
  await kasera.get('/api/orders');
  const later = done(kasera, other.id, { type: 'cancel', reason: 'x' });
  await kasera.get('/api/orders');
  disk.release();
  await Promise.all([held, later]);
  expect((await command(kasera, order.id, unneeded)).text).toBe((await answer).text);
});

async function readOrder(kasera: RunningKasera, id: string): Promise<ApiOrder> {
  return apiOrderSchema.parse(((await kasera.get(`/api/orders/${id}`)).json() as { order: unknown }).order);
}
