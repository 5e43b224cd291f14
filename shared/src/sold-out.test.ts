import { expect, test } from 'vitest';
import type { SoldOut } from './shop.ts';
import { isSoldOut, isStuck, ordersWanting, outNow } from './sold-out.ts';
import { sampleItem, sampleOrder } from './testing/sample-order.ts';

const dish = { productId: '7', variationId: null };
const large = { productId: '7', variationId: '71' };
const line = sampleItem({ productId: '7', variationId: '71' });

test('[SH7k] a variation is out with its product, and not with its sister', () => {
  expect(isSoldOut(line, [dish])).toBe(true);
  expect(isSoldOut(line, [large])).toBe(true);
  expect(isSoldOut({ productId: '7', variationId: '72' }, [large])).toBe(false);
  expect(isSoldOut({ productId: '7', variationId: null }, [large])).toBe(false);
});

test('[SH7k] a line that is no product of the shop is never sold out', () => {
  expect(isSoldOut({ productId: null, variationId: null }, [dish, large])).toBe(false);
});

test('[SH7l] names the open orders in which it still has to be cooked, the longest waiting first', () => {
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

const out: SoldOut = {
  ...{ id: 'a', ...dish, name: 'Salmon', by: 'Grill', at: 0, span: 'hour', until: 1, shop: 'told', fault: null },
};

test('[SH7m] what is on its way back can be made again; an unchanged list stays the same one', () => {
  const list = [out];
  expect(outNow(list, 0)).toBe(list);
  expect(outNow([out, { ...out, id: 'b', shop: 'returning' }], 0)).toEqual([out]);
});

test('[SH7m] what the shop could not be told to sell again is not out in the kitchen; what it was never told of is', () => {
  const untold: SoldOut = { ...out, id: 'c', shop: 'failed', fault: 'unavailable' };
  expect(outNow([untold], 0)).toEqual([untold]);
  expect(outNow([untold], 1)).toEqual([]);
  expect(isStuck({ ...untold, until: null }, 1)).toBe(false);
});
