import { expect } from 'vitest';
import { startShopSite, type ShopSite } from '../../simulators/woocommerce/shop-site.ts';
import { boardOn, eventually } from '../../support/board-page.ts';
import { startClockedKasera, type ClockedKasera } from '../../support/clocked-kasera.ts';
import { journey } from '../../support/journey.ts';
import { readOrder } from '../../support/kitchen-api.ts';
import { openShopPage } from '../../support/shop-page.ts';
import { shopSettings } from '../../support/shop-settings.ts';
import { shopWords } from '../../support/shop-words.ts';

const overAMinuteMs = 61_000;

journey(
  '[SH4] an order erased in the shop leaves the board with that reason: as a STOP where it was being cooked',
  async ({ screen, parts }) => {
    const site = parts.use(await startShopSite());
    const kitchen = parts.use(await startClockedKasera(shopSettings(site)));
    const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const en = boardOn(await screen(kitchen.boardLink));
    const [cooked, waiting, there] = [site.shop.addOrder('guest'), site.shop.addOrder(), site.shop.addOrder('guest')];
    for (const board of [es, en]) await board.ticket(there.number).first().waitFor();
    await en.accept(cooked.number, 20);
    await eventually(async () => (await readOrder(kitchen, cooked.number)).status).toBe('acknowledged');

    for (const { id } of [cooked, waiting]) site.shop.erase(id);
    await askForEach(kitchen, site, [cooked.id, waiting.id]);
    // Once may be a hiccup of the shop.
    await untilNextLook(site);
    for (const { number } of [cooked, waiting]) expect((await readOrder(kitchen, number)).status).not.toBe('cancelled');
    await askForEach(kitchen, site, [cooked.id, waiting.id]);
    for (const [board, words] of [
      [es, shopWords.es],
      [en, shopWords.en],
    ] as const) {
      await eventually(() => board.ticket(cooked.number).innerText()).toContain(board.words.stop);
      await eventually(() => board.ticket(cooked.number).innerText()).toContain(words.erased);
      await eventually(() => board.ticket(waiting.number).count()).toBe(0);
      expect(await board.ticket(there.number).count()).toBe(1);
    }
    await en.stopSeen(cooked.number);
    await eventually(() => es.ticket(cooked.number).count()).toBe(0);
    for (const { number } of [cooked, waiting]) {
      expect(await (await en.inDoneList(number)).innerText()).toContain(shopWords.en.erased);
      await en.showOpen();
    }
  },
);

journey(
  '[SH4] a 404 that is a firewall’s erases nothing, and keeps nothing from being erased',
  async ({ screen, parts }) => {
    const site = parts.use(await startShopSite());
    const kitchen = parts.use(await startClockedKasera(shopSettings(site)));
    const board = boardOn(await screen(kitchen.boardLink));
    const [gone, there] = [site.shop.addOrder('guest'), site.shop.addOrder('guest')];
    for (const { number } of [gone, there]) await board.ticket(number).waitFor();
    site.shop.erase(gone.id);
    for (const fault of [
      { type: 'not-found-page' },
      { type: 'no-route' },
      { type: 'firewall', status: 403 },
    ] as const) {
      const takeAway = site.fault(fault, { path: /\/orders\/\d+$/ });
      await askForEach(kitchen, site, [gone.id]);
      takeAway();
    }
    // Twice asked in vain, and now once for good.
    await askForEach(kitchen, site, [gone.id]);
    expect((await readOrder(kitchen, gone.number)).status).toBe('new');
    expect(await board.ticket(gone.number).count()).toBe(1);
    await askForEach(kitchen, site, [gone.id]);
    await eventually(() => board.ticket(gone.number).count()).toBe(0);
    expect(await board.ticket(there.number).count()).toBe(1);
  },
);

journey(
  '[SH4] more than three erased at once are asked about, and become what a person says',
  async ({ screen, parts }) => {
    const site = parts.use(await startShopSite());
    const kitchen = parts.use(await startClockedKasera(shopSettings(site)));
    const opened = await screen(kitchen.boardLink, { locale: 'es-ES' });
    const board = boardOn(opened, 'es');
    const orders = Array.from({ length: 5 }, () => site.shop.addOrder('guest'));
    const [kept, ...others] = orders;
    const gone = others.slice(0, 3);
    const witness = others[3];
    if (!kept || !witness) throw new Error('there are five');
    for (const { number } of orders) await board.ticket(number).first().waitFor({ state: 'attached' });
    const missing = [kept, ...gone];
    for (const { id } of missing) site.shop.erase(id);
    for (let time = 0; time < 2; time += 1)
      await askForEach(
        kitchen,
        site,
        missing.map(({ id }) => id),
      );
    await board.page.getByRole('button', { name: board.words.health }).click();
    await board.page.getByText(shopWords.es.suspects(missing.length)).first().waitFor();
    await board.page.getByRole('button', { name: board.words.close }).click();
    for (const { number } of orders) expect((await readOrder(kitchen, number)).status).toBe('new');

    const settings = await openShopPage(opened, 'es');
    const { page, words } = settings;
    await page.getByLabel(words.order(kept.number)).uncheck();
    await page.getByRole('button', { name: words.areErased }).click();
    await page.getByText(words.doneErased(gone.length)).waitFor();
    for (const { number } of gone) {
      await eventually(async () => (await readOrder(kitchen, number)).cancellation).toMatchObject({ reason: 'erased' });
    }
    await page.getByLabel(words.order(kept.number)).check();
    await page.getByRole('button', { name: words.areThere }).click();
    await page.getByText(words.doneThere(1)).waitFor();
    await page.getByRole('link', { name: shopWords.es.toBoard }).click();
    for (const { number } of [kept, witness]) await board.ticket(number).first().waitFor();
    for (const { number } of gone) expect(await board.ticket(number).count()).toBe(0);
    // Said once is said.
    await askForEach(kitchen, site, []);
    await untilNextLook(site);
    expect((await readOrder(kitchen, kept.number)).status).toBe('new');
  },
);

/** Lets a minute pass, after which open orders nothing was heard of are asked for: in a list, and each of these alone. */
async function askForEach(kitchen: ClockedKasera, { requests }: ShopSite, ids: readonly number[]): Promise<void> {
  const before = requests.length;
  kitchen.passTime(overAMinuteMs);
  const since = () => requests.slice(before).filter(({ status }) => status > 0);
  await eventually(() => since().some(({ query }) => 'include' in query)).toBe(true);
  for (const id of ids) await eventually(() => since().some(({ path }) => path.endsWith(`/orders/${id}`))).toBe(true);
}

/** A round is over when the next one has begun. */
async function untilNextLook({ requests }: ShopSite): Promise<void> {
  const looks = () => requests.filter(({ query }) => 'modified_after' in query && query['status'] === 'any').length;
  const looked = looks();
  await eventually(looks).toBeGreaterThan(looked);
}
