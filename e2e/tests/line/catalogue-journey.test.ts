import { expect } from 'vitest';
import type { Locator } from 'playwright-core';
import { allDishes } from '../../simulators/woocommerce/dishes.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import { readSettings } from '../../support/kitchen-settings-api.ts';
import { openKitchenPage } from '../../support/kitchen-page.ts';
import { startKitchenWithShop, type KitchenWithShop } from '../../support/kitchen-with-shop.ts';
import { stationsOn } from '../../support/station-page.ts';

/** The recorded shop's categories as its people call them, and what of them goes where. */
const categories = { grill: 'Grill', desserts: 'Postres', drinks: 'Bebidas', starters: 'Entrantes' };
const chicken = { id: 14, name: '½ Pollo al carbón' };
const dessert = 'Crème brûlée';
const napkins = 'Servilletas y cubiertos';
const water = 'Agua con gas';

journey(
  '[SH6][BO2] the catalogue gives items their stations: an owner sends categories there, and the shop moves a dish',
  async ({ kasera, screen }) => {
    await using both = await startKitchenWithShop(kasera);
    const { kitchen, site } = both;
    tellOfProducts(both);
    const owner = await screen(kitchen.boardLink, { locale: 'es-ES' });
    const grill = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const cold = boardOn(await screen(kitchen.boardLink));
    const open = await site.shop.placeOrder('customer');
    await cold.accept(open.number, 20);
    await eventually(() => grill.ticket(open.number).innerText()).toContain(dessert);
    await eventually(async () => (await readSettings(kitchen)).products.length).toBe(allDishes().length);

    const settings = await openKitchenPage(owner, 'es');
    const { words } = settings;
    for (const name of ['GRILL', 'COLD']) await settings.addStation(name);
    const everyCategory = site.shop.inside.catalogue.categories().map(({ name }) => name);
    for (const name of everyCategory) expect(await settings.whereTo(name).count()).toBe(1);
    await settings.unfold(categories.starters);
    expect(await namesBelow(settings.main, categories.starters)).toEqual(
      allDishes()
        .filter(({ categoryIds }) => categoryIds.includes(20))
        .map(({ name }) => name)
        .toSorted(new Intl.Collator('es', { numeric: true }).compare),
    );
    await settings.send(categories.grill, 'GRILL');
    await settings.send(categories.desserts, 'COLD');
    await settings.send(categories.drinks, words.handOver);
    await settings.save();

    // Both have everything still; what they choose now is what was just saved.
    await stationsOn(grill).choose('GRILL');
    await stationsOn(cold).choose('COLD');
    await eventually(() => grill.ticket(open.number).innerText()).not.toContain(dessert);
    await eventually(() => cold.ticket(open.number).innerText()).not.toContain(chicken.name);
    expect(await grill.ticket(open.number).innerText()).toContain(chicken.name);
    expect(await cold.ticket(open.number).innerText()).toContain(dessert);

    const { number } = await site.shop.placeOrder('zero-price');
    await grill.accept(number, 20);
    await eventually(() => grill.ticket(number).innerText()).toContain(chicken.name);
    for (const board of [grill, cold]) {
      await eventually(() => board.ticket(number).innerText()).toContain(napkins);
      expect(await board.ticket(number).innerText()).not.toContain(water);
      await eventually(() => healthOf(board), 15_000).toContain(stationsOn(board).words.unclaimed(1, napkins));
    }
    expect(await cold.ticket(number).innerText()).not.toContain(chicken.name);
    await owner.page.reload();
    await owner.page.getByRole('heading', { name: words.seenLately }).waitFor();
    await owner.page
      .getByRole('listitem')
      .filter({ hasText: `${napkins} × 1` })
      .waitFor();

    await moveProduct(both, chicken.id, 19);
    for (const one of [open.number, number]) {
      await eventually(() => cold.ticket(one).innerText(), 20_000).toContain(chicken.name);
    }
    await eventually(() => grill.ticket(open.number).count()).toBe(0);
    await eventually(() => grill.ticket(number).innerText()).not.toContain(chicken.name);
    // Nothing is said of it but the dish nobody claims.
    for (const board of [grill, cold]) await eventually(() => board.messages.innerText()).toContain(napkins);
  },
);

/** The shop tells of its products too, as one does where Kasera makes the webhooks itself. */
function tellOfProducts({ site, kitchen }: KitchenWithShop): void {
  const { webhooks } = site.shop.inside;
  const [orders] = webhooks.list();
  if (!orders) throw new Error('the simulated shop has no webhooks');
  const { deliveryUrl } = orders;
  webhooks.add({ topic: 'product.updated', deliveryUrl, secret: kitchen.webhookSecret, pendingDelivery: false });
}

/** As a person in the shop's back office does it. */
async function moveProduct({ site }: KitchenWithShop, productId: number, categoryId: number): Promise<void> {
  const { catalogue } = site.shop.inside;
  const product = catalogue.find(productId);
  const category = catalogue.categories().find(({ id }) => id === categoryId);
  if (!product || !category) throw new Error('the simulated shop has no such product or category');
  product.categories = [{ id: category.id, name: category.name, slug: category.slug }];
  await site.shop.updateProduct(productId, {});
}

/** The dishes shown below a category, in their order. */
function namesBelow(main: Locator, category: string): Promise<string[]> {
  const group = main
    .getByRole('listitem')
    .filter({ has: main.page().getByRole('button', { name: category, expanded: true }) });
  return group.getByRole('listitem').getByRole('paragraph').allInnerTexts();
}

/** Everything that is not as it should be, as the chip in the corner says it when it is opened. */
async function healthOf({ page, words }: BoardPage): Promise<string> {
  await page.getByRole('banner').getByRole('button', { name: words.health }).click();
  const dialog = page.getByRole('dialog');
  const says = await dialog.innerText();
  await dialog.getByRole('button', { name: words.close }).click();
  return says;
}
