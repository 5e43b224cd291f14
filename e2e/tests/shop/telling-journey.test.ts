import { defaultMapping } from '@kasera/shared/shop.ts';
import { expect } from 'vitest';
import type { ShopSite } from '../../simulators/woocommerce/shop-site.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { networkLoss } from '../../support/browser.ts';
import { journey } from '../../support/journey.ts';
import { readOrder, setMapping } from '../../support/kitchen-api.ts';
import {
  startKitchenWithShop,
  statusInShop,
  tellings,
  untilAsked,
  writesIn,
  type KitchenWithShop,
} from '../../support/kitchen-with-shop.ts';
import { readShop } from '../../support/shop-page.ts';
import type { RunningKasera } from '../../support/start-kasera.ts';
import { tellingWords, type TellingWords } from '../../support/telling-words.ts';

const screens = {
  es: { locale: 'es-ES', allowedErrors: [networkLoss] },
  en: { locale: 'en-GB', allowedErrors: [networkLoss] },
};
/** Within what a guest learns nothing of, with time for a slow machine. */
const stillEarly = 30_000;
const minute = 60_000;

journey(
  '[SH5] 60 s after hand-over the shop says completed, through a kill -9, and its echo changes nothing',
  async ({ kasera, screen }) => {
    await using both = await startKitchenWithShop(kasera);
    const { kitchen, site } = both;
    const es = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
    const en = boardOn(await screen(kitchen.boardLink, screens.en), 'en');
    const { id, number } = await site.shop.placeOrder('guest');
    const rows = await handOverOn([es, en], kitchen, number);
    await eventually(() => rows.es.innerText()).toMatch(tellingWords.es.countdown('completed'));
    await eventually(() => rows.en.innerText()).toMatch(tellingWords.en.countdown('completed'));

    await both.afterDeath(stillEarly);
    await eventually(() => tellings(kitchen)).toContain('completed waiting');
    expect([statusInShop(site, id), writesIn(site)]).toEqual(['processing', []]);
    await both.afterDeath(minute - stillEarly);
    await eventually(() => statusInShop(site, id)).toBe('completed');
    await eventually(() => rows.es.innerText()).toMatch(tellingWords.es.guestTold('completed'));
    await eventually(() => rows.en.innerText()).toMatch(tellingWords.en.guestTold('completed'));

    await site.shop.idle();
    const echo = site.shop
      .orders()
      .find((order) => order.id === id)
      ?.deliveries.at(-1);
    expect([echo?.topic, echo?.answer.status]).toEqual(['order.updated', 200]);
    await untilAsked(both);
    expect(await readOrder(kitchen, number)).toMatchObject({ status: 'completed', open: false });
    expect(await rows.en.innerText()).not.toMatch(tellingWords.en.countdown('completed'));
    expect(await tellings(kitchen)).toContain('completed sent');
    expect(writesIn(site)).toEqual([`PUT orders/${id}`]);
  },
);

journey('[SH5] what is recalled within the 60 s is never told to the shop', async ({ kasera, screen }) => {
  await using both = await startKitchenWithShop(kasera);
  const { kitchen, site } = both;
  const es = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
  const en = boardOn(await screen(kitchen.boardLink, screens.en), 'en');
  const { id, number } = await site.shop.placeOrder('guest');
  const rows = await handOverOn([es, en], kitchen, number);
  await eventually(() => rows.es.innerText()).toMatch(tellingWords.es.countdown('completed'));
  await recallOn(en, number);
  await eventually(() => rows.es.innerText()).toContain(es.words.statuses.ready);
  for (const [row, words] of [
    [rows.es, tellingWords.es],
    [rows.en, tellingWords.en],
  ] as const) {
    await eventually(() => row.innerText()).not.toMatch(words.countdown('completed'));
  }

  const asked = site.requests.length;
  await both.afterDeath(2 * minute);
  await untilAsked(both, asked);
  expect(await tellings(kitchen)).toContain('completed dropped recalled');
  expect([statusInShop(site, id), writesIn(site)]).toEqual(['processing', []]);
  expect(await readOrder(kitchen, number)).toMatchObject({ status: 'ready' });
});

journey(
  '[SH5] what is recalled later stays recalled, however often the shop repeats that it is completed',
  async ({ kasera, screen }) => {
    await using both = await startKitchenWithShop(kasera);
    const { kitchen, site } = both;
    const es = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
    const en = boardOn(await screen(kitchen.boardLink, screens.en), 'en');
    const { id, number } = await site.shop.placeOrder('guest');
    const rows = await handOverOn([es, en], kitchen, number);
    await both.afterDeath(minute);
    await eventually(() => rows.en.innerText()).toMatch(tellingWords.en.guestTold('completed'));

    await recallOn(en, number);
    await eventually(() => rows.en.innerText()).toContain(en.words.statuses.ready);
    await repeatCompleted(both, id);
    await expect(rows.es.innerText()).resolves.toContain(es.words.statuses.ready);
    expect(await readOrder(kitchen, number)).toMatchObject({ status: 'ready' });

    await recallOn(es, number);
    await repeatCompleted(both, id);
    for (const [board, words] of [
      [es, tellingWords.es],
      [en, tellingWords.en],
    ] as const) {
      await board.showOpen();
      await eventually(() => board.ticket(number).innerText()).toMatch(words.guestTold('completed'));
      expect(await board.ticket(number).innerText()).not.toContain(words.closedInShop);
    }
    expect(await readOrder(kitchen, number)).toMatchObject({ status: 'acknowledged', open: true });

    // Told a second time, the shop is not written a second time: it says so already.
    await es.ready(number);
    await es.inDoneList(number);
    await es.handOver(number);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('completed');
    await both.afterDeath(minute);
    await eventually(async () => (await tellings(kitchen)).filter((one) => one === 'completed sent')).toHaveLength(2);
    expect(writesIn(site)).toEqual([`PUT orders/${id}`]);
  },
);

const collected = { slug: 'para-recoger', name: 'Listo para recoger' };

for (const language of ['es', 'en'] as const) {
  journey(
    `[SH5] a status of the shop’s own and a note to the guest (${language}), chosen on the page, arrive once though answers are lost`,
    async ({ kasera, screen }) => {
      await using both = await startKitchenWithShop(kasera, {
        env: { GUEST_LANGUAGE: language },
        shop: { zone: 'Asia/Kathmandu', customStatuses: [collected] },
      });
      const { kitchen, site } = both;
      const words = tellingWords[language];
      const wall = await screen(kitchen.boardLink, screens[language]);
      const board = boardOn(wall, language);
      const settings = await screen(`${kitchen.url}/settings/shop`, { beside: wall, allowedErrors: [networkLoss] });
      const section = settings.page.getByRole('region', { name: words.page.telling });
      await section.getByLabel(words.page.noteOf.accepted).selectOption({ label: words.page.toGuest });
      await section.getByText(words.page.saved).waitFor();
      await section.getByLabel(words.page.statusOf.ready).selectOption({ label: collected.name });
      await eventually(async () => (await readShop(kitchen)).mapping.ready.status).toBe(collected.slug);

      const { id, number } = await site.shop.placeOrder('guest');
      await board.accept(number, 20);
      await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
      site.fault({ type: 'reset', done: true }, { method: 'POST', path: /\/notes$/, times: 1 });
      await both.afterDeath(minute);
      await eventually(() => tellings(kitchen), 20_000).toContain('accepted sent');
      const time = timeIn('Asia/Kathmandu', (await readOrder(kitchen, number)).promisedAt);
      expect(notesToGuest(site, id)).toEqual([expect.stringContaining(words.notes.accepted(time))]);
      expect(metaOf(site, id)).toMatchObject({ _kasera_ready_at: (await readOrder(kitchen, number)).promisedAt });
      await eventually(() => factsOn(board, number, words)).toMatch(words.guestToldFact);

      // It does what is asked and never says so; then the kitchen dies, and does not know that it was done.
      const lift = site.fault({ type: 'silence', done: true }, { method: 'PUT', path: /\/orders\/\d+$/ });
      await board.ready(number);
      await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
      await both.afterDeath(minute);
      await eventually(() => statusInShop(site, id)).toBe(collected.slug);
      lift();
      await both.afterDeath(1_000);
      await eventually(() => tellings(kitchen), 20_000).toContain('ready sent');
      const changes = site.shop.inside.book.notes.of(id).filter(({ note }) => note.includes(collected.name));
      expect(changes).toHaveLength(1);
      expect(writesIn(site).filter((line) => line === `PUT orders/${id}`)).toHaveLength(2);
      await eventually(async () => (await board.inDoneList(number)).innerText()).toMatch(words.guestTold('ready'));
      expect(await readOrder(kitchen, number)).toMatchObject({ status: 'ready' });
    },
  );
}

journey('[SH5] an order the kitchen cancels is cancelled in the shop, with the reason', async ({ kasera, screen }) => {
  await using both = await startKitchenWithShop(kasera, { env: { GUEST_LANGUAGE: 'es' } });
  const { kitchen, site } = both;
  await setMapping(kitchen, { ...defaultMapping, cancelled: { status: 'cancelled', note: 'customer' } });
  const board = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
  const { id, number } = await site.shop.placeOrder('guest');
  await board.ticket(number).waitFor();
  await board.cancel(number);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('cancelled');
  await both.afterDeath(minute);
  await eventually(() => tellings(kitchen)).toContain('cancelled sent');
  expect(statusInShop(site, id)).toBe('cancelled');
  expect(notesToGuest(site, id)).toEqual([tellingWords.es.notes.cancelled(board.words.soldOut)]);
});

/** Accepted on the first screen and handed over on the second; both end in the list of what is done. */
/** Until the server knows of it: a screen says so at once, and what it still holds would be told after the death. */
async function handOverOn([es, en]: readonly [BoardPage, BoardPage], kitchen: RunningKasera, number: string) {
  await es.accept(number, 20);
  await en.ready(number);
  const rows = { es: await es.inDoneList(number), en: await en.inDoneList(number) };
  await en.handOver(number);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('completed');
  return rows;
}

function recallOn(board: BoardPage, number: string): Promise<void> {
  return board.page
    .getByRole('main')
    .getByRole('button', { name: board.words.recall(number) })
    .click();
}

/** By a webhook; then, when its webhooks are off, to those who ask. */
async function repeatCompleted(both: KitchenWithShop, id: number): Promise<void> {
  const { site } = both;
  const deliveries = await site.shop.updateOrder(id, {});
  expect(deliveries.map(({ answer }) => answer.status)).toEqual([200]);
  site.shop.webhooksOff();
  await site.shop.updateOrder(id, {});
  await untilAsked(both);
  site.shop.webhooksOn();
  expect(statusInShop(site, id)).toBe('completed');
}

const notesToGuest = (site: ShopSite, id: number): string[] =>
  site.shop.inside.book.notes
    .of(id)
    .filter(({ forGuest }) => forGuest)
    .map(({ note }) => note);

function metaOf(site: ShopSite, id: number): Record<string, unknown> {
  const meta = site.shop.inside.book.find(id)?.order.meta_data ?? [];
  return Object.fromEntries(meta.map(({ key, value }) => [key, value]));
}

function timeIn(timeZone: string, at: string | null): string {
  const clock = new Intl.DateTimeFormat('es', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return clock.format(new Date(at ?? 0));
}

/** What the ⋯ of a ticket says of it. */
async function factsOn({ page, words }: BoardPage, number: string, { close }: TellingWords): Promise<string> {
  await page.getByRole('button', { name: words.more(number) }).click();
  const text = await page.getByRole('dialog').innerText();
  await page.getByRole('dialog').getByRole('button', { name: close, exact: true }).click();
  return text;
}
