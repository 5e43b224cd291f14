import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import type { ShopSite } from '../../simulators/woocommerce/shop-site.ts';
import { boardOn, eventually } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import { command, readOrder } from '../../support/kitchen-api.ts';
import { startKitchenWithShop } from '../../support/kitchen-with-shop.ts';
import { untilTaken } from '../../support/line-page.ts';
import { lineWords } from '../../support/line-words.ts';
import { setTwoStations } from '../../support/two-stations.ts';

const en = lineWords.en;

journey(
  '[BO6] the counter sees what to collect, calls for its driver, hands over and takes back',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    await setTwoStations(kitchen);
    const grill = boardOn(await screen(kitchen.boardLink));
    await grill.page.evaluate(() => localStorage.setItem('kasera.stations', 'grill'));
    await grill.page.reload();
    const { page } = await screen(kitchen.boardLink, { viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(10_000);
    await page.goto(`${kitchen.url}/handover`);

    // One on its way, and a later one that is paid for.
    const first = await shop.placeOrder('guest');
    await command(kitchen, first.number, { type: 'acknowledge', readyInMinutes: 10 });
    const fetched = await shop.placeOrder('guest');
    await command(kitchen, fetched.number, { type: 'acknowledge', readyInMinutes: 30 });
    await command(kitchen, first.number, { type: 'ready' });
    const card = page.getByRole('article', { name: `#${first.number}`, exact: true });
    await card.waitFor();
    const { payment, total } = await readOrder(kitchen, first.number);
    expect(payment).toBe('collect');
    expect(await card.innerText()).toMatch(en.collect(total ?? ''));

    // Whoever waits for an order that is not made yet: it is sought by its number, and all stations are told.
    await page.keyboard.type(fetched.number);
    await page.getByRole('button', { name: en.guestHere(fetched.number), exact: true }).click();
    await eventually(() => grill.ticket(fetched.number).first().innerText()).toContain(en.guest);
    await page.keyboard.press('Escape');
    const waiting = page.getByRole('article', { name: `#${fetched.number}`, exact: true });
    await waiting.waitFor();
    await command(kitchen, fetched.number, { type: 'ready' });
    const ready = page.getByRole('region', { name: en.ready });
    // The one somebody stands there for goes first.
    await eventually(() => namesIn(ready)).toEqual([`#${fetched.number}`, `#${first.number}`]);

    await untilTaken(page);
    await page.getByRole('button', { name: en.handedOver(first.number), exact: true }).click();
    await eventually(async () => (await readOrder(kitchen, first.number)).status).toBe('completed');
    const undo = page.getByRole('button', { name: en.undoHandOver(first.number), exact: true });
    await undo.waitFor();
    await untilTaken(page);
    await undo.click();
    await eventually(async () => (await readOrder(kitchen, first.number)).status).toBe('ready');
    await card.waitFor();
  },
);

journey(
  '[BO6] the counter and the order’s page say under which of the shop’s brands it was sold',
  async ({ kasera, screen }) => {
    const prepare = ({ shop }: ShopSite) => {
      for (const [id, name] of [
        [14, 'Fuego'],
        [19, 'Dulce & Co'],
      ] as const) {
        const product = shop.inside.catalogue.find(id);
        if (product) product['brands'] = [{ id: 900 + id, name, slug: name.toLowerCase() }];
      }
    };
    await using both = await startKitchenWithShop(kasera, { prepare });
    const { kitchen, site } = both;
    const { number } = await site.shop.placeOrder('customer');
    await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 10 });
    await command(kitchen, number, { type: 'ready' });
    const { page } = await screen(kitchen.boardLink, { viewport: { width: 1280, height: 800 } });
    await page.goto(`${kitchen.url}/handover`);
    const card = page.getByRole('article', { name: `#${number}`, exact: true });
    await eventually(() => card.innerText(), 20_000).toMatch(/Fuego \+ Dulce & Co|Dulce & Co \+ Fuego/);
    await page.goto(`${kitchen.url}/order/${(await readOrder(kitchen, number)).id}`);
    await eventually(() => page.getByRole('main').innerText()).toMatch(/Brand\n.*Fuego/);
  },
);

journey(
  '[SC1] guests see numbers, are called once, and nothing else of anybody reaches their screen',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const guest = { firstName: 'Wilhelmina', lastName: 'Zapatero' };
    const { page } = await screen(kitchen.boardLink);
    const frames = framesOf(page);
    await page.goto(`${kitchen.url}/pickup`);
    await page.getByText(en.nobody).waitFor();

    const before = await shop.placeOrder('guest', { guest, note: 'Timbre roto, llamar al 600123123' });
    const { number } = before;
    await command(kitchen, number, { type: 'note', text: 'Celíaca, cuidado', allergy: true });
    await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 10 });
    const inList = (title: string) => page.getByRole('region', { name: title }).getByRole('listitem').allInnerTexts();
    await eventually(() => inList(en.preparing)).toEqual([number]);
    await command(kitchen, number, { type: 'ready' });
    // It stands alone over everything and is spoken, then goes back among the others.
    await page.locator(`[data-call="${number}"]`).waitFor();
    await page.getByText(en.announced(number), { exact: true }).waitFor({ state: 'attached' });
    await eventually(() => inList(en.ready)).toEqual([number]);
    await eventually(() => inList(en.preparing)).toEqual([]);
    await page.locator('[data-call]').waitFor({ state: 'hidden' });
    await command(kitchen, number, { type: 'complete' });
    await page.getByText(en.nobody).waitFor();

    const said = frames().join('\n');
    expect(said).toContain(number);
    const order = await readOrder(kitchen, number);
    const personal = [
      'Wilhelmina',
      'Zapatero',
      'Timbre',
      '600123123',
      'Celíaca',
      ...order.items.map(({ name }) => name),
    ];
    expect(personal.filter((word) => said.includes(word))).toEqual([]);
  },
);

/** Everything that reaches a page by its sockets from now on. */
function framesOf(page: Page): () => string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => void frames.push(payload.toString()));
  });
  // The first answer of a connection may come by plain requests.
  page.on('response', (response) => {
    if (response.url().includes('/socket.io/')) {
      void response.text().then(
        (text) => frames.push(text),
        () => undefined,
      );
    }
  });
  return () => frames;
}

async function namesIn(list: ReturnType<Page['getByRole']>): Promise<(string | null)[]> {
  const cards = await list.getByRole('article').all();
  return Promise.all(cards.map((card) => card.getAttribute('aria-label')));
}
