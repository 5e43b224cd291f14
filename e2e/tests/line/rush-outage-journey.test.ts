import { expect } from 'vitest';
import { createShop, type Shop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { networkLoss } from '../../support/browser.ts';
import { journey } from '../../support/journey.ts';
import { command, readKitchen, readOrder, type Asked } from '../../support/kitchen-api.ts';
import { lineWords } from '../../support/line-words.ts';
import { setTwoStations } from '../../support/two-stations.ts';

const outage = { allowedErrors: [networkLoss, /Failed to load resource/, /service worker/i] };

journey(
  '[BD4] the server vanishes for a minute in the rush: both stations go on, and nothing is lost',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    await setTwoStations(kitchen);
    const numbers = await placeRush(kitchen, shop, 12);
    const [first, second, third, ...rest] = numbers as [string, string, string, ...string[]];
    const stations: BoardPage[] = [];
    for (const station of ['grill', 'cold']) {
      const board = boardOn(await screen('about:blank', outage));
      await board.page.clock.install();
      await board.page.addInitScript((id) => localStorage.setItem('kasera.stations', id), station);
      await board.page.goto(kitchen.boardLink);
      await board.ticket(first).first().waitFor();
      stations.push(board);
    }
    const [grill, cold] = stations as [BoardPage, BoardPage];
    await grill.ready(first);
    await eventually(async () => (await readOrder(kitchen, first)).version).toBeGreaterThan(2);
    const before = await readKitchen(kitchen);

    await kitchen.kill('SIGKILL');
    // Both are pressed on as if nothing were.
    await cold.ready(first);
    await grill.ready(second);
    await grill.ready(third);
    await cold.ready(second);
    await grill.page.clock.fastForward(13_000);
    await cold.page.clock.fastForward(13_000);
    for (const board of stations) await eventually(() => board.messages.innerText()).toContain(board.words.silent);
    await grill.page.clock.fastForward(47_000);
    await cold.page.clock.fastForward(47_000);
    await eventually(() => grill.page.getByRole('contentinfo').innerText()).toContain(`2 ${grill.words.notSent}`);
    await eventually(() => cold.page.getByRole('contentinfo').innerText()).toContain(`2 ${cold.words.notSent}`);

    await kitchen.restart();
    const status = async (number: string) => (await readOrder(kitchen, number)).status;
    // Each pressed its own part; only together they are ready.
    for (const number of [first, second]) await eventually(() => status(number)).toBe('ready');
    await eventually(() => grill.page.getByText(grill.words.notSent).count()).toBe(0);
    await eventually(() => cold.page.getByText(cold.words.notSent).count()).toBe(0);
    expect(await status(third)).toBe('preparing');
    for (const number of rest) expect(await status(number)).toBe('acknowledged');
    for (const board of stations) await eventually(() => board.messages.innerText()).not.toContain(board.words.silent);
    await eventually(() => cold.ticket(third).count()).toBe(1);
    expect(await grill.ticket(third).count()).toBe(0);
    const after = await readKitchen(kitchen);
    expect(after.seq - before.seq).toBe(4);
  },
);

journey(
  '[BO10] a screen switched off and on without a server has the last state and its unsent bumps',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen(kitchen.boardLink, outage));
    const [first, second, third] = (await placeRush(kitchen, shop, 3)) as [string, string, string];
    await board.ticket(third).waitFor();
    // The page is kept a moment after it came, and what it shows every few seconds.
    await eventually(() => board.page.evaluate(shellIsKept), 20_000).toBe(true);
    await eventually(() => board.page.evaluate(keptOrders), 20_000).toBe(3);

    await kitchen.kill('SIGKILL');
    await board.ready(first);
    await board.ready(second);
    await board.page.reload();
    await board.ticket(third).waitFor();
    await board.page.getByText(lineWords.en.kept).waitFor();
    await eventually(() => board.page.getByRole('contentinfo').innerText()).toContain(`2 ${board.words.notSent}`);
    for (const number of [first, second]) expect(await board.bar(number).count()).toBe(0);
    // Pressed on what was kept: it goes after the others.
    await board.bar(third).getByRole('button', { name: board.words.ready, disabled: false }).click();
    await eventually(() => board.page.getByRole('contentinfo').innerText()).toContain(`3 ${board.words.notSent}`);

    const before = Date.now();
    await kitchen.restart();
    for (const number of [first, second, third]) {
      await eventually(async () => (await readOrder(kitchen, number)).status, 15_000).toBe('ready');
    }
    await eventually(() => board.page.getByText(lineWords.en.kept).count()).toBe(0);
    await eventually(() => board.page.getByText(board.words.notSent).count()).toBe(0);
    const { orders } = await readKitchen(kitchen);
    const readyAt = (number: string) => Date.parse(orders.find((one) => one.number === number)?.readyAt ?? '');
    // Each at the moment it was pressed, in that order.
    expect(readyAt(first)).toBeLessThanOrEqual(readyAt(second));
    expect(readyAt(second)).toBeLessThan(readyAt(third));
    expect(readyAt(second)).toBeLessThan(before);
  },
);

journey(
  '[BO10] the counter, opened without a server, has what the board in its browser last knew',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const [first] = (await placeRush(kitchen, shop, 2)) as [string, string];
    await command(kitchen, first, { type: 'ready' });
    const { page } = boardOn(await screen(kitchen.boardLink, outage));
    await eventually(() => page.evaluate(shellIsKept), 20_000).toBe(true);
    await eventually(() => page.evaluate(keptOrders), 20_000).toBe(2);

    await kitchen.kill('SIGKILL');
    await page.goto(`${kitchen.url}/handover`);
    await page.getByText(lineWords.en.kept).waitFor();
    await page
      .locator('[data-list="ready"]')
      .getByRole('article', { name: `#${first}` })
      .waitFor();
    await kitchen.restart();
    await eventually(() => page.getByText(lineWords.en.kept).count(), 15_000).toBe(0);
    await page
      .locator('[data-list="ready"]')
      .getByRole('article', { name: `#${first}` })
      .waitFor();
  },
);

/** Accepted orders of chicken and dessert, so that both stations have a part of each. */
async function placeRush(kitchen: Asked, shop: Shop, count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let placed = 0; placed < count; placed += 1) {
    const { id, number } = shop.addOrder('guest', { status: 'pending' });
    await shop.updateOrder(id, { add: [{ name: 'Flan de huevo', quantity: 1 }], status: 'processing' });
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('new');
    await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 10 + placed });
    numbers.push(number);
  }
  return numbers;
}

/** Runs in the page: a worker serves it, and has everything it needs. */
async function shellIsKept(): Promise<boolean> {
  if (!navigator.serviceWorker.controller) return false;
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
  return kept.some((files) => files > 3);
}

/** Runs in the page: how many orders would be shown without a server. */
async function keptOrders(): Promise<number> {
  const [database] = await indexedDB.databases();
  const { name } = database ?? {};
  if (name === undefined) return 0;
  const opened = await new Promise<IDBDatabase | null>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
  const store = opened?.objectStoreNames[0];
  if (!opened || store === undefined) return 0;
  const all = await new Promise<unknown[]>((resolve) => {
    const request = opened.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
  });
  opened.close();
  return (JSON.stringify(all).match(/"statusAt"/g) ?? []).length;
}
