import { randomUUID } from 'node:crypto';
import type { Order } from '@kasera/shared/order.ts';
import { expect, test } from 'vitest';
import { migrate } from '../db/migrate.ts';
import { openPglite } from '../../tests/support/pglite.ts';
import {
  busy,
  minute,
  numbersOf,
  only,
  openOutbox,
  Outbox,
  refused,
  sent,
  settings,
  silent,
  startAt,
} from '../../tests/support/outbox.ts';

test('[PU6] of a burst six leave at once; the others wait two minutes, shown as held, and leave as one', async () => {
  await using outbox = await openOutbox();
  for (let number = 1; number <= 10; number++) await outbox.place(String(number));
  expect(await outbox.claimAndSend()).toEqual([['1'], ['2'], ['3'], ['4'], ['5'], ['6']]);
  expect((await outbox.list()).deliveries[0]).toMatchObject({
    state: 'held',
    reason: 'held back by the budget',
    dueAt: new Date(startAt + 2 * minute).toISOString(),
  });
  expect(await outbox.notices()).toEqual([
    { code: 'push-held-back', level: 'warning', count: 4, until: startAt + 2 * minute },
  ]);
  outbox.now += minute;
  await outbox.place('11');
  expect(await outbox.claimAndSend()).toEqual([]);
  outbox.now += minute;
  expect(await outbox.claimAndSend()).toEqual([['7', '8', '9', '10', '11']]);
  expect(await outbox.notices()).toEqual([]);
  const { deliveries } = await outbox.list();
  expect(deliveries.slice(0, 5).map(({ state, mergedInto }) => [state, mergedInto])).toEqual([
    ...Array.from({ length: 4 }, () => ['merged', deliveries[4]!.id]),
    ['sent', null],
  ]);
  expect(deliveries[4]!.orders.map(({ number }) => number).toSorted()).toEqual(['10', '11', '7', '8', '9']);
});

test('[PU6] a push for several names only orders nobody has answered', async () => {
  await using outbox = await openOutbox({ budget: 2 });
  const orders: Order[] = [];
  for (let number = 1; number <= 5; number++) orders.push(await outbox.place(String(number)));
  expect(await outbox.claimAndSend()).toEqual([['1']]);
  await outbox.answer(orders[1]!);
  await outbox.answer(orders[3]!);
  outbox.now += 2 * minute;
  expect(await outbox.claimAndSend()).toEqual([['3', '5']]);
});

test('[PU6] a push for several is dropped only when all of its orders are answered', async () => {
  await using outbox = await openOutbox({ budget: 2 });
  const orders: Order[] = [];
  for (let number = 1; number <= 3; number++) orders.push(await outbox.place(String(number)));
  await outbox.claimAndSend();
  outbox.now += 2 * minute;
  await outbox.settle(await only(outbox.claim()), busy);
  await outbox.answer(orders[1]!);
  expect(await outbox.states()).toEqual(['sent', 'waiting', 'merged']);
  await outbox.answer(orders[2]!);
  expect(await outbox.states()).toEqual(['sent', 'dropped', 'merged']);
});

test('[PU6] with every slot used the limit wins: held until one is free, fifteen minutes after it was settled', async () => {
  await using outbox = await openOutbox({ budget: 2 });
  await outbox.place('1');
  await outbox.claimAndSend();
  await outbox.place('2');
  expect(await outbox.claimAndSend()).toEqual([]);
  outbox.now += 2 * minute;
  expect(await outbox.claimAndSend()).toEqual([['2']]);
  await outbox.place('3');
  outbox.now += 12 * minute;
  await outbox.place('4');
  expect(await outbox.claimAndSend()).toEqual([]);
  outbox.now = startAt + 15 * minute;
  expect(await outbox.claimAndSend()).toEqual([['3', '4']]);
});

test('[PU6] retries take no slot anew, and a push that never arrived gives its slot back', async () => {
  await using outbox = await openOutbox({ budget: 1 });
  const first = await outbox.place('1');
  await outbox.settle(await only(outbox.claim()), busy);
  outbox.now += 2_000;
  await outbox.settle(await only(outbox.claim()), busy);
  await outbox.place('2');
  expect(await outbox.claim()).toEqual([]);
  expect(await outbox.states()).toEqual(['waiting', 'held']);
  await outbox.answer(first);
  outbox.now += 2 * minute;
  expect(await outbox.claimAndSend()).toEqual([['2']]);
});

test('[PU6] a push that may have arrived keeps its slot though it was dropped', async () => {
  await using outbox = await openOutbox({ budget: 1 });
  const first = await outbox.place('1');
  await outbox.settle(await only(outbox.claim()), silent);
  await outbox.answer(first);
  await outbox.place('2');
  outbox.now += 14 * minute;
  expect(await outbox.claim()).toEqual([]);
  outbox.now += minute;
  expect(await outbox.claimAndSend()).toEqual([['2']]);
});

test('[PU6] a parked push of several that is tried again and joined names only orders nobody has answered', async () => {
  await using outbox = await openOutbox({ budget: 2 });
  const orders: Order[] = [];
  for (let number = 1; number <= 3; number++) orders.push(await outbox.place(String(number)));
  await outbox.claimAndSend();
  outbox.now += 2 * minute;
  await outbox.settle(await only(outbox.claim()), refused);
  await outbox.answer(orders[1]!);
  await outbox.place('4');
  expect(await outbox.claim()).toEqual([]);
  await outbox.restart();
  expect(await outbox.claimAndSend()).toEqual([['3', '4']]);
});

test('[PU6] a parked push takes no slot, and needs one when it is tried again', async () => {
  await using outbox = await openOutbox({ budget: 1 });
  await outbox.place('1');
  await outbox.settle(await only(outbox.claim()), refused);
  await outbox.place('2');
  expect(await outbox.claimAndSend()).toEqual([['2']]);
  await outbox.restart();
  expect(await outbox.claim()).toEqual([]);
  expect(await outbox.states()).toEqual(['held', 'sent']);
  outbox.now += 15 * minute;
  expect(await outbox.claimAndSend()).toEqual([['1']]);
});

test('[PU6] each audience has a budget of its own', async () => {
  await using outbox = await openOutbox({ budget: 1, audience: { type: 'customer-id' } });
  for (const customerId of ['7', '8', '7']) await outbox.place(randomUUID(), { customerId, number: customerId });
  expect(await outbox.claimAndSend()).toEqual([['7'], ['8']]);
});

test('[PU3] the outbox’s SQL is PostgreSQL’s too', { timeout: 60_000 }, async () => {
  const database = await openPglite();
  await migrate({ database, now: () => startAt });
  await using outbox = new Outbox(database, async () => undefined);
  outbox.settings = { ...settings, budget: 2 };
  const orders: Order[] = [];
  for (let number = 1; number <= 4; number++) orders.push(await outbox.place(String(number)));
  await outbox.settle(await only(outbox.claim()), busy);
  expect((await outbox.notices()).map(({ code }) => code)).toEqual(['push-failing', 'push-held-back']);
  outbox.now += 2_000;
  await outbox.settle(await only(outbox.claim()), silent);
  await outbox.answer(orders[0]!);
  outbox.now += 2 * minute;
  const several = await only(outbox.claim());
  expect(numbersOf(several)).toEqual(['2', '3', '4']);
  await outbox.settle(several, refused);
  expect(await outbox.restart()).toEqual({ revived: 1 });
  await outbox.settle(await only(outbox.claim()), sent);
  expect(await outbox.states()).toEqual(['dropped', 'sent', 'merged', 'merged']);
  expect((await outbox.list(1)).deliveries).toHaveLength(1);
  expect(await outbox.notices()).toEqual([]);
});
