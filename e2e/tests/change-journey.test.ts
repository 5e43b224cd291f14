import { expect } from 'vitest';
import { createShop, type Shop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../support/board-page.ts';
import { journey } from '../support/journey.ts';
import { command, readOrder } from '../support/kitchen-api.ts';

journey('[OR4] what the shop changes is marked until it is seen, on every screen', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
  const en = boardOn(await screen(kitchen.boardLink, { locale: 'en-GB' }), 'en');
  const { id, number } = await shop.placeOrder('guest');
  await en.accept(number, 20);
  await eventually(() => es.bar(number).innerText()).toContain(es.words.ready);

  await shop.updateOrder(id, {
    quantities: { [lineId(id, 1)]: 5 },
    add: [{ name: 'Flan de huevo', quantity: 1 }],
    remove: [lineId(id, 0)],
    note: 'Sin prisa',
  });
  for (const board of [es, en]) {
    await eventually(() => board.ticket(number).innerText()).toContain(board.words.changed);
    await eventually(() => board.bar(number).innerText()).toContain(board.words.changeSeen);
  }
  await eventually(() => en.dish(number, 'Agua con gas').innerText()).toMatch(/^5\b[^]*was 2, now 5/);
  expect(await en.dish(number, 'Flan de huevo').innerText()).toContain('added');
  expect(await en.dish(number, 'Pizza Margarita').innerText()).toContain('removed');
  expect(await es.dish(number, 'Agua con gas').innerText()).toContain('antes 2, ahora 5');
  expect(await es.ticket(number).innerText()).toContain('Sin prisa');

  await es.changeSeen(number);
  for (const board of [es, en]) {
    await eventually(() => board.bar(number).innerText()).toContain(board.words.ready);
    expect(await board.ticket(number).innerText()).not.toContain(board.words.changed);
    expect(await board.dish(number, 'Pizza Margarita').count()).toBe(0);
  }
});

journey('[OR4] a cancellation in cooking is a STOP card, gone everywhere once seen', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
  const en = boardOn(await screen(kitchen.boardLink, { locale: 'en-GB' }), 'en');
  const { id, number } = await shop.placeOrder('guest');
  await en.accept(number, 20);
  // Before that the ticket moves under the tap.
  await eventually(() => es.bar(number).innerText()).toContain(es.words.ready);
  await es.dish(number, 'Pizza Margarita').click();
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('preparing');

  await shop.cancel(id);
  for (const board of [es, en]) {
    await eventually(() => board.ticket(number).innerText()).toContain(board.words.stop);
    await eventually(() => board.bar(number).innerText()).toContain(board.words.stopSeen);
  }
  await es.stopSeen(number);
  for (const board of [es, en]) {
    await eventually(() => board.ticket(number).count()).toBe(0);
    const row = await board.inDoneList(number);
    await eventually(() => row.innerText()).toContain(board.words.statuses.cancelled);
  }
});

journey('[BD1] a STOP on another page is said in the row above, and a tap leads to it', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const size = { viewport: { width: 1024, height: 600 } };
  const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES', ...size }), 'es');
  const en = boardOn(await screen(kitchen.boardLink, size));
  const first = await shop.placeOrder('guest');
  await en.ticket(first.number).waitFor();
  await command(kitchen, first.number, { type: 'acknowledge', readyInMinutes: 5 });
  let last = first;
  for (let placed = 0; placed < 6; placed += 1) {
    last = await shop.placeOrder('guest');
    const { number } = last;
    await eventually(() => en.ticket(number).count()).toBe(1);
    await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 20 + placed });
  }
  await shop.cancel(last.id);
  for (const board of [es, en]) {
    const button = board.page.getByRole('button', { name: `${board.words.stop} ${last.number}` });
    await button.click();
    await eventually(() => isInSight(board, last.number)).toBe(true);
    await eventually(() => button.count()).toBe(0);
  }
  // What is not on the wall is not in sight either.
  await en.inDoneList(last.number);
  await en.page.getByRole('button', { name: `${en.words.stop} ${last.number}` }).click();
  await en.stopSeen(last.number);
  for (const board of [es, en]) await eventually(() => board.ticket(last.number).count()).toBe(0);
});

journey('[OR4] an order cancelled before anybody cooked it goes without a STOP', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink));
  const { id, number } = await shop.placeOrder('guest');
  await board.ticket(number).waitFor();
  await shop.cancel(id);
  await eventually(() => board.ticket(number).count()).toBe(0);
  const row = await board.inDoneList(number);
  await eventually(() => row.innerText()).toContain(board.words.statuses.cancelled);
});

journey('[OR4] work added after ready brings back only the difference', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
  const en = boardOn(await screen(kitchen.boardLink, { locale: 'en-GB' }), 'en');
  const { id, number } = await shop.placeOrder('guest');
  await en.accept(number, 20);
  await en.ready(number);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');

  await addOneWater(shop, id);
  for (const board of [es, en]) {
    await board.ticket(number).waitFor();
    await eventually(() => board.dish(number, 'Agua con gas').innerText()).toMatch(/^\+1\b/);
    await eventually(() => board.bar(number).innerText()).toContain(board.words.changeSeen);
  }
  expect(await en.dish(number, 'Agua con gas').innerText()).toContain('2 done');
  expect(await en.ticket(number).innerText()).toContain('Pizza Margarita');
  const { items, status } = await readOrder(kitchen, number);
  expect(status).toBe('preparing');
  expect(items.map(({ done, doneQuantity, quantity }) => [done, doneQuantity, quantity])).toEqual([
    [true, 1, 1],
    [false, 2, 3],
  ]);
});

async function isInSight(board: BoardPage, number: string): Promise<boolean> {
  const box = await board.ticket(number).boundingBox();
  return box !== null && box.x >= 0;
}

/** The simulated shop numbers an order's lines by its id. */
const lineId = (orderId: number, index: number): number => orderId * 1_000 + index;

async function addOneWater(shop: Shop, id: number): Promise<void> {
  await shop.updateOrder(id, { quantities: { [lineId(id, 1)]: 3 } });
}
