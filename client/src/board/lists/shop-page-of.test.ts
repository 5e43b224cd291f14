import { expect, test } from 'vitest';
import { shopPageOf } from './shop-page-of.ts';

const order = { source: 'woocommerce', externalId: '82', test: false };

test('[SH5.4] an order leads to its page in the shop, where refunds are made', () => {
  const page = 'https://shop.example/tienda/wp-admin/admin.php?page=wc-orders&action=edit&id=82';
  expect(shopPageOf(order, 'https://shop.example/tienda')).toBe(page);
});

test('[SH5.4] a test order, another source’s and one without a connected shop lead nowhere', () => {
  expect(shopPageOf({ ...order, test: true }, 'https://shop.example')).toBeNull();
  expect(shopPageOf({ ...order, source: 'other' }, 'https://shop.example')).toBeNull();
  expect(shopPageOf(order, null)).toBeNull();
});
