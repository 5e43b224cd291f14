import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { startClockedKasera } from '../../support/clocked-kasera.ts';
import { journey } from '../../support/journey.ts';
import { readOrder } from '../../support/kitchen-api.ts';
import { heardIn, openAudible } from '../../support/sound-of.ts';
import { stationsOn } from '../../support/station-page.ts';
import { setTwoStations } from '../../support/two-stations.ts';

const secret = 'a secret of the shop and Kasera';
/** Less than half a minute, and enough with one second more of the real time. */
const almostMs = 29_500;
/** A tone that only the ring of a new order has. */
const ring = 1_175;

journey(
  '[BO2] a station without a live screen for 30 s is said on the others, until a screen shows it again',
  async ({ screen, parts }) => {
    const kitchen = parts.use(await startClockedKasera({ WOOCOMMERCE_WEBHOOK_SECRET: secret }));
    await setTwoStations(kitchen);
    const grill = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const cold = boardOn(await screen(kitchen.boardLink));
    const [atGrill, atCold] = [stationsOn(grill), stationsOn(cold)];
    await atGrill.choose('GRILL');
    await atCold.choose('COLD');
    await eventually(() => shownStations(kitchen)).toEqual(['cold', 'grill']);
    await cold.page.goto('about:blank');
    await eventually(() => shownStations(kitchen)).toEqual(['grill']);
    await looked(kitchen);
    kitchen.passTime(almostMs);
    await eventually(() => grill.messages.innerText()).toContain(atGrill.words.alone('COLD'));

    await cold.page.goto(kitchen.boardLink);
    await atCold.shown('COLD').waitFor();
    await eventually(() => grill.messages.innerText()).toBe('');
  },
);

journey(
  '[BO2] an order with nothing to cook rings at hand-over only, is accepted there and is ready at once',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    await setTwoStations(kitchen);
    const grill = boardOn(await screen('about:blank', { locale: 'es-ES' }), 'es');
    const counter = boardOn(await screen('about:blank'));
    await openAudible(grill, kitchen.boardLink);
    await stationsOn(grill).choose('GRILL');
    await counter.page.goto(kitchen.boardLink);
    await openAudible(counter, `${kitchen.url}/handover`);
    const { words } = stationsOn(counter);

    const { id, number } = shop.addOrder('guest');
    await shop.updateOrder(id, { remove: [id * 1_000] });
    const fresh = counter.page.getByRole('region', { name: words.counter.fresh });
    await eventually(() => fresh.getByRole('article', { name: `#${number}` }).innerText()).toContain('Agua con gas');
    await eventually(() => heard(counter, ring)).toBeGreaterThan(0);
    await counter.page.getByRole('button', { name: counter.words.accept(20) }).click();
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
    const ready = counter.page.getByRole('region', { name: words.counter.ready });
    await eventually(() => ready.getByText(number).count()).toBe(1);
    expect(await grill.ticket(number).count()).toBe(0);
    expect(await heard(grill, ring)).toBe(0);
    await counter.handOver(number);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('completed');
  },
);

/** Has the server look at what is not as it should be. */
async function looked({ url, apiKey }: { url: string; apiKey: string }): Promise<void> {
  await fetch(`${url}/healthz`, { headers: { authorization: `Bearer ${apiKey}` } });
}

/** The stations that boards in front show, by name. */
async function shownStations({ url, apiKey }: { url: string; apiKey: string }): Promise<string[]> {
  const response = await fetch(`${url}/api/screens`, { headers: { authorization: `Bearer ${apiKey}` } });
  const { live }: { live: { stations: string[] | null }[] } = JSON.parse(await response.text());
  return live.flatMap(({ stations }) => stations ?? ['all']).toSorted();
}

async function heard(board: BoardPage, hertz: number): Promise<number> {
  return (await heardIn(board)).filter((tone) => tone.hertz === hertz).length;
}
