import { expect, test } from 'vitest';
import { sql } from '../src/db/sql.ts';
import { done, orderOf, settled } from './support/api.ts';
import { noticesOf, type Health } from './support/health.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { orderNumbered, recorded } from './support/shop-delivery.ts';

const hour = 3_600_000;

async function noticeOf(kasera: RunningKasera, code: string): Promise<Health['notices'][number] | undefined> {
  return (await noticesOf(kasera)).find((notice) => notice.code === code);
}

test('[OR5n] open for over 12 hours is said in words, and an order for tomorrow is not', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1));
  await kasera.deliver(orderNumbered(2));
  // Wished for 20:30 of the next day.
  await kasera.deliver(recorded('order-created-delivery-note-fee-coupon'));
  await settled(kasera);
  kasera.clock.now += 11 * hour;
  await done(kasera, (await orderOf(kasera, '2')).id, { type: 'acknowledge' });
  expect(await noticeOf(kasera, 'left-open')).toBeUndefined();
  kasera.clock.now += 1.5 * hour;
  expect(await noticeOf(kasera, 'left-open')).toEqual({ code: 'left-open', level: 'warning', count: 1 });
  kasera.clock.now += 24 * hour;
  expect(await noticeOf(kasera, 'left-open')).toMatchObject({ count: 3 });
  for (const type of ['acknowledge', 'ready']) await done(kasera, (await orderOf(kasera, '1')).id, { type });
  expect(await noticeOf(kasera, 'left-open')).toMatchObject({ count: 2 });
});

test('[OR1] old news does not ring: it is one summary, until somebody accepts it', async () => {
  await using kasera = await startKasera({ environment: { OLD_ORDER_HOURS: '2' } });
  for (const id of [1, 2]) await kasera.deliver(orderNumbered(id, {}, '2026-11-20T21:00:00'));
  await kasera.deliver(orderNumbered(3));
  await settled(kasera);
  expect(await noticeOf(kasera, 'arrived-late')).toEqual({ code: 'arrived-late', level: 'warning', count: 2 });
  expect(await kasera.database.query(sql`select number from delivery_orders`)).toEqual([{ number: '3' }]);
  await done(kasera, (await orderOf(kasera, '1')).id, { type: 'acknowledge' });
  expect(await noticeOf(kasera, 'arrived-late')).toMatchObject({ count: 1 });
});

test('[BD4] what is gravest stands first', async () => {
  await using kasera = await startKasera();
  const { body, headers } = recorded('order-created-guest');
  await kasera.deliver({ body, headers: { ...headers, 'x-wc-webhook-signature': 'wrong' } });
  await kasera.deliver(recorded('ping'));
  const levels = (await noticesOf(kasera)).map(({ level }) => level);
  const gravity = ['error', 'warning', 'info'];
  expect(levels).toEqual([...levels].sort((a, b) => gravity.indexOf(a) - gravity.indexOf(b)));
  expect(levels[0]).toBe('error');
});
