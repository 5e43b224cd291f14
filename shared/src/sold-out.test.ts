import { expect, test } from 'vitest';
import type { SoldOut } from './shop.ts';
import { isSoldOut, ordersWanting, outNow } from './sold-out.ts';
import { sampleItem, sampleOrder } from './testing/sample-order.ts';

const dish = { productId: '7', variationId: null };
const large = { productId: '7', variationId: '71' };
const line = sampleItem({ productId: '7', variationId: '71' });

test('[SH7a] a variation is out with its product, and not with its sister', () => {
  expect(isSoldOut(line, [dish])).toBe(true);
  expect(isSoldOut(line, [large])).toBe(true);
  expect(isSoldOut({ productId: '7', variationId: '72' }, [large])).toBe(false);
  expect(isSoldOut({ productId: '7', variationId: null }, [large])).toBe(false);
});

test('[SH7a] a line that is no product of the shop is never sold out', () => {
  expect(isSoldOut({ productId: null, variationId: null }, [dish, large])).toBe(false);
});

test('[SH7b] names the open orders in which it still has to be cooked, the longest waiting first', () => {
  const items = [line];
  const orders = [
    sampleOrder({ id: 'young', status: 'new', clockAt: 9, items }),
    sampleOrder({ id: 'old', status: 'preparing', clockAt: 5, items }),
    sampleOrder({ id: 'ready', status: 'ready', items }),
    sampleOrder({ id: 'stopped', status: 'cancelled', stop: { at: 0, was: 'preparing' }, items }),
    sampleOrder({ id: 'cooked', items: [{ ...line, done: true, doneQuantity: 1 }] }),
    sampleOrder({ id: 'removed', items: [{ ...line, change: { type: 'removed', was: 1 } }] }),
    sampleOrder({ id: 'other', items: [sampleItem({ productId: '8' })] }),
  ];
  expect(ordersWanting(dish, orders, 10).map((order) => order.id)).toEqual(['old', 'young']);
  expect(ordersWanting({ productId: '7', variationId: '72' }, orders, 10)).toEqual([]);
});

test('[SH7c] what is on its way back can be made again; an unchanged list stays the same one', () => {
  const out: SoldOut = {
    ...{ id: 'a', ...dish, name: 'Salmon', by: 'Grill', at: 0, span: 'hour', until: 1, shop: 'told', fault: null },
  };
  const list = [out];
  expect(outNow(list)).toBe(list);
  expect(outNow([out, { ...out, id: 'b', shop: 'returning' }])).toEqual([out]);
});
