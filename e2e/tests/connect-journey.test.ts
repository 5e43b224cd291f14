import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../support/board-page.ts';
import { journey } from '../support/journey.ts';
import { readKitchen, readOrder } from '../support/kitchen-api.ts';

/** What the shop's messages tell reaches the screens within a second; the rest is the browser's and a busy machine's. */
const prompt = { timeout: 3_000 };

journey(
  '[IN2] the ping is shown as reached, not as connected, until something signed comes',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const en = boardOn(await screen(kitchen.boardLink));
    for (const board of [es, en]) await board.page.getByText(board.words.shopSilent).waitFor();

    expect((await shop.ping()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const board of [es, en]) {
      await board.page.getByText(board.words.shopPinged).waitFor(prompt);
      await board.page.getByText(board.words.unproven).waitFor(prompt);
      expect(await board.page.getByText(board.words.shopSigned).count()).toBe(0);
    }

    const { id } = await shop.placeOrder('guest');
    await shop.cancel(id);
    for (const board of [es, en]) await board.page.getByText(board.words.shopSigned).waitFor(prompt);
  },
);

journey('[IN1] a wrong secret is said in words until a good delivery comes', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using mistaken = createShop({ url: kitchen.url, secret: 'pasted-wrongly' });
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret, firstId: 5_000 });
  const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
  const en = boardOn(await screen(kitchen.boardLink));
  const { deliveries } = await mistaken.placeOrder('guest');
  expect(deliveries.map(({ answer }) => answer.status)).toEqual([401, 401]);
  for (const board of [es, en]) {
    await board.page.getByRole('main').getByText(board.words.wrongSecret).waitFor(prompt);
    expect(await board.page.getByRole('article').count()).toBe(0);
    expect(await healthLevel(board)).toBe('bad');
  }

  // With an order on the board the words are behind the button in the top bar, which says that there is a problem.
  await healthButton(es).click();
  await es.page.getByRole('dialog').getByText(es.words.wrongSecret).waitFor();
  const { number } = await shop.placeOrder('guest');
  await en.ticket(number).waitFor();
  await es.page.getByRole('dialog').getByText(es.words.shopSigned).waitFor();
  for (const board of [es, en]) await eventually(() => healthLevel(board)).not.toBe('bad');
  expect(await es.page.getByText(es.words.wrongSecret).count()).toBe(0);
});

journey('[BD1] the empty board’s test order, marked TEST, goes the whole way', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
  const en = boardOn(await screen(kitchen.boardLink));
  await en.page.getByText(en.words.emptyTitle).waitFor();
  await es.page.getByRole('button', { name: es.words.testOrder }).click();
  await es.page.getByRole('article').waitFor();
  const [order] = (await readKitchen(kitchen)).orders;
  const number = order?.number ?? '';
  expect(order).toMatchObject({ test: true, status: 'new' });
  for (const board of [es, en]) {
    await eventually(() => board.ticket(number).innerText()).toContain(board.words.test);
  }
  await en.accept(number, 15);
  await eventually(() => es.bar(number).innerText()).toContain(es.words.ready);
  await es.dish(number, 'Patatas bravas').click();
  await en.ready(number);
  for (const board of [es, en]) await eventually(() => board.ticket(number).count()).toBe(0);
  const row = await es.inDoneList(number);
  await eventually(() => row.innerText()).toContain(es.words.test);
  expect((await readOrder(kitchen, number)).items.every((item) => item.done)).toBe(true);
});

const healthButton = ({ page, words }: BoardPage) => page.getByRole('button', { name: words.health });

function healthLevel(board: BoardPage): Promise<string | null> {
  return healthButton(board).getAttribute('data-level');
}
