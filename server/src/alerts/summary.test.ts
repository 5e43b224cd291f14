import { expect, test } from 'vitest';
import type { Order } from '@kasera/shared/order.ts';
import { readPushRules } from './push-config.ts';
import { settings, startAt } from '../../tests/support/outbox.ts';
import { summaryFor } from './summary.ts';

const orderOf = (number: string, more: Partial<Order> = {}): Order =>
  ({
    ...{ id: `o-${number}`, kitchenId: 'main', number, status: 'new', items: [], customerId: '0', note: '' },
    ...{ kitchenNotes: [], test: false, ...more },
  }) as unknown as Order;
const many = (count: number): Order[] => Array.from({ length: count }, (_, at) => orderOf(String(10_000 + at)));

function summary(orders: readonly Order[], more = {}) {
  let made = 0;
  const rules = readPushRules({ ...settings, ...more });
  const statements = summaryFor({ rules, newId: () => `d${++made}`, newKey: () => 'key' }, orders, startAt);
  const deliveries = statements.filter(({ strings }) => strings[0]?.includes('insert into deliveries'));
  return {
    payloads: deliveries.map(({ values }) => String(values[5])),
    states: deliveries.map(({ values }) => [values[3], values[4], values[10]]),
    named: statements.filter((each) => !deliveries.includes(each)).map(({ values }) => [values[0], values[1]]),
  };
}

test('[SH3h] orders that did not ring are one push that says why, in two languages, and names each', () => {
  const { payloads, named } = summary(many(12));
  expect(payloads.map((text): unknown => JSON.parse(text))).toMatchObject([
    {
      headings: { en: '12 orders arrived while Kasera was off', es: '12 pedidos llegaron con Kasera parado' },
      data: { orders: many(12).map(({ number }) => number) },
      priority: 10,
    },
  ]);
  expect(named).toEqual(many(12).map(({ id }) => ['d1', id]));
});

test('[SH3h] one order is said as one', () => {
  expect(JSON.parse(summary(many(1)).payloads[0] ?? '')).toMatchObject({
    headings: { en: '1 order arrived while Kasera was off', es: '1 pedido llegó con Kasera parado' },
  });
});

test('[SH3h] more than one push can name are as many pushes as that takes, each under 2 kB', () => {
  const { payloads, named } = summary(many(250));
  expect(payloads.length).toBeGreaterThan(1);
  expect(payloads.length).toBeLessThan(5);
  expect(named).toHaveLength(250);
  expect(new Set(named.map(([, order]) => order)).size).toBe(250);
  for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(2_000);
});

test('[SH3h] each audience hears of its own orders only', () => {
  const orders = [
    orderOf('1', { customerId: '7' }),
    orderOf('2', { customerId: '8' }),
    orderOf('3', { customerId: '7' }),
  ];
  const { named, states } = summary(orders, { audience: { type: 'customer-id' } });
  expect(states).toHaveLength(2);
  expect(named).toEqual([
    ['d1', 'o-1'],
    ['d1', 'o-3'],
    ['d2', 'o-2'],
  ]);
});

test('[SH3h] without an audience the summary says so, like any delivery', () => {
  expect(summary(many(3), { audience: null }).states).toEqual([['', 'unconfigured', 'no audience']]);
});
