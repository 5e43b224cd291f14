import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../support/board-page.ts';
import { journey } from '../support/journey.ts';
import { command, readOrder } from '../support/kitchen-api.ts';

journey('[BD1] an order goes its whole way, live in two browsers of two languages', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
  const en = boardOn(await screen(kitchen.boardLink, { locale: 'en-GB' }), 'en');
  const both = [es, en];

  const { number } = await shop.placeOrder('guest', { guest: { firstName: 'Lucía', lastName: 'Pérez' } });
  for (const board of both) {
    await board.ticket(number).waitFor();
    await eventually(() => board.ticket(number).innerText()).toContain(`${board.words.newOrder} 0`);
    expect(await board.ticket(number).innerText()).toContain('Lucía P.');
    expect(await board.ticket(number).innerText()).not.toContain('Pérez');
  }

  await es.accept(number, 20);
  for (const board of both) {
    await eventually(() => board.ticket(number).innerText()).toMatch(new RegExp(`\\b${board.words.inMinutes(20)}\\b`));
    await eventually(() => board.bar(number).innerText()).toContain(board.words.ready);
  }

  await en.dish(number, 'Pizza Margarita').click();
  for (const board of both) await eventually(() => isTicked(board, number, 'Pizza Margarita')).toBe('true');
  expect(await isTicked(es, number, 'Agua con gas')).toBe('false');
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('preparing');

  await es.ready(number);
  for (const board of both) await eventually(() => board.ticket(number).count()).toBe(0);
  await en.recall(number);
  for (const board of both) {
    await eventually(() => board.bar(number).innerText()).toContain(board.words.ready);
    await eventually(() => isTicked(board, number, 'Pizza Margarita')).toBe('true');
  }
  await en.ready(number);
  for (const board of both) await eventually(() => board.ticket(number).count()).toBe(0);

  const rows = { es: await es.inDoneList(number), en: await en.inDoneList(number) };
  await eventually(() => rows.en.innerText()).toContain(en.words.statuses.ready);
  await es.handOver(number);
  await eventually(() => rows.es.innerText()).toMatch(/entregado \d\d:\d\d/);
  await eventually(() => rows.en.innerText()).toMatch(/handed over \d\d:\d\d/);
  for (const board of both) {
    expect(await board.page.getByRole('button', { name: board.words.handedOver(number) }).count()).toBe(0);
  }
  await eventually(() => readOrder(kitchen, number)).toMatchObject({ status: 'completed', open: false });
});

journey('[OR5] what was handed over goes back the way it came, one step a recall', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink));
  const { number } = await shop.placeOrder('custom-number');
  await board.accept(number, 15);
  await board.ready(number);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');

  const row = await board.inDoneList(number);
  await board.handOver(number);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('completed');
  await eventually(() => row.innerText()).toContain(board.words.statuses.completed);
  await row.getByRole('button', { name: board.words.recall(number) }).click();
  await eventually(() => row.innerText()).toContain(board.words.statuses.ready);
  await board.recall(number);
  await eventually(() => row.count()).toBe(0);
  await board.showOpen();
  await board.ticket(number).waitFor();
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
});

journey('[BD1] a bump can be taken back in the place it left', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink));
  const { number } = await shop.placeOrder('guest');
  await board.ticket(number).waitFor();
  await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 10 });
  await board.ready(number);
  await board.undo.click();
  await board.ticket(number).waitFor();
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
});

journey('[BD1] a second tap by mistake, right after accepting, can be taken back too', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink));
  const { number } = await shop.placeOrder('guest');
  await board.accept(number, 10);
  await board.ready(number);
  await board.undo.click();
  await board.ticket(number).waitFor();
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
});

journey('[BD1] a long new order is whole on the first page, with its Accept', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink));
  const { number } = await shop.placeOrder('addons');
  await board.ticket(number).first().waitFor();
  const shown = async () => (await board.ticket(number).allInnerTexts()).join('\n');
  for (const dish of ['Pizza al gusto', 'Entrecot a la parrilla', 'Pizza Margarita'])
    await eventually(shown).toContain(dish);
  // Accept stands under the last part, and under the first, where the order is seen first.
  expect(await board.ticket(number).count()).toBeGreaterThan(1);
  for (const part of [board.ticket(number).first(), board.ticket(number).last()]) {
    expect(await part.getByRole('button', { name: board.words.accept(20), exact: true }).count()).toBe(1);
  }
  await board.accept(number, 20);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
});

function isTicked(board: BoardPage, number: string, name: string): Promise<string | null> {
  return board.dish(number, name).getAttribute('aria-pressed');
}
