import { expect, test } from 'vitest';
import { silentLog } from '../../ops/log.ts';
import { createShopClient } from './client.ts';
import { createStatuses } from './statuses.ts';

function bed() {
  const state = { now: 1_000_000, status: 200, asked: [] as string[] };
  const totals = [
    { slug: 'processing', name: 'Procesando', total: 4 },
    { slug: 'wc-preparando', name: 'Preparando', total: 0 },
  ];
  const client = createShopClient({
    ...{
      connection: () => ({ url: 'https://shop.example', key: 'k', secret: 's' }),
      now: () => state.now,
      log: silentLog,
    },
    exchange: async ({ url }) => {
      state.asked.push(url);
      return { status: state.status, headers: {}, bytes: Buffer.from(JSON.stringify(totals)) };
    },
  });
  return { state, statuses: createStatuses({ client, now: () => state.now }) };
}
const known = [
  { slug: 'processing', name: 'Procesando' },
  { slug: 'preparando', name: 'Preparando' },
];

test('[SH5] the shop’s statuses are known, custom ones included, and asked for once an hour', async () => {
  const { state, statuses } = bed();
  expect(statuses.list()).toEqual([]);
  await Promise.all([statuses.refresh(), statuses.refresh()]);
  expect(statuses.list()).toEqual(known);
  await statuses.refresh();
  expect(state.asked).toEqual(['https://shop.example/wp-json/wc/v3/reports/orders/totals']);
  state.now += 3_600_000;
  await statuses.refresh();
  expect(state.asked).toHaveLength(2);
});

test('[SH5] when they cannot be read, what is known stays; another shop has its own', async () => {
  const { state, statuses } = bed();
  await statuses.refresh();
  state.now += 3_600_000;
  state.status = 403;
  await statuses.refresh();
  expect(statuses.list()).toEqual(known);
  statuses.forget();
  expect(statuses.list()).toEqual([]);
});
