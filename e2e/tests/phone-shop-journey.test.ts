import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../support/board-page.ts';
import { journey } from '../support/journey.ts';
import { command } from '../support/kitchen-api.ts';
import { shopWords } from '../support/shop-words.ts';
import { soldOutOn } from '../support/sold-out-page.ts';
import { soldOutWords } from '../support/sold-out-words.ts';

const phone = { viewport: { width: 390, height: 844 } };

journey('[SH7.4] a dish is sold out and brought back on a phone, by keyboard alone', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES', ...phone }), 'es');
  const { page } = board;
  const out = soldOutOn(board, soldOutWords.es);
  const { number } = await shop.placeOrder('guest');
  await board.ticket(number).waitFor();

  await tabTo(board, board.words.more(number));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  for (const name of [out.words.fromTicket, 'Pizza Margarita', out.words.hour, out.words.sellOut]) {
    await tabTo(board, name);
    expect(await isWhole(board)).toBe(true);
    await page.keyboard.press('Enter');
  }
  await eventually(() => board.dish(number, 'Pizza Margarita').innerText()).toContain(out.words.mark);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await tabTo(board, out.words.list(1));
  await page.keyboard.press('Enter');
  await eventually(() => out.row('Pizza Margarita').innerText()).toContain(out.words.stillIn([number]));
  await tabTo(board, out.words.backOne('Pizza Margarita'));
  await page.keyboard.press('Enter');
  await page.getByText(out.words.empty).waitFor();
});

journey('[BD1.6] a STOP below a phone’s edge is pointed at within the thumb’s reach', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink, phone));
  const orders = [];
  for (let minutes = 10; minutes < 14; minutes += 1) {
    const order = await shop.placeOrder('guest');
    await board.ticket(order.number).waitFor();
    await command(kitchen, order.number, { type: 'acknowledge', readyInMinutes: minutes });
    orders.push(order);
  }
  const last = orders.at(-1);
  if (!last) throw new Error('no order');
  await shop.cancel(last.id);
  const pointer = board.page.getByRole('button', { name: `${board.words.stop} ${last.number}` });
  await pointer.waitFor();
  const box = await pointer.boundingBox();
  expect(box?.y).toBeGreaterThan(700);
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  await pointer.click();
  await eventually(() => pointer.count()).toBe(0);
  await board.stopSeen(last.number);
  await eventually(() => board.ticket(last.number).count()).toBe(0);
});

journey(
  '[SH3.5] the empty board, the health chip and the settings lead to the shop’s page',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    const { page } = boardOn(await screen(kitchen.boardLink));
    const link = page.getByRole('link', { name: shopWords.en.settings });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('/settings/shop');
    for (const button of ['Settings', /^live/]) {
      await page.getByRole('button', { name: button }).click();
      await eventually(() => link.count()).toBe(2);
      await page.keyboard.press('Escape');
      await eventually(() => link.count()).toBe(1);
    }
    await link.click();
    await page.getByRole('heading', { name: shopWords.en.page.title, level: 1 }).waitFor();
  },
);

/** Goes on with the Tab key until that button has the focus, however the dialogs are laid out. */
async function tabTo({ page }: BoardPage, name: string | RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
    });
  for (let tabs = 0; tabs < 60; tabs += 1) {
    const at = await focused();
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to "${String(name)}"`);
}

/** What has the focus is whole on the screen. */
function isWhole({ page }: BoardPage): Promise<boolean> {
  return page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
  });
}
