import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import { readKitchen, readOrder } from '../../support/kitchen-api.ts';
import { untilTaken } from '../../support/line-page.ts';
import { lineWords } from '../../support/line-words.ts';

const words = lineWords.en;

journey('[BO7] keys alone bring an order from its arrival to the guest’s hand', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink));
  const { keyboard } = board.page;
  const orders = [await shop.placeOrder('guest'), await shop.placeOrder('guest'), await shop.placeOrder('guest')];
  const [first, second, third] = orders.map(({ number }) => number) as [string, string, string];
  for (const { number } of orders) await board.ticket(number).waitFor();
  await takesKeys(board);
  const status = async (number: string) => (await readOrder(kitchen, number)).status;

  // The number on the ticket is the key that accepts it, NEW included; the arrows choose, Enter and Ctrl alone bump.
  for (const { number } of orders) await untilSettled(board, number);
  await keyboard.press(await slotOf(board, first));
  await eventually(() => status(first)).toBe('acknowledged');
  await chooseByArrow(board, second);
  await keyboard.press('Enter');
  await eventually(() => status(second)).toBe('acknowledged');
  await eventually(() => board.bar(second).innerText()).toContain(board.words.ready);
  await chooseByArrow(board, third);
  await keyboard.press('Control');
  await eventually(() => status(third)).toBe('acknowledged');

  // Space ticks the next dish of the chosen one.
  await eventually(() => board.bar(first).innerText()).toContain(board.words.ready);
  await chooseByArrow(board, first);
  await keyboard.press('Space');
  await eventually(async () => (await readOrder(kitchen, first)).items.map(({ done }) => done)).toEqual([true, false]);

  // Backspace takes a bump back at once, numpad minus the last one later.
  await untilSettled(board, first);
  await keyboard.press('Enter');
  await eventually(() => status(first)).toBe('ready');
  await board.undo.waitFor();
  await untilUndoTakes(board);
  await keyboard.press('Backspace');
  await eventually(() => status(first)).toBe('preparing');
  await eventually(() => board.bar(first).count()).toBe(1);
  await chooseByArrow(board, first);
  await untilSettled(board, first);
  await keyboard.press('Enter');
  await eventually(() => status(first)).toBe('ready');
  await keyboard.press('NumpadSubtract');
  await eventually(() => status(first)).toBe('preparing');
  await eventually(() => board.bar(first).count()).toBe(1);
  await untilSettled(board, first);
  await keyboard.press(await slotOf(board, first));
  await eventually(() => status(first)).toBe('ready');

  // At the counter: the number, Tab to its button, Enter.
  const { page } = board;
  await page.goto(`${kitchen.url}/handover`);
  const handOver = page.getByRole('button', { name: words.handedOver(first), exact: true });
  await handOver.waitFor();
  await keyboard.type(first);
  await eventually(() => page.getByRole('textbox').inputValue()).toBe(first);
  await tabTo(board, words.handedOver(first));
  await untilTaken(page);
  await keyboard.press('Enter');
  await eventually(() => status(first)).toBe('completed');
});

journey('[BO7] a held key, a chord and what is written do nothing to any ticket', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink));
  const { page } = board;
  const { number } = await shop.placeOrder('guest');
  await board.ticket(number).waitFor();
  await takesKeys(board);
  const slot = await slotOf(board, number);
  const before = (await readKitchen(kitchen)).seq;

  // A key that was held down before sends only repeats; a chord is meant for the browser.
  await page.evaluate((key) => {
    for (let times = 0; times < 5; times += 1) {
      const stroke = { key, code: `Digit${key}`, repeat: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', stroke));
    }
  }, slot);
  await page.keyboard.press(`Control+${slot}`);
  await page.keyboard.press(`Alt+${slot}`);
  await page.getByRole('button', { name: board.words.more(number) }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.addNote, exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill('');
  await page.keyboard.type(`${slot} s - r`);
  await page.keyboard.press('Escape');
  await eventually(() => page.getByRole('dialog').count()).toBe(0);

  // One that is held: once, though it repeats.
  await untilSettled(board, number);
  await page.keyboard.down(slot);
  for (let times = 0; times < 10; times += 1) await page.keyboard.down(slot);
  await page.keyboard.up(slot);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
  await page.keyboard.press('s');
  await page.getByText(words.allDayRail, { exact: true }).waitFor();
  expect((await readKitchen(kitchen)).seq - before).toBe(1);
});

journey(
  '[BO7] pages turn, and a key that was learnt works after a reload and stands on the sheet',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen(kitchen.boardLink, { viewport: { width: 1024, height: 600 } }));
    const { page } = board;
    for (let placed = 0; placed < 6; placed += 1) await shop.placeOrder('40-lines');
    await eventually(() => page.getByRole('button', { name: board.words.openList }).innerText()).toContain('6');
    await takesKeys(board);
    const pill = page.getByText(/^page \d+ of \d+/);
    await eventually(() => pill.innerText()).toMatch(/^page 1 of/);
    await page.keyboard.press('PageDown');
    await eventually(() => pill.innerText()).toMatch(/^page 2 of/);
    await page.keyboard.press('PageUp');
    await eventually(() => pill.innerText()).toMatch(/^page 1 of/);

    await page.getByRole('button', { name: board.words.settings, exact: true }).click();
    await page.getByText(words.learn, { exact: true }).click();
    await page.getByRole('button', { name: words.changeKey('Next page') }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('F8');
    await eventually(() => page.getByRole('dialog').getByRole('status').allInnerTexts()).toContain('F8: Next page');
    await page.keyboard.press('Escape');
    await page.reload();
    await takesKeys(board);
    await eventually(() => pill.innerText()).toMatch(/^page 1 of/);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('F8');
    await eventually(() => pill.innerText()).toMatch(/^page 2 of/);

    await page.goto(`${kitchen.url}/keys`);
    await eventually(() => page.getByRole('row', { name: 'F8 Next page', exact: true }).count()).toBe(1);
    expect(await page.getByRole('row', { name: 'Ctrl' }).innerText()).toContain('Bump the chosen ticket');
  },
);

/** What listens to keys comes a moment after the page: an arrow then chooses a ticket. */
async function takesKeys({ page }: BoardPage): Promise<void> {
  await eventually(async () => {
    await page.keyboard.press('ArrowLeft');
    return page.locator('[data-selected]').count();
  }).toBe(1);
}

/** The digit that stands on a ticket's bar, as it is read there. */
async function slotOf(board: BoardPage, number: string): Promise<string> {
  const piece = board.page
    .locator('[data-slot]')
    .filter({ has: board.ticket(number) })
    .first();
  await piece.waitFor();
  return (await piece.getAttribute('data-slot')) ?? '';
}

/** Presses arrows until that ticket is the chosen one. */
async function chooseByArrow(board: BoardPage, number: string): Promise<void> {
  const chosen = board.page.locator('[data-selected]').filter({ has: board.ticket(number) });
  await board.page.keyboard.press('Home');
  for (let steps = 0; (await chosen.count()) === 0; steps += 1) {
    if (steps > 8) throw new Error(`no arrow leads to #${number}`);
    await board.page.keyboard.press('ArrowDown');
  }
}

/** A bar whose meaning just changed takes nothing for 600 ms. */
async function untilSettled(board: BoardPage, number: string): Promise<void> {
  await eventually(() => board.bar(number).locator('[aria-disabled]').count()).toBe(0);
}

async function untilUndoTakes({ page }: BoardPage): Promise<void> {
  await eventually(() => page.locator('[data-face="undo"] [aria-disabled]').count()).toBe(0);
}

async function tabTo({ page }: BoardPage, name: string): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  for (let steps = 0; (await focused()) !== name; steps += 1) {
    if (steps > 40) throw new Error(`Tab does not reach “${name}”`);
    await page.keyboard.press('Tab');
  }
}
