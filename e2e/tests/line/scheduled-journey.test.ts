import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { startClockedKasera } from '../../support/clocked-kasera.ts';
import { journey } from '../../support/journey.ts';
import { readOrder } from '../../support/kitchen-api.ts';
import { toStations } from '../../support/kitchen-settings-api.ts';
import { heardIn, openAudible } from '../../support/sound-of.ts';
import { stationsOn } from '../../support/station-page.ts';
import { setTwoStations } from '../../support/two-stations.ts';

const secret = 'a secret of the shop and Kasera';
const minuteMs = 60_000;
const zone = 'Asia/Kolkata';
const shopsZone = 'Europe/Madrid';
/** Tones by which an arrival, and an order that is to be begun, are told from all else. */
const tones = { arrived: 1_175, fired: 660 };

journey(
  '[BO5] an order for later rings, is accepted, waits in Later, and comes to the board its lead time before its promise',
  async ({ screen, parts }) => {
    const kitchen = parts.use(await startClockedKasera({ WOOCOMMERCE_WEBHOOK_SECRET: secret }));
    const shop = parts.use(createShop({ url: kitchen.url, secret, now: kitchen.now }));
    const slow = { ...toStations('cold'), leadMinutes: 45 };
    await setTwoStations(kitchen, { timeZone: zone, leadMinutes: 20 }, [{ word: 'croquetas', route: slow }]);
    const cold = boardOn(await screen('about:blank', { locale: 'es-ES' }), 'es');
    const whole = boardOn(await screen('about:blank'));
    for (const board of [cold, whole]) await openAudible(board, kitchen.boardLink);
    await stationsOn(cold).choose('COLD');

    const { number } = await shop.placeOrder('delivery');
    const { promisedAt } = await readOrder(kitchen, number);
    const promised = Date.parse(promisedAt ?? '');
    expect(Math.round((promised - kitchen.now()) / minuteMs)).toBeGreaterThanOrEqual(58);
    for (const board of [cold, whole]) await eventually(() => heard(board, tones.arrived)).toBeGreaterThan(0);
    await acceptAsAsked(cold, number);

    for (const board of [cold, whole]) {
      const { words } = stationsOn(board);
      await eventually(() => board.page.getByRole('button', { name: words.inStrip(number) }).innerText()).toContain(
        timeOfDay(promised, zone),
      );
      await eventually(() => board.ticket(number).count()).toBe(0);
      await board.page.getByRole('button', { name: words.laterList }).click();
      const row = board.page.getByRole('listitem').filter({ hasText: `#${number}` });
      await eventually(() => row.innerText()).toContain(timeOfDay(promised, zone));
      // Near midnight the day stands before the time.
      const comes = new RegExp(`${words.comes('')}.*${timeOfDay(promised - 45 * minuteMs, zone)}`);
      expect(await row.innerText()).toMatch(comes);
      expect(await heard(board, tones.fired)).toBe(0);
      await board.showOpen();
    }
    expect(await readOrder(kitchen, number)).toMatchObject({ status: 'acknowledged', open: true });

    // Screens hear of a new time with the next beat; what they show until then is of before.
    kitchen.passTime(promised - 45 * minuteMs - kitchen.now());
    for (const board of [cold, whole]) {
      await eventually(() => board.bar(number).innerText()).toContain(board.words.ready);
      await eventually(() => heard(board, tones.fired)).toBe(1);
      expect(await board.page.getByRole('button', { name: stationsOn(board).words.inStrip(number) }).count()).toBe(0);
    }
  },
);

journey(
  '[BO5] a time in a field the owner named counts too, and an order is fired by hand from the list',
  async ({ screen, parts }) => {
    const kitchen = parts.use(await startClockedKasera({ WOOCOMMERCE_WEBHOOK_SECRET: secret }));
    const shop = parts.use(createShop({ url: kitchen.url, secret, now: kitchen.now }));
    await setTwoStations(kitchen, { timeZone: zone, dateFields: [{ day: 'mi_dia', time: 'mi_hora' }] });
    const grill = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const cold = boardOn(await screen('about:blank'));
    await openAudible(cold, kitchen.boardLink);
    await stationsOn(grill).choose('GRILL');
    await stationsOn(cold).choose('COLD');

    const wanted = Math.floor(kitchen.now() / minuteMs) * minuteMs + 300 * minuteMs;
    const { id, number } = shop.addOrder('customer');
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: shopsZone }).format(wanted);
    await shop.updateOrder(id, {
      meta: [
        { key: 'mi_dia', value: day },
        { key: 'mi_hora', value: timeOfDay(wanted, shopsZone) },
      ],
    });
    await eventually(async () => Date.parse((await readOrder(kitchen, number)).promisedAt ?? '')).toBe(wanted);
    await acceptAsAsked(grill, number);
    for (const board of [grill, cold]) {
      const { words } = stationsOn(board);
      await board.page.getByRole('button', { name: words.inStrip(number) }).click();
      await board.page.getByRole('button', { name: words.fire(number) }).waitFor();
      expect(await board.ticket(number).count()).toBe(0);
    }
    await grill.page.getByRole('button', { name: stationsOn(grill).words.fire(number) }).click();
    for (const board of [grill, cold]) {
      await board.showOpen();
      await eventually(() => board.bar(number).innerText()).toContain(board.words.ready);
      await eventually(() =>
        board.page.getByRole('button', { name: stationsOn(board).words.inStrip(number) }).count(),
      ).toBe(0);
    }
    await eventually(() => heard(cold, tones.fired)).toBe(1);
    expect(Date.parse((await readOrder(kitchen, number)).promisedAt ?? '')).toBe(wanted);
  },
);

/** The guest chose the time: there is nothing to choose. */
async function acceptAsAsked(board: BoardPage, number: string): Promise<void> {
  await board
    .ticket(number)
    .getByRole('button', { name: stationsOn(board).words.acceptFor })
    .click();
}

async function heard(board: BoardPage, hertz: number): Promise<number> {
  return (await heardIn(board)).filter((tone) => tone.hertz === hertz).length;
}

function timeOfDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}
