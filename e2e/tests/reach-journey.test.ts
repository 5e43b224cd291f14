import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createShop, type Shop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../support/board-page.ts';
import { boardWords } from '../support/board-words.ts';
import { journey } from '../support/journey.ts';
import { command, readOrder } from '../support/kitchen-api.ts';

const phone = { width: 390, height: 844 };

journey('[BD1] a screen speaks its browser’s language, or the one it was switched to', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const { number } = await shop.placeOrder('guest');
  for (const [locale, language] of [
    ['es-MX', 'es'],
    ['en-US', 'en'],
    ['de-DE', 'en'],
  ] as const) {
    const board = boardOn(await screen(kitchen.boardLink, { locale }), language);
    await eventually(() => board.ticket(number).innerText()).toContain(board.words.newOrder);
    expect(await board.page.locator('html').getAttribute('lang')).toBe(language);
  }

  const opened = await screen(kitchen.boardLink, { locale: 'es-ES' });
  const { page } = boardOn(opened, 'es');
  const english = boardOn(opened, 'en');
  await page.getByRole('button', { name: boardWords.es.settings }).click();
  await page.getByRole('dialog').getByText('English').click();
  await page.getByRole('button', { name: boardWords.en.close }).click();
  await english
    .ticket(number)
    .getByRole('button', { name: boardWords.en.accept(20) })
    .waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/Aceptar|NUEVO|Abiertos|Ajustes/);
  await page.reload();
  await eventually(() => english.ticket(number).innerText()).toContain(boardWords.en.newOrder);
});

for (const language of ['es', 'en'] as const) {
  journey(
    `[BD1] on a phone (${language}) everything is in reach, and nothing stands out at the side`,
    async ({ kasera, screen }) => {
      const kitchen = await kasera();
      using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
      const words = boardWords[language];
      const board = boardOn(await screen(kitchen.boardLink, { locale: words.locale, viewport: phone }), language);
      const { page } = board;
      await page.getByText(words.emptyTitle).waitFor();
      await expectNothingAside(page);
      const numbers = await fillBoard(shop);
      for (const number of numbers) await board.ticket(number).first().waitFor();
      await expectNothingAside(page);
      const [first = ''] = numbers;
      await command(kitchen, first, { type: 'acknowledge', readyInMinutes: 20 });
      await eventually(() => board.bar(first).innerText()).toContain(words.ready);

      for (const number of numbers) {
        for (const button of await board.bar(number).getByRole('button').all()) await expectInReach(page, button);
      }
      for (const name of [words.openList, words.doneList, words.settings, words.health]) {
        await expectInReach(page, page.getByRole('button', { name }));
      }
      await page.getByRole('button', { name: words.more(first) }).click();
      await expectInReach(page, page.getByRole('button', { name: words.cancel }));
      await expectInReach(page, page.getByRole('button', { name: words.close }));
      await page.getByRole('button', { name: words.close }).click();
      await page.getByRole('button', { name: words.settings }).click();
      await expectNothingAside(page);
      await page.getByRole('button', { name: words.close }).click();
      await board.ready(first);
      await eventually(async () => (await readOrder(kitchen, first)).status).toBe('ready');
    },
  );
}

journey('[BD1] the keyboard reaches Accept, and Enter accepts', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink));
  const { number } = await shop.placeOrder('guest');
  const accept = board.ticket(number).getByRole('button', { name: board.words.accept(15) });
  await accept.waitFor();
  await tabTo(board.page, accept);
  expect(await accept.evaluate((button) => getComputedStyle(button).outlineStyle)).not.toBe('none');
  await eventually(() => accept.getAttribute('aria-disabled')).toBe(null);
  await board.page.keyboard.press('Enter');
  await eventually(() => board.ticket(number).innerText()).toContain(board.words.inMinutes(15));

  await tabTo(board.page, board.bar(number).getByRole('button', { name: board.words.ready }));
  await eventually(() => board.bar(number).getByRole('button').getAttribute('aria-disabled')).toBe(null);
  await board.page.keyboard.press('Enter');
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
});

async function fillBoard(shop: Shop): Promise<string[]> {
  const numbers: string[] = [];
  for (const template of ['guest', 'delivery', 'addons', 'custom-number'] as const) {
    numbers.push((await shop.placeOrder(template)).number);
  }
  return numbers;
}

async function expectNothingAside(page: Page): Promise<void> {
  const aside = await page.evaluate(() => ({
    scrolls: document.documentElement.scrollWidth > innerWidth,
    standsOut: [...document.querySelectorAll<HTMLElement>('button, article, dialog, p, h2')]
      .filter((element) => element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.innerText.slice(0, 40)),
  }));
  expect(aside).toEqual({ scrolls: false, standsOut: [] });
}

/** Whether a thumb can have it: within the screen after scrolling, nothing over its middle, at least 40 px. */
async function expectInReach(page: Page, button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  const seen = await button.evaluate((element: HTMLElement) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return { left, right, least: Math.min(width, height), isOnTop: element.contains(above) };
  });
  const name = await button.innerText();
  expect(seen.left, name).toBeGreaterThanOrEqual(0);
  expect(seen.right, name).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  expect(seen.least, name).toBeGreaterThanOrEqual(40);
  expect(seen.isOnTop, name).toBe(true);
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there within 60 tabs');
}
