import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import type { Screen, ScreenOptions } from '../../support/browser.ts';
import { journey } from '../../support/journey.ts';
import { readOrder } from '../../support/kitchen-api.ts';
import { heardIn, openAudible } from '../../support/sound-of.ts';
import type { RunningKasera } from '../../support/start-kasera.ts';
import { stationsOn } from '../../support/station-page.ts';
import { setTwoStations } from '../../support/two-stations.ts';

const chicken = '½ Pollo al carbón';
const dessert = 'Crème brûlée';
/** A tone that only one of the sounds has. */
const tones = { changed: 990, stop: 740 };

journey(
  '[TK4][TK6] change, allergy note and STOP reach the stations they concern, and each says that it saw them',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const { grill, cold, expo } = await startLine(kitchen, screen);
    const everywhere = [grill, cold, expo];
    const { id, number } = await shop.placeOrder('customer');
    await cold.accept(number, 20);
    for (const board of everywhere) await says(board, number, 'ready');

    await shop.updateOrder(id, { quantities: { [lineId(id, 1)]: 3 } });
    for (const board of [cold, expo]) {
      await says(board, number, 'changeSeen');
      await eventually(() => heard(board, tones.changed)).toBe(1);
    }
    expect(await cold.dish(number, dessert).innerText()).toContain('was 1, now 3');
    expect(await grill.ticket(number).innerText()).not.toContain(grill.words.changed);
    await says(grill, number, 'ready');
    await cold.changeSeen(number);
    for (const board of everywhere) await says(board, number, 'ready');

    await stationsOn(expo).addAllergy(number, 'Nueces');
    for (const board of [grill, cold]) {
      const { words } = stationsOn(board);
      await eventually(() => board.ticket(number).innerText()).toMatch(new RegExp(`${words.allergy}[^]*Nueces`));
      await eventually(() => board.bar(number).innerText()).toContain(words.noteSeen);
    }
    // The change of the other station's dish was not heard here; this is the first.
    await eventually(() => heard(grill, tones.changed)).toBe(1);
    await eventually(() => heard(cold, tones.changed)).toBe(2);
    expect(await heard(expo, tones.changed)).toBe(1);
    await stationsOn(grill).noteSeen(number);
    await says(grill, number, 'ready');
    expect(await cold.bar(number).innerText()).toContain(stationsOn(cold).words.noteSeen);
    await stationsOn(cold).noteSeen(number);
    for (const board of everywhere) {
      await says(board, number, 'ready');
      expect(await board.ticket(number).innerText()).toContain('Nueces');
    }

    await shop.cancel(id);
    for (const board of everywhere) {
      await says(board, number, 'stopSeen');
      expect(await board.ticket(number).innerText()).toContain(board.words.stop);
      await eventually(() => heard(board, tones.stop)).toBe(1);
    }
    await grill.stopSeen(number);
    await eventually(() => grill.ticket(number).count()).toBe(0);
    for (const board of [cold, expo]) await says(board, number, 'stopSeen');
    await cold.stopSeen(number);
    for (const board of everywhere) await eventually(() => board.ticket(number).count()).toBe(0);
    expect((await readOrder(kitchen, number)).status).toBe('cancelled');
  },
);

journey(
  '[TK4] work added after a bump brings the ticket back to its own station, with only the difference open',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const { grill, cold, expo } = await startLine(kitchen, screen);
    const { id, number } = await shop.placeOrder('customer');
    await cold.accept(number, 20);
    for (const board of [grill, cold]) {
      await board.ready(number);
      await eventually(() => board.ticket(number).count()).toBe(0);
    }
    // A bump shows before it is sent; the change is to come after both.
    const { part, words } = stationsOn(expo);
    for (const name of ['GRILL', 'COLD']) await eventually(() => part(number, words.reopenPart(name)).count()).toBe(1);
    await shop.updateOrder(id, { quantities: { [lineId(id, 0)]: 3 } });
    for (const board of [grill, expo]) {
      await says(board, number, 'changeSeen');
      await eventually(() => board.dish(number, chicken).innerText()).toMatch(/^\+1\b/);
    }
    expect(await grill.dish(number, chicken).innerText()).toContain('2 hechos');
    await eventually(() => part(number, words.reopenPart('COLD')).count()).toBe(1);
    expect(await cold.ticket(number).count()).toBe(0);

    await grill.changeSeen(number);
    await says(grill, number, 'ready');
    await grill.ready(number);
    await eventually(() => part(number, words.reopenPart('GRILL')).count()).toBe(1);
    await says(expo, number, 'ready');
    await expo.ready(number);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');

    // A dish of the other station that was not there before, after the order was ready.
    await shop.updateOrder(id, { add: [{ name: 'Flan de huevo', quantity: 2 }] });
    for (const board of [cold, expo]) await says(board, number, 'changeSeen');
    await eventually(() => cold.dish(number, 'Flan de huevo').innerText()).toContain('added');
    expect(await grill.ticket(number).count()).toBe(0);
    expect(await readOrder(kitchen, number)).toMatchObject({ status: 'preparing' });
  },
);

/** GRILL in Spanish, COLD and Expo in English, all of them heard. */
async function startLine(kitchen: RunningKasera, screen: (url: string, options: ScreenOptions) => Promise<Screen>) {
  await setTwoStations(kitchen, { expo: true });
  const grill = boardOn(await screen('about:blank', { locale: 'es-ES' }), 'es');
  const cold = boardOn(await screen('about:blank', {}));
  const expo = boardOn(await screen('about:blank', {}));
  for (const [board, name] of [
    [grill, 'GRILL'],
    [cold, 'COLD'],
    [expo, 'Expo'],
  ] as const) {
    await openAudible(board, kitchen.boardLink);
    await stationsOn(board).choose(name);
  }
  return { grill, cold, expo };
}

/** Waits for what the bar of a ticket asks. */
async function says(board: BoardPage, number: string, what: 'ready' | 'changeSeen' | 'stopSeen'): Promise<void> {
  await eventually(() => board.bar(number).innerText()).toContain(board.words[what]);
}

/** How often a tone was heard. */
async function heard(board: BoardPage, hertz: number): Promise<number> {
  return (await heardIn(board)).filter((tone) => tone.hertz === hertz).length;
}

/** The simulated shop numbers an order's lines by its id. */
const lineId = (orderId: number, index: number): number => orderId * 1_000 + index;
