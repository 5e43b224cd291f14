import { expect } from 'vitest';
import { createShop, type Shop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../support/board-page.ts';
import { networkLoss } from '../support/browser.ts';
import { journey } from '../support/journey.ts';
import { commandById, readKitchen, type Asked } from '../support/kitchen-api.ts';

const open = 300;
const promptMs = 1_000;

journey(
  '[BD5] with 300 open tickets a new one is there at once, and no other is touched',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret, keepAlive: true });
    await fill(shop, kitchen);
    const board = boardOn(await screen('about:blank', { allowedErrors: [networkLoss] }));
    await board.page.clock.install();
    await board.page.goto(kitchen.boardLink);
    // Every ticket has its place; those of far pages are not drawn.
    await eventually(() => board.page.locator('[data-view="open"]').innerText()).toContain(`${open}`);
    await watchSettled(board);
    const { kept: drawn } = await changesIn(board);
    expect(drawn).toBeGreaterThan(0);

    const sentAt = performance.now();
    const { number } = await shop.placeOrder('custom-number');
    await board.ticket(number).waitFor();
    expect(performance.now() - sentAt).toBeLessThan(promptMs);
    expect(await changesIn(board)).toEqual({ touched: [], kept: drawn });

    const ticked = board.page.locator('article button[aria-pressed="false"]').first();
    const touched = await ticked.locator('xpath=ancestor::article').getAttribute('data-ticket');
    const tappedAt = performance.now();
    await ticked.click();
    await eventually(async () => (await changesIn(board)).touched).toEqual([touched]);
    expect(performance.now() - tappedAt).toBeLessThan(promptMs);
    await board.accept(number, 20);
    expect(await changesIn(board)).toEqual({ touched: [touched], kept: drawn });
  },
);

journey('[BD5] clocks that tick change their own words and nothing else of a ticket', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen('about:blank', { allowedErrors: [networkLoss] }));
  await board.page.clock.install();
  await board.page.goto(kitchen.boardLink);
  const waiting = await shop.placeOrder('custom-number');
  const cooking = await shop.placeOrder('guest');
  await board.accept(cooking.number, 20);
  await eventually(() => board.ticket(cooking.number).innerText()).toContain(board.words.inMinutes(20));
  await eventually(() => board.page.locator('article').count()).toBe(2);
  await watchSettled(board);

  await board.page.clock.fastForward(61_000);
  await eventually(() => board.page.evaluate(() => window.kaseraTicks)).toBeGreaterThanOrEqual(2);
  expect(await board.ticket(waiting.number).innerText()).toContain(board.words.newOrder);
  expect(await changesIn(board)).toEqual({ touched: [], kept: 2 });
});

async function fill(shop: Shop, kitchen: Asked): Promise<void> {
  for (let placed = 0; placed < open; placed += 20) {
    await Promise.all(Array.from({ length: 20 }, () => shop.placeOrder('guest')));
  }
  const { orders } = await readKitchen(kitchen);
  expect(orders).toHaveLength(open);
  while (orders.length > 0) {
    await Promise.all(orders.splice(0, 20).map(({ id }) => commandById(kitchen, id, { type: 'acknowledge' })));
  }
}

/** Bars take nothing in their first moments; then the tickets are at rest. */
async function watchSettled({ page }: BoardPage): Promise<void> {
  await eventually(() => page.locator('article [aria-disabled]').count()).toBe(0);
  await page.evaluate(watchTickets);
}

/** What `watchTickets` keeps on the page. */
declare global {
  interface Window {
    kaseraTouched: Set<string>;
    kaseraTicks: number;
  }
}

/** @returns some of the tickets in which anything but the clock changed, and how many of the first ones are the same elements */
function changesIn({ page }: BoardPage): Promise<{ touched: string[]; kept: number }> {
  return page.evaluate(() => ({
    touched: [...window.kaseraTouched].slice(0, 5),
    kept: [...document.querySelectorAll('article')].filter((ticket) => 'kaseraKnown' in ticket).length,
  }));
}

/** Runs in the page: watches the tickets that are there now. It must not use anything from outside itself. */
function watchTickets(): void {
  window.kaseraTouched = new Set();
  window.kaseraTicks = 0;
  const isClock = ({ type, target, attributeName }: MutationRecord): boolean => {
    if (type === 'attributes') return attributeName === 'data-urgency';
    const element = target instanceof Element ? target : target.parentElement;
    return element?.matches('h2 + span') === true;
  };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      const element = change.target instanceof Element ? change.target : change.target.parentElement;
      const ticket = element?.closest<HTMLElement>('article')?.dataset.ticket ?? 'nowhere';
      if (!isClock(change)) window.kaseraTouched.add(ticket);
      else if (change.type !== 'attributes') window.kaseraTicks += 1;
    }
  });
  for (const ticket of document.querySelectorAll('article')) {
    Object.assign(ticket, { kaseraKnown: true });
    observer.observe(ticket, { subtree: true, childList: true, characterData: true, attributes: true });
  }
}
