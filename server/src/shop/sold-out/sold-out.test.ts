import { expect, test } from 'vitest';
import { hour, openSoldOut } from '../../../tests/support/sold-out-bed.ts';
import { shopFault } from '../connection/shop-fault.ts';

test('[SH7] a dish is sold out for an hour: the shop is told, and has it back by itself', async () => {
  await using bed = await openSoldOut();
  const { soldOut, type } = await bed.keeper.sellOut(bed.request('11', { name: 'as the ticket says' }));
  expect([type, soldOut]).toEqual([
    'new',
    {
      ...{ id: 'tap-1', productId: '11', variationId: null, name: 'Pizza Margarita', by: 'Grill', at: bed.now },
      ...{ span: 'hour', until: bed.now + hour, shop: 'telling', fault: null },
    },
  ]);
  await bed.deliver();
  expect(bed.states()).toEqual(['11 told']);
  expect(bed.shop.product(11)).toMatchObject({ stock_status: 'outofstock' });
  await bed.pass(hour - 1);
  expect(bed.states()).toEqual(['11 told']);
  await bed.pass(1);
  expect([bed.states(), await bed.waiting()]).toEqual([[], []]);
  expect(bed.shop.product(11)).toMatchObject({ stock_status: 'instock' });
  expect(bed.shop.writes()).toEqual([
    'PUT products/11 {"stock_status":"outofstock"}',
    'PUT products/11 {"stock_status":"instock"}',
  ]);
  // Every change reached the screens.
  expect(bed.told.map((list) => list.map(({ shop }) => shop).join())).toEqual([
    'telling',
    'telling',
    'told',
    'returning',
    '',
  ]);
});

test('[SH7] until closing, and until somebody says so', async () => {
  await using bed = await openSoldOut();
  expect(await bed.sellOut('11', { span: 'closing' })).toMatchObject({ until: bed.now + 4 * hour });
  const { id } = await bed.sellOut('12', { span: 'open-ended', name: 'Hawaii' });
  expect(bed.keeper.list().map(({ name, until }) => [name, until])).toEqual([
    ['Pizza Margarita', bed.now + 4 * hour],
    ['Hawaii', null],
  ]);
  await bed.pass(100 * hour);
  expect(bed.states()).toEqual(['12 told']);
  expect(await bed.keeper.bringBack(id)).toMatchObject({ shop: 'returning', until: bed.now });
  await bed.deliver();
  expect([bed.states(), bed.shop.product(12)['stock_status']]).toEqual([[], 'instock']);
});

test('[SH7a] the way back is in the same commit and survives restarts', async () => {
  await using bed = await openSoldOut();
  await bed.keeper.sellOut(bed.request('11'));
  expect(await bed.waiting()).toEqual([
    { to: 'outofstock', inMs: 0 },
    { to: 'instock', inMs: hour },
  ]);
  await bed.restart();
  await bed.deliver();
  await bed.restart();
  expect([bed.states(), await bed.waiting()]).toEqual([['11 told'], [{ to: 'instock', inMs: hour }]]);
  bed.now += 5 * hour;
  await bed.restart();
  await bed.deliver();
  expect([bed.states(), bed.shop.product(11)['stock_status']]).toEqual([[], 'instock']);
});

test('[SH7b] the same tap twice, at once or later, is one; also after it was brought back', async () => {
  await using bed = await openSoldOut();
  const request = bed.request('11');
  const both = await Promise.all([bed.keeper.sellOut(request), bed.keeper.sellOut(request)]);
  expect(both.map(({ type }) => type).sort()).toEqual(['known', 'new']);
  await bed.deliver();
  await bed.keeper.bringBack('tap-1');
  await bed.deliver();
  expect(await bed.keeper.sellOut(request)).toMatchObject({ type: 'known' });
  expect([bed.states(), bed.shop.writes().length]).toEqual([[], 2]);
});

test('[SH7b] two screens at once are one row, whose span is the later one’s', async () => {
  await using bed = await openSoldOut();
  const [one, other] = await Promise.all([
    bed.keeper.sellOut(bed.request('11', { by: 'Grill' })),
    bed.keeper.sellOut(bed.request('11', { by: 'Pass', span: 'open-ended' })),
  ]);
  expect([one.type, other.type, other.soldOut.id]).toEqual(['new', 'known', one.soldOut.id]);
  await bed.deliver();
  expect(bed.keeper.list()).toMatchObject([{ by: 'Pass', span: 'open-ended', until: null, shop: 'told' }]);
  expect(bed.shop.writes()).toHaveLength(1);
  // Either screen’s id brings it back, together or not.
  await Promise.all([bed.keeper.bringBack('tap-2'), bed.keeper.bringBack('tap-1')]);
  await bed.deliver();
  expect([bed.states(), bed.shop.writes().length]).toEqual([[], 2]);
  expect(await bed.keeper.bringBack('tap-1')).toMatchObject({ id: 'tap-1' });
  expect(await bed.keeper.bringBack('never')).toBe(null);
});

test('[SH7b] selling out again moves the end, later or earlier, and the shop is not told twice', async () => {
  await using bed = await openSoldOut();
  await bed.sellOut('11');
  bed.now += hour / 2;
  await bed.sellOut('11', { span: 'closing' });
  await bed.pass(hour);
  expect([bed.states(), await bed.waiting()]).toEqual([['11 told'], [{ to: 'instock', inMs: 3 * hour }]]);
  await bed.sellOut('11', { span: 'hour' });
  await bed.pass(hour);
  expect([bed.states(), bed.shop.writes().length]).toEqual([[], 2]);
});

test('[SH7b] sold out again while it is on its way back, it stays out', async () => {
  await using bed = await openSoldOut();
  await bed.sellOut('11');
  await bed.keeper.bringBack('tap-1');
  await bed.sellOut('11', { span: 'open-ended' });
  expect([bed.states(), bed.shop.product(11)['stock_status']]).toEqual([['11 told'], 'outofstock']);
  await bed.keeper.bringBack('tap-1');
  await bed.deliver();
  expect(bed.shop.product(11)['stock_status']).toBe('instock');
});

test('[SH7c] undone before it left, the shop is never asked', async () => {
  await using bed = await openSoldOut();
  await bed.keeper.sellOut(bed.request('11'));
  await bed.keeper.bringBack('tap-1');
  expect([bed.states(), await bed.waiting()]).toEqual([[], []]);
  await bed.pass(hour);
  expect(bed.shop.asked).toEqual([]);
});

test('[SH7c] undone while it is just leaving, it comes back all the same', async () => {
  for (const moment of ['GET', 'PUT']) {
    await using bed = await openSoldOut();
    await bed.keeper.sellOut(bed.request('11'));
    let undone = false;
    bed.shop.before = async (line) => {
      if (undone || !line.startsWith(moment)) return;
      undone = true;
      await bed.keeper.bringBack('tap-1');
    };
    await bed.deliver();
    await bed.deliver();
    expect([bed.states(), bed.shop.product(11)['stock_status']]).toEqual([[], 'instock']);
  }
});

test('[SH7c] undone while a try that will fail is under way: nothing stands before the way back', async () => {
  await using bed = await openSoldOut();
  await bed.keeper.sellOut(bed.request('11'));
  bed.shop.losesAnswer = true;
  await bed.deliver();
  const [row] = bed.keeper.list();
  bed.shop.fault = shopFault(row?.fault ?? 'timeout');
  bed.shop.before = async () => {
    bed.shop.before = () => undefined;
    await bed.keeper.bringBack('tap-1');
  };
  await bed.deliver();
  expect((await bed.waiting()).map(({ to }) => to)).toEqual(['instock']);
  bed.shop.fault = null;
  await bed.deliver();
  expect([bed.states(), bed.shop.product(11)['stock_status']]).toEqual([[], 'instock']);
});

test('[SH7e] a shop that is down is told later; if the time is over by then, not at all', async () => {
  await using bed = await openSoldOut();
  bed.shop.fault = shopFault('unreachable');
  await bed.keeper.sellOut(bed.request('11'));
  expect(await bed.deliver()).toMatchObject([{ type: 'retry', fault: { kind: 'unreachable' } }]);
  expect(bed.keeper.list()).toMatchObject([{ shop: 'telling', fault: 'unreachable' }]);
  await bed.keeper.sellOut(bed.request('12', { span: 'open-ended' }));
  await bed.pass(hour);
  expect(bed.states()).toEqual(['12 telling']);
  bed.shop.fault = null;
  await bed.deliver();
  expect(bed.keeper.list()).toMatchObject([{ shop: 'told', fault: null }]);
  expect(bed.shop.writes()).toEqual(['PUT products/12 {"stock_status":"outofstock"}']);
});

test('[SH7e] a write without an answer may have arrived: it is brought back exactly once', async () => {
  await using bed = await openSoldOut();
  bed.shop.set(13, { manage_stock: true, stock_quantity: 5 });
  bed.shop.losesAnswer = true;
  await bed.keeper.sellOut(bed.request('13'));
  expect(await bed.deliver()).toMatchObject([{ type: 'retry' }]);
  await bed.deliver();
  expect([bed.states(), bed.shop.writes().length]).toEqual([['13 told'], 1]);
  bed.shop.losesAnswer = true;
  expect(await bed.pass(hour)).toMatchObject([{ type: 'retry' }]);
  await bed.deliver();
  expect([bed.states(), bed.shop.product(13)['stock_quantity']]).toEqual([[], 5]);
});

test('[SH7f] what cannot be brought back is said, and tried again at a start and with another connection', async () => {
  await using bed = await openSoldOut();
  await bed.sellOut('11');
  bed.shop.fault = shopFault('unauthorised', { status: 401 });
  expect(await bed.pass(hour)).toMatchObject([{ type: 'parked' }]);
  expect(bed.keeper.list()).toMatchObject([{ shop: 'failed', fault: 'unauthorised' }]);
  expect(bed.keeper.notices(bed.now)).toEqual([
    { code: 'stock-stuck', level: 'error', count: 1, error: 'unauthorised' },
  ]);
  await bed.restart();
  expect(await bed.deliver()).toMatchObject([{ type: 'parked' }]);
  bed.shop.fault = null;
  await bed.keeper.restore();
  await bed.deliver();
  expect([bed.states(), bed.keeper.notices(bed.now), bed.shop.product(11)['stock_status']]).toEqual([
    [],
    [],
    'instock',
  ]);
});

test('[SH7f] a person may try again; what the shop could not be told is no stuck stock', async () => {
  await using bed = await openSoldOut();
  bed.shop.fault = shopFault('forbidden', { status: 403 });
  await bed.sellOut('11');
  expect([bed.states(), bed.keeper.notices(bed.now)]).toEqual([['11 failed'], []]);
  bed.shop.fault = null;
  await bed.sellOut('11');
  expect(bed.states()).toEqual(['11 told']);
  bed.shop.fault = shopFault('forbidden', { status: 403 });
  await bed.keeper.bringBack('tap-1');
  await bed.deliver();
  expect(bed.states()).toEqual(['11 failed']);
  bed.shop.fault = null;
  await bed.keeper.bringBack('tap-1');
  await bed.deliver();
  expect(bed.states()).toEqual([]);
});

test('[SH7f] what the shop does not have any more need not come back', async () => {
  await using bed = await openSoldOut();
  await bed.sellOut('11');
  bed.shop.products.delete(11);
  await bed.pass(hour);
  expect([bed.states(), bed.keeper.notices(bed.now)]).toEqual([[], []]);
});

test('[SH7g] without a shop only the kitchen knows, also when one is connected later; it ends by itself', async () => {
  await using bed = await openSoldOut();
  bed.url = null;
  await bed.sellOut('11');
  await bed.sellOut('12', { span: 'open-ended' });
  expect([bed.states(), await bed.waiting()]).toEqual([['11 untold', '12 untold'], []]);
  bed.url = 'https://shop.example';
  await bed.keeper.restore();
  await bed.pass(hour);
  expect([bed.states(), bed.shop.asked]).toEqual([['12 untold'], []]);
  // Said once more, the shop hears it.
  await bed.sellOut('12', { span: 'hour' });
  expect(bed.states()).toEqual(['12 told']);
});

test('[SH7f] a shop that was disconnected meanwhile has it back when it is connected again', async () => {
  await using bed = await openSoldOut();
  await bed.sellOut('11');
  await bed.sellOut('12', { span: 'open-ended' });
  bed.url = null;
  await bed.keeper.restore();
  await bed.sellOut('11');
  await bed.pass(hour);
  await bed.keeper.bringBack('tap-2');
  await bed.restart();
  expect([bed.states(), bed.keeper.notices(bed.now)]).toEqual([
    ['11 failed', '12 failed'],
    [{ code: 'stock-stuck', level: 'error', count: 2, error: 'not-connected' }],
  ]);
  bed.url = 'https://shop.example';
  await bed.keeper.restore();
  await bed.deliver();
  const found = [11, 12].map((id) => bed.shop.product(id)['stock_status']);
  expect([bed.states(), found]).toEqual([[], ['instock', 'instock']]);
});

test('[SH7g] another shop is never given what the one before was told', async () => {
  await using bed = await openSoldOut();
  await bed.sellOut('11');
  await bed.keeper.sellOut(bed.request('12'));
  bed.url = 'https://other.example';
  bed.shop.asked.length = 0;
  await bed.keeper.restore();
  await bed.deliver();
  expect(bed.states()).toEqual(['11 told', '12 untold']);
  await bed.pass(hour);
  expect([bed.states(), bed.shop.asked]).toEqual([['11 failed'], []]);
  expect(bed.keeper.notices(bed.now)).toMatchObject([{ code: 'stock-stuck', error: 'not-connected' }]);
  bed.url = 'https://shop.example';
  await bed.keeper.restore();
  await bed.deliver();
  expect([bed.states(), bed.shop.product(11)['stock_status']]).toEqual([[], 'instock']);
});
