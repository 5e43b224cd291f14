import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import { command } from '../../support/kitchen-api.ts';
import { tabTo } from '../../support/line-page.ts';

/** What its button says, and not all of the ticket. */
const dishAlone = /^1Pizza Margarita/;
/** More than stand below each other on a screen of the tests. */
const manyMore = Array.from({ length: 24 }, (_, index) => ({ name: `Tapa del día ${index + 1}`, quantity: 1 }));

journey('[TK5] a ticket that is cut while keys are at it keeps focus and selection', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink));
  const { keyboard } = board.page;
  const { number: before } = await shop.placeOrder('guest');
  const { id, number } = await shop.placeOrder('guest');
  const { number: after } = await shop.placeOrder('guest');
  for (const [index, one] of [before, number, after].entries()) {
    await command(kitchen, one, { type: 'acknowledge', readyInMinutes: 10 * (index + 1) });
    await eventually(() => board.bar(one).innerText()).toContain(board.words.ready);
  }
  await eventually(async () => {
    await keyboard.press('ArrowDown');
    return (await chosen(board)).order;
  }).toBe(number);
  await tabTo(board.page, dishAlone);
  await eventually(() => focused(board)).toMatchObject({ order: number, isSeen: true });

  await shop.updateOrder(id, { add: manyMore });
  await eventually(() => board.ticket(number).count()).toBeGreaterThan(1);
  await eventually(() => focused(board)).toMatchObject({ order: number, isSeen: true });
  expect((await focused(board)).words).toMatch(dishAlone);
  expect(await chosen(board)).toEqual({ order: number, piece: '0' });

  // It stands whole again while its second part is the chosen one: it is chosen all the same.
  await eventually(async () => {
    if ((await chosen(board)).piece !== '1') await keyboard.press('ArrowDown');
    return await chosen(board);
  }).toEqual({ order: number, piece: '1' });
  // Not within the second of the change before.
  shop.setClock(2_000);
  await shop.updateOrder(id, { remove: manyMore.map((_, index) => id * 1_000 + 502 + index) });
  await eventually(() => board.ticket(number).count()).toBe(1);
  await eventually(() => chosen(board)).toEqual({ order: number, piece: '0' });
  expect(await focused(board)).toMatchObject({ order: number, isSeen: true });
});

/** Where the focus is: on which order's ticket, whether that can be seen, and what it says. */
function focused({ page }: BoardPage) {
  return page.evaluate(() => {
    const { activeElement } = document;
    const piece = activeElement?.closest('[data-piece]');
    return {
      order: piece?.querySelector('h2')?.textContent ?? '',
      isSeen: piece?.getAttribute('data-page') === 'here' && activeElement?.closest('[inert]') === null,
      words: activeElement?.textContent ?? '',
    };
  });
}

/** The ticket keys go to, and which of its parts. */
function chosen({ page }: BoardPage) {
  return page.evaluate(() => {
    const piece = document.querySelector('[data-selected]');
    return { order: piece?.querySelector('h2')?.textContent ?? '', piece: piece?.getAttribute('data-piece') ?? '' };
  });
}
