import { defaultMapping } from '@kasera/shared/shop.ts';
import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { networkLoss } from '../../support/browser.ts';
import { journey } from '../../support/journey.ts';
import { readOrder, setMapping } from '../../support/kitchen-api.ts';
import { startKitchenWithShop, statusInShop } from '../../support/kitchen-with-shop.ts';
import { stationsOn } from '../../support/station-page.ts';
import { tellingWords } from '../../support/telling-words.ts';
import { setTwoStations } from '../../support/two-stations.ts';

const chicken = '½ Pollo al carbón';
const dessert = 'Crème brûlée';

journey(
  '[BO4] a look calls nothing back; a recall brings an order to its place in time on every station that had a part',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    await setTwoStations(kitchen);
    const grill = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const cold = boardOn(await screen(kitchen.boardLink));
    await stationsOn(grill).choose('GRILL');
    await stationsOn(cold).choose('COLD');
    const placed: string[] = [];
    for (const minutes of [15, 20, 30]) {
      const { number } = await shop.placeOrder('customer');
      await cold.accept(number, minutes);
      placed.push(number);
    }
    const [, second = ''] = placed;
    for (const board of [grill, cold]) {
      await eventually(() => isInOrder(board, placed)).toBe(true);
      await board.ready(second);
      await eventually(() => board.ticket(second).count()).toBe(0);
    }
    await eventually(async () => (await readOrder(kitchen, second)).status).toBe('ready');

    const row = await grill.inDoneList(second);
    await eventually(() => row.innerText()).toContain(grill.words.statuses.ready);
    const { words } = stationsOn(grill);
    await row.getByRole('button', { name: words.look(second) }).click();
    const look = grill.page.getByRole('dialog', { name: words.onlyLook(second) });
    for (const dish of [chicken, dessert]) await eventually(() => look.innerText()).toContain(dish);
    await look.getByRole('button', { name: grill.words.close }).click();
    expect((await readOrder(kitchen, second)).status).toBe('ready');

    await row.getByRole('button', { name: grill.words.recall(second) }).click();
    await grill.showOpen();
    for (const board of [grill, cold]) {
      await eventually(() => isInOrder(board, placed)).toBe(true);
      await eventually(() => board.bar(second).innerText()).toContain(board.words.ready);
    }
    expect(await grill.ticket(second).innerText()).not.toContain(dessert);
    expect((await readOrder(kitchen, second)).status).toBe('preparing');

    // What others still make is called back by one station for itself.
    await grill.ready(second);
    await eventually(() => grill.ticket(second).count()).toBe(0);
    await grill.recall(second);
    await eventually(() => isInOrder(grill, placed)).toBe(true);
    expect((await readOrder(kitchen, second)).status).toBe('preparing');
  },
);

journey('[BO4] who recalls what its guest was told of reads when that was', async ({ kasera, screen }) => {
  await using both = await startKitchenWithShop(kasera);
  const { kitchen, site } = both;
  await setMapping(kitchen, { ...defaultMapping, ready: { status: 'completed', note: 'customer' } });
  await setTwoStations(kitchen);
  const grill = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES', allowedErrors: [networkLoss] }), 'es');
  const cold = boardOn(await screen(kitchen.boardLink, { allowedErrors: [networkLoss] }));
  await stationsOn(grill).choose('GRILL');
  await stationsOn(cold).choose('COLD');
  const { id, number } = await site.shop.placeOrder('customer');
  await cold.accept(number, 20);
  await grill.ready(number);
  await cold.ready(number);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
  await both.afterDeath(60_000);
  await eventually(() => statusInShop(site, id), 20_000).toBe('completed');
  const row = await cold.inDoneList(number);
  await eventually(() => row.innerText(), 20_000).toMatch(tellingWords.en.guestTold('ready'));
  await row.getByRole('button', { name: cold.words.recall(number) }).click();
  await cold.showOpen();
  await eventually(() => cold.ticket(number).innerText()).toMatch(tellingWords.en.guestTold('ready'));
});

/** Whether these stand on the wall beside or below each other in that order. */
async function isInOrder(board: BoardPage, numbers: readonly string[]): Promise<boolean> {
  const boxes = await Promise.all(numbers.map((number) => board.ticket(number).boundingBox()));
  return boxes.every((box, index) => {
    const before = boxes[index - 1];
    return box !== null && (before === undefined || (before !== null && isAfter(before, box)));
  });
}

type Box = { x: number; y: number };
const isAfter = (a: Box, b: Box): boolean => b.x > a.x + 1 || (Math.abs(b.x - a.x) <= 1 && b.y > a.y);
