import { expect, test } from 'vitest';
import { sql } from '../db/sql.ts';
import type { AudienceRule } from './audience.ts';
import type { PushSettings } from './push-config.ts';
import {
  busy,
  minute,
  numbersOf,
  only,
  openOutbox,
  payloadSchema,
  refused,
  sent,
  startAt,
} from '../../tests/support/outbox.ts';

test('[PU1] a new order causes one push, once', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1051');
  const claimed = await only(outbox.claim());
  expect(numbersOf(claimed)).toEqual(['1051']);
  expect(await outbox.claim()).toEqual([]);
  await outbox.settle(claimed, sent);
  outbox.now += 10 * minute;
  expect(await outbox.claim()).toEqual([]);
  expect((await outbox.list()).deliveries).toMatchObject([
    { state: 'sent', providerId: 'p-1', audience: 'all', orders: [{ id: 'o-1051', number: '1051' }], dueAt: null },
  ]);
});

test('[PU3] a retry has the same bytes and waits for its time', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1051');
  const first = await only(outbox.claim());
  await outbox.settle(first, busy, 2_000);
  outbox.now += 1_999;
  expect(await outbox.claim()).toEqual([]);
  outbox.now += 1;
  const second = await only(outbox.claim());
  expect(second).toEqual({ ...first, attempt: 2 });
  await outbox.settle(second, sent);
  const [delivery] = (await outbox.list()).deliveries;
  expect(delivery?.attempts).toMatchObject([
    { outcome: 'retry', status: 503, error: 'busy', durationMs: 100 },
    { outcome: 'sent', status: 200, error: null },
  ]);
  expect(delivery).toMatchObject({ state: 'sent', error: null });
});

test('[PU3] a lease that nobody settled passes, and the same bytes leave again', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1051');
  const first = await only(outbox.claim());
  outbox.now += 29_999;
  expect(await outbox.claim()).toEqual([]);
  outbox.now += 1;
  const second = await only(outbox.claim());
  expect(second.payload).toBe(first.payload);
  // The first try’s late word does not undo the second’s.
  await outbox.settle(first, busy);
  expect(await outbox.states()).toEqual(['sending']);
  await outbox.settle(second, sent);
  expect(await outbox.states()).toEqual(['sent']);
});

test('[PU3] at a start no lease holds any more', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1051');
  const first = await only(outbox.claim());
  await outbox.restart();
  expect((await only(outbox.claim())).payload).toBe(first.payload);
});

test('[PU4] an order answered before its push left: the push is dropped as answered', async () => {
  await using outbox = await openOutbox();
  await outbox.answer(await outbox.place('1051'));
  expect(await outbox.claim()).toEqual([]);
  expect((await outbox.list()).deliveries).toMatchObject([{ state: 'dropped', reason: 'answered', attempts: [] }]);
});

test('[PU3] a push waiting for its retry is dropped when its order is answered or cancelled', async () => {
  await using outbox = await openOutbox();
  const orders = [await outbox.place('1'), await outbox.place('2')];
  for (const claimed of await outbox.claim()) await outbox.settle(claimed, busy);
  await outbox.answer(orders[0]!);
  await outbox.answer(orders[1]!, 'cancelled');
  outbox.now += minute;
  expect(await outbox.claim()).toEqual([]);
  const { deliveries } = await outbox.list();
  expect(deliveries.map(({ state, reason }) => [state, reason])).toEqual([
    ['dropped', 'cancelled'],
    ['dropped', 'answered'],
  ]);
});

test('[PU3] an order answered while its push is under way is not tried again', async () => {
  await using outbox = await openOutbox();
  const order = await outbox.place('1051');
  const claimed = await only(outbox.claim());
  await outbox.answer(order);
  expect(await outbox.states()).toEqual(['sending']);
  await outbox.settle(claimed, busy);
  expect((await outbox.list()).deliveries).toMatchObject([{ state: 'dropped', reason: 'answered', error: 'busy' }]);
});

test('[PU3] a push whose order was answered while nobody could drop it is dropped when it falls due', async () => {
  await using outbox = await openOutbox();
  const order = await outbox.place('1051');
  await outbox.claim();
  await outbox.answer(order);
  outbox.now += 31_000;
  expect(await outbox.claim()).toEqual([]);
  expect(await outbox.states()).toEqual(['dropped']);
});

test('[PU3] a refused push is parked, said, and due again at the next start with the same key', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1051');
  const first = await only(outbox.claim());
  await outbox.settle(first, refused);
  outbox.now += 60 * minute;
  expect(await outbox.claim()).toEqual([]);
  expect(await outbox.notices()).toMatchObject([
    { code: 'push-parked', level: 'error', count: 1, error: 'Access denied' },
  ]);
  expect(await outbox.restart()).toEqual({ revived: 1 });
  expect(await only(outbox.claim())).toEqual({ ...first, attempt: 2 });
});

test('[PU3] a refusal is said, though its order was answered, until a push gets through', async () => {
  await using outbox = await openOutbox();
  const order = await outbox.place('1');
  await outbox.settle(await only(outbox.claim()), refused);
  await outbox.answer(order);
  expect(await outbox.notices()).toMatchObject([{ code: 'push-parked' }]);
  outbox.now += 1;
  await outbox.place('2');
  await outbox.settle(await only(outbox.claim()), sent);
  expect(await outbox.notices()).toEqual([]);
});

test('[PU3] a refusal is said as long as its order is unanswered, though other pushes get through', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1');
  await outbox.settle(await only(outbox.claim()), refused);
  outbox.now += 1;
  await outbox.place('2');
  await outbox.settle(await only(outbox.claim()), sent);
  expect(await outbox.notices()).toMatchObject([{ code: 'push-parked', count: 1 }]);
});

test('[PU3] of two that claim at the same time one gets the delivery', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1051');
  expect((await Promise.all([outbox.claim(), outbox.claim()])).flat()).toHaveLength(1);
  outbox.now += 30_000;
  expect((await Promise.all([outbox.claim(), outbox.claim()])).flat()).toHaveLength(1);
});

test('[PU3] at a start a parked push of an answered order, or of 12 hours ago, is dropped', async () => {
  await using outbox = await openOutbox();
  const [early, late] = [await outbox.place('1'), await outbox.place('2')];
  for (const claimed of await outbox.claim()) await outbox.settle(claimed, refused);
  await outbox.answer(early);
  expect(await outbox.states()).toEqual(['parked', 'parked']);
  outbox.now += 12 * 60 * minute + 1;
  await outbox.restart();
  expect((await outbox.list()).deliveries).toMatchObject([
    { state: 'dropped', reason: 'expired', orders: [{ id: late.id }] },
    { state: 'dropped', reason: 'answered', orders: [{ id: early.id }] },
  ]);
});

const corrections: [string, Partial<PushSettings>, object][] = [
  ['app', { appId: '5f1b1f63-0000-4000-8000-000000000002' }, { app_id: '5f1b1f63-0000-4000-8000-000000000002' }],
  ['audience', { audience: { type: 'segment', name: 'Kitchen' } }, { included_segments: ['Kitchen'] }],
];
test.for(corrections)('[PU3] a corrected %s takes effect at the next start', async ([, correction, change]) => {
  await using outbox = await openOutbox();
  await outbox.place('1051');
  const first = await only(outbox.claim());
  await outbox.settle(first, { type: 'refused', status: 400, error: 'no such thing' });
  outbox.settings = { ...outbox.settings, ...correction };
  await outbox.restart();
  const second = await only(outbox.claim());
  const before = payloadSchema.parse(JSON.parse(first.payload));
  expect(payloadSchema.parse(JSON.parse(second.payload))).toEqual({ ...before, ...change });
});

test('[PU4] not configured: the order flows, the delivery and the notice say so', async () => {
  await using outbox = await openOutbox({ appId: null, apiKey: null });
  await outbox.place('1051');
  expect(await outbox.claim()).toEqual([]);
  expect((await outbox.list()).deliveries).toMatchObject([
    { state: 'unconfigured', reason: 'not configured', orders: [{ number: '1051' }] },
  ]);
  expect(await outbox.notices()).toEqual([{ code: 'push-not-configured', level: 'warning' }]);
});

test('[PU1] no audience: the delivery and the notice say so', async () => {
  await using outbox = await openOutbox({ audience: null });
  expect(await outbox.notices()).toEqual([{ code: 'push-no-audience', level: 'error' }]);
  await outbox.place('1051');
  expect((await outbox.list()).deliveries).toMatchObject([{ state: 'unconfigured', reason: 'no audience' }]);
  expect(await outbox.notices()).toEqual([{ code: 'push-no-audience', level: 'error', count: 1 }]);
});

test('[PU1] with customer_id a guest without a fallback has no audience, and a customer has', async () => {
  const audience: AudienceRule = { type: 'customer-id' };
  await using outbox = await openOutbox({ audience });
  await outbox.place('1', { customerId: '0' });
  await outbox.place('2', { customerId: '77' });
  expect((await outbox.list()).deliveries.map((each) => [each.audience, each.state])).toEqual([
    ['external_id:77', 'waiting'],
    ['', 'unconfigured'],
  ]);
});

test('[PU3] nobody subscribed is shown as such, until a push reaches somebody', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1');
  await outbox.settle(await only(outbox.claim()), { type: 'nobody', status: 200, reason: 'not subscribed' });
  expect((await outbox.list()).deliveries).toMatchObject([{ state: 'nobody', reason: 'not subscribed' }]);
  expect(await outbox.notices()).toMatchObject([{ code: 'push-nobody-subscribed', error: 'not subscribed' }]);
  outbox.now += 1;
  await outbox.place('2');
  await outbox.settle(await only(outbox.claim()), sent);
  expect(await outbox.notices()).toEqual([]);
});

test('[PU3] a provider that does not answer is said while it lasts', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1');
  await outbox.settle(await only(outbox.claim()), busy);
  expect(await outbox.notices()).toMatchObject([{ code: 'push-failing', count: 1, at: startAt, error: 'busy' }]);
  outbox.now += 2_000;
  const second = await only(outbox.claim());
  expect(await outbox.notices()).toMatchObject([{ code: 'push-failing', count: 1, at: startAt }]);
  await outbox.settle(second, sent);
  expect(await outbox.notices()).toEqual([]);
});

test('[PU3] no more is claimed than asked for, and the rest stays due', async () => {
  await using outbox = await openOutbox();
  for (let number = 1; number <= 5; number++) await outbox.place(String(number));
  expect((await outbox.claim(2)).map(numbersOf)).toEqual([['1'], ['2']]);
  expect(await outbox.states()).toEqual(['sending', 'sending', 'waiting', 'waiting', 'waiting']);
  expect((await outbox.claim(10)).map(numbersOf)).toEqual([['3'], ['4'], ['5']]);
  outbox.now += 30_000;
  await outbox.place('6');
  expect(await outbox.claim(5)).toHaveLength(5);
});

test('[PU5] deliveries are listed newest first, page by page, without gaps', async () => {
  await using outbox = await openOutbox();
  for (let number = 1; number <= 7; number++) {
    await outbox.place(String(number));
    outbox.now += number % 2;
  }
  await outbox.claimAndSend();
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await outbox.list(3, cursor);
    seen.push(...page.deliveries.flatMap(({ orders }) => orders.map(({ number }) => number)));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(['7', '6', '5', '4', '3', '2', '1']);
  expect((await outbox.list(7)).nextCursor).toBeNull();
  expect((await outbox.list(3, 'nonsense')).deliveries[0]?.orders[0]?.number).toBe('7');
});

test('[PU2] nothing of the key is in the stored rows', async () => {
  await using outbox = await openOutbox();
  await outbox.place('1');
  await outbox.settle(await only(outbox.claim()), refused);
  const rows = await outbox.deps.database.query(sql`select * from deliveries`);
  expect(JSON.stringify(rows)).not.toContain('os_v2_app_secret');
  expect(JSON.stringify(await outbox.list())).not.toContain('os_v2_app_secret');
});
