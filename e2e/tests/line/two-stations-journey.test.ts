import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import { readOrder } from '../../support/kitchen-api.ts';
import { setTwoStations } from '../../support/two-stations.ts';
import { stationsOn } from '../../support/station-page.ts';

const chicken = '½ Pollo al carbón';
const dessert = 'Crème brûlée';

journey(
  '[BO2][TK3] two stations and Expo on one order: each its part, Expo the whole, and undo at one leaves the other',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    await setTwoStations(kitchen, { expo: true });
    const grill = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const cold = boardOn(await screen(kitchen.boardLink));
    const expo = boardOn(await screen(kitchen.boardLink));
    const [atGrill, atCold, atExpo] = [stationsOn(grill), stationsOn(cold), stationsOn(expo)];
    await atGrill.choose('GRILL');
    await atCold.choose('COLD');
    await atExpo.choose('Expo');
    await atGrill.shown('GRILL').waitFor();
    await atExpo.shown('Expo').waitFor();

    const { number } = await shop.placeOrder('customer');
    await cold.accept(number, 20);
    for (const board of [grill, cold, expo])
      await eventually(() => board.bar(number).innerText()).toContain(board.words.ready);
    expect(await grill.ticket(number).innerText()).not.toContain(dessert);
    expect(await cold.ticket(number).innerText()).not.toContain(chicken);
    for (const dish of [chicken, dessert]) expect(await expo.ticket(number).innerText()).toContain(dish);
    expect(await atGrill.progress(number).innerText()).toBe(atGrill.words.left('COLD', 1));
    expect(await atCold.progress(number).innerText()).toBe(atCold.words.left('GRILL', 1));

    await grill.dish(number, chicken).click();
    await eventually(() => atExpo.part(number, atExpo.words.partDone('GRILL')).count()).toBe(1);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('preparing');

    await grill.ready(number);
    await grill.undo.waitFor();
    await eventually(() => atExpo.part(number, atExpo.words.reopenPart('GRILL')).count()).toBe(1);
    expect(await cold.bar(number).innerText()).toContain(cold.words.ready);
    expect(await atCold.progress(number).getByLabel('done').count()).toBe(1);
    await grill.undo.click();
    await grill.ticket(number).waitFor();
    await eventually(() => atExpo.part(number, atExpo.words.partDone('GRILL')).count()).toBe(1);
    expect(await cold.ticket(number).count()).toBe(1);

    // Expo finishes a part for its station, and takes it back.
    await atExpo.part(number, atExpo.words.finishPart('COLD', 1)).click();
    await eventually(() => cold.ticket(number).count()).toBe(0);
    await atExpo.part(number, atExpo.words.reopenPart('COLD')).click();
    await eventually(() => cold.bar(number).innerText()).toContain(cold.words.ready);

    await grill.ready(number);
    await eventually(() => grill.ticket(number).count()).toBe(0);
    await cold.ready(number);
    for (const one of ['GRILL', 'COLD']) {
      await eventually(() => atExpo.part(number, atExpo.words.reopenPart(one)).count()).toBe(1);
    }
    expect((await readOrder(kitchen, number)).status).toBe('preparing');
    await expo.ready(number);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
    for (const board of [grill, cold, expo]) {
      await eventually(() => board.ticket(number).count()).toBe(0);
      expect(await board.messages.innerText()).toBe('');
    }
  },
);

journey(
  '[BO2][TK3] without Expo the last bump makes an order ready; a screen shows two stations in two taps',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    await setTwoStations(kitchen);
    const grill = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const cold = boardOn(await screen(kitchen.boardLink));
    const [atGrill, atCold] = [stationsOn(grill), stationsOn(cold)];
    await atGrill.choose('GRILL');
    await atCold.choose('COLD');
    const { number } = await shop.placeOrder('customer');
    await cold.accept(number, 20);
    await grill.ready(number);
    await eventually(() => grill.undo.count()).toBe(1);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('preparing');
    await cold.ready(number);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');

    const both = await shop.placeOrder('customer');
    await cold.accept(both.number, 20);
    await eventually(() => grill.bar(both.number).innerText()).toContain(grill.words.ready);
    expect(await grill.ticket(both.number).innerText()).not.toContain(dessert);
    await grill.page.getByRole('button', { name: atGrill.words.showsAny }).click();
    await grill.page.getByRole('dialog').getByRole('button', { name: 'COLD' }).click();
    await atGrill.shown('GRILL + COLD').waitFor();
    for (const dish of [chicken, dessert]) {
      await eventually(() => grill.ticket(both.number).innerText()).toContain(dish);
    }
    expect(await atGrill.progress(both.number).count()).toBe(0);
    await grill.page.reload();
    await atGrill.shown('GRILL + COLD').waitFor();
    await grill.ready(both.number);
    await eventually(async () => (await readOrder(kitchen, both.number)).status).toBe('ready');
    await eventually(() => cold.ticket(both.number).count()).toBe(0);
  },
);

journey(
  '[BO2][BO4] of an order one station makes alone Expo finishes that part, and takes it back',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    await setTwoStations(kitchen, { expo: true });
    const grill = boardOn(await screen(kitchen.boardLink));
    const expo = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const [atGrill, atExpo] = [stationsOn(grill), stationsOn(expo)];
    await atGrill.choose('GRILL');
    await atExpo.choose(atExpo.words.expo);
    // A pizza, and water that nobody cooks.
    const { number } = await shop.placeOrder('guest');
    await expo.accept(number, 20);
    await atExpo.part(number, atExpo.words.finishPart('GRILL', 1)).waitFor();

    await grill.ready(number);
    await eventually(() => grill.ticket(number).count()).toBe(0);
    const back = atExpo.part(number, atExpo.words.reopenPart('GRILL'));
    await back.waitFor();
    await back.click();
    await eventually(() => grill.bar(number).innerText()).toContain(grill.words.ready);
    await atExpo.part(number, atExpo.words.finishPart('GRILL', 1)).waitFor();

    await atExpo.part(number, atExpo.words.finishPart('GRILL', 1)).click();
    await eventually(() => grill.ticket(number).count()).toBe(0);
    expect((await readOrder(kitchen, number)).status).toBe('preparing');
    await expo.ready(number);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
  },
);
