import { expect } from 'vitest';
import type { ShopSite } from '../../simulators/woocommerce/shop-site.ts';
import { boardOn, eventually } from '../../support/board-page.ts';
import { networkLoss } from '../../support/browser.ts';
import { journey } from '../../support/journey.ts';
import { readDeliveries, type Asked } from '../../support/kitchen-api.ts';
import { startKitchenWithShop, tellings, type KitchenWithShop } from '../../support/kitchen-with-shop.ts';
import { soldOutOn } from '../../support/sold-out-page.ts';
import { soldOutWords } from '../../support/sold-out-words.ts';

const minute = 60_000;
const hour = 60 * minute;
const screens = {
  es: { locale: 'es-ES', allowedErrors: [networkLoss] },
  en: { locale: 'en-GB', allowedErrors: [networkLoss] },
};
/** Pizza al gusto, its four variations, and the one the first order has. */
const pizza = { id: 22, name: 'Pizza al gusto', variations: [23, 24, 25, 26], big: 26 };
const chop = { id: 13, name: 'Chuletón de añojo a la brasa (500 g)' };
const margarita = { id: 11, name: 'Pizza Margarita' };

journey(
  '[SH7] a variation, then its whole dish, are sold out from a ticket: in the shop, on the tickets, on both screens',
  async ({ kasera, screen }) => {
    await using both = await startKitchenWithShop(kasera);
    const { kitchen, site } = both;
    const es = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
    const en = boardOn(await screen(kitchen.boardLink, screens.en), 'en');
    const [out, list] = [soldOutOn(es, soldOutWords.es), soldOutOn(en, soldOutWords.en)];
    const { number: first } = await site.shop.placeOrder('classic');
    const { number: second } = await site.shop.placeOrder('classic');
    const { number: other } = await site.shop.placeOrder('addons');
    for (const number of [first, second, other]) {
      await es.ticket(number).first().waitFor();
      await en.ticket(number).first().waitFor();
    }

    await out.sellOut(other, pizza.name, { extent: 'variation', span: 'hour' });
    await eventually(() => es.messages.innerText()).toContain(out.words.stillIn([other]));
    await eventually(() => stockOf(site, pizza.big)).toBe('outofstock');
    expect([23, 24, 25, pizza.id].map((id) => stockOf(site, id))).toEqual(['instock', 'instock', 'instock', 'instock']);
    for (const board of [es, en]) {
      const words = board === es ? out.words : list.words;
      await eventually(() => board.dish(other, pizza.name).first().innerText()).toContain(words.mark);
      for (const number of [first, second]) {
        expect(await board.dish(number, pizza.name).innerText()).not.toContain(words.mark);
      }
    }

    await list.sellOut(first, pizza.name, { extent: 'dish', span: 'hour' });
    await eventually(() => en.messages.innerText()).toContain(list.words.stillIn([first, second, other]));
    await eventually(() => pizza.variations.map((id) => stockOf(site, id))).toEqual(Array(4).fill('outofstock'));
    for (const board of [es, en]) {
      const words = board === es ? out.words : list.words;
      for (const number of [first, second]) {
        await eventually(() => board.dish(number, pizza.name).innerText()).toContain(words.mark);
        expect(await board.dish(number, 'Croquetas').innerText()).not.toContain(words.mark);
      }
    }

    await list.showList(2);
    await eventually(() => list.row(pizza.name).allInnerTexts()).toEqual([
      expect.stringContaining(list.words.stillIn([first, second, other])),
      expect.stringContaining(list.words.stillIn([other])),
    ]);
    // The dish comes back by hand; its variation is out by itself and stays so.
    await list.bringBack(pizza.name);
    await eventually(() => pizza.variations.map((id) => stockOf(site, id))).toEqual([
      ...['instock', 'instock', 'instock', 'outofstock'],
    ]);
    await eventually(() => es.dish(first, pizza.name).innerText()).not.toContain(out.words.mark);
    await eventually(() => es.dish(other, pizza.name).first().innerText()).toContain(out.words.mark);
  },
);

journey(
  '[SH7] after an hour and two deaths everything is back as it was: on backorder, counted and sold, or sharing a count',
  async ({ kasera, screen }) => {
    await using both = await startKitchenWithShop(kasera);
    const { kitchen, site } = both;
    await site.shop.updateProduct(margarita.id, { stock_status: 'onbackorder' });
    await site.shop.updateProduct(chop.id, { backorders: 'notify' });
    await site.shop.updateProduct(pizza.id, { manage_stock: true, stock_quantity: 9 });
    const es = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
    const en = boardOn(await screen(kitchen.boardLink, screens.en), 'en');
    const [out, list] = [soldOutOn(es, soldOutWords.es), soldOutOn(en, soldOutWords.en)];
    const { number } = await site.shop.placeOrder('guest');
    const { number: sharing } = await site.shop.placeOrder('addons');
    await out.sellOut(number, margarita.name, { span: 'hour' });
    await out.sellOut(sharing, pizza.name, { extent: 'variation', span: 'hour' });
    await list.showList(2);
    await list.search('chuleton', chop.name, 'hour');
    for (const { name } of [chop, margarita, pizza]) {
      await eventually(() => list.row(name).innerText()).toContain(list.words.told);
    }
    expect([margarita.id, chop.id, pizza.big].map((id) => stockOf(site, id))).toEqual(Array(3).fill('outofstock'));
    expect([pizza.id, 23, 24, 25].map((id) => stockOf(site, id))).toEqual(Array(4).fill('instock'));
    expect(await list.row(chop.name).innerText()).toContain(list.words.stillInNone);
    expect(await list.row(margarita.name).innerText()).toContain(list.words.stillIn([number, sharing]));

    // Two guests had it in their carts, and pay.
    await site.shop.updateProduct(chop.id, { inventory_delta: -2 });
    await both.afterDeath(40 * minute);
    await eventually(() => list.row(chop.name).innerText()).toMatch(list.words.timeLeft);
    expect([margarita.id, chop.id, pizza.big].map((id) => stockOf(site, id))).toEqual(Array(3).fill('outofstock'));
    expect(await es.dish(number, margarita.name).innerText()).toContain(out.words.mark);

    await both.afterDeath(20 * minute);
    await eventually(() => stockOf(site, margarita.id)).toBe('onbackorder');
    await eventually(() => site.shop.inside.catalogue.find(chop.id)).toMatchObject({
      ...{ stock_quantity: 4, manage_stock: true, backorders: 'notify', stock_status: 'instock' },
    });
    await eventually(() => site.shop.inside.catalogue.find(pizza.big)).toMatchObject({
      ...{ stock_quantity: 9, manage_stock: 'parent', stock_status: 'instock' },
    });
    await eventually(() => en.page.getByText(list.words.empty).count()).toBe(1);
    await eventually(() => es.dish(number, margarita.name).innerText()).not.toContain(out.words.mark);
    await nothingStuck(both);
  },
);

journey(
  '[SH7] what is out until somebody says so stays out a day later, and is brought back by hand',
  async ({ kasera, screen }) => {
    await using both = await startKitchenWithShop(kasera);
    const { kitchen, site } = both;
    const es = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
    const out = soldOutOn(es, soldOutWords.es);
    const { number } = await site.shop.placeOrder('guest');
    await out.sellOut(number, margarita.name, { span: 'untilSaid' });
    await eventually(() => stockOf(site, margarita.id)).toBe('outofstock');

    await both.afterDeath(25 * hour);
    await out.showList(1);
    await eventually(() => out.row(margarita.name).innerText()).toContain(out.words.nobodySaid);
    await eventually(() => out.row(margarita.name).innerText()).toContain(out.words.told);
    expect(stockOf(site, margarita.id)).toBe('outofstock');
    await out.bringBack(margarita.name);
    await eventually(() => stockOf(site, margarita.id)).toBe('instock');
    await es.page.getByText(out.words.empty).waitFor();
    await nothingStuck(both);
  },
);

journey(
  '[SH7] a shop that is down is told when it is back, of both ways, and nothing gets stuck',
  async ({ kasera, screen }) => {
    await using both = await startKitchenWithShop(kasera);
    const { kitchen, site } = both;
    const en = boardOn(await screen(kitchen.boardLink, screens.en), 'en');
    const list = soldOutOn(en, soldOutWords.en);
    const { number } = await site.shop.placeOrder('guest');
    await en.ticket(number).waitFor();
    await site.goDown();
    await list.sellOut(number, margarita.name, { span: 'hour' });
    await list.showList(1);
    await eventually(() => list.row(margarita.name).innerText()).toContain(list.words.telling);
    expect(stockOf(site, margarita.id)).toBe('instock');
    await site.comeBack();
    await eventually(() => list.row(margarita.name).innerText(), 40_000).toContain(list.words.told);
    expect(stockOf(site, margarita.id)).toBe('outofstock');

    await site.goDown();
    await both.afterDeath(hour);
    await eventually(() => list.row(margarita.name).innerText()).toContain(list.words.returning);
    await eventually(async () => (await triesToBringBack(kitchen)).length).toBeGreaterThan(0);
    expect(stockOf(site, margarita.id)).toBe('outofstock');
    await site.comeBack();
    await eventually(() => stockOf(site, margarita.id), 40_000).toBe('instock');
    await en.page.getByText(list.words.empty).waitFor();
    await nothingStuck(both);
  },
);

function stockOf(site: ShopSite, productId: number): string | undefined {
  return site.shop.inside.catalogue.find(productId)?.stock_status;
}

async function triesToBringBack(kitchen: Asked) {
  const deliveries = await readDeliveries(kitchen);
  return deliveries.filter(({ about }) => about?.startsWith('instock')).flatMap(({ attempts }) => attempts);
}

/** Nothing waits any more, and nothing was given up. */
async function nothingStuck({ kitchen }: KitchenWithShop): Promise<void> {
  await eventually(async () => (await tellings(kitchen)).filter((one) => !/ (sent|dropped)\b/.test(one))).toEqual([]);
  const headers = { authorization: `Bearer ${kitchen.apiKey}` };
  const health: unknown = await (await fetch(`${kitchen.url}/healthz`, { headers })).json();
  expect(JSON.stringify(health)).not.toMatch(/stock-stuck|shop-not-told/);
}
