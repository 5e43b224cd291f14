import { defaultMapping } from '@kasera/shared/shop.ts';
import { expect } from 'vitest';
import { boardOn, eventually } from '../../support/board-page.ts';
import { networkLoss } from '../../support/browser.ts';
import { journey } from '../../support/journey.ts';
import { command, readOrder, setMapping } from '../../support/kitchen-api.ts';
import { startKitchenWithShop, statusInShop, tellings, untilAsked, writesIn } from '../../support/kitchen-with-shop.ts';
import { tellingWords, type TellingWords } from '../../support/telling-words.ts';

const minute = 60_000;
const screens = {
  es: { locale: 'es-ES', allowedErrors: [networkLoss] },
  en: { locale: 'en-GB', allowedErrors: [networkLoss] },
};
const cooking = { slug: 'en-cocina', name: 'En cocina' };
const riding = { slug: 'en-reparto', name: 'En reparto' };
const shop = { customStatuses: [cooking, riding] };
/** Accepted is told too. */
const mapping = { ...defaultMapping, accepted: { status: cooking.slug, note: 'customer' as const } };

const changes: readonly { to: string; said: (words: TellingWords) => string }[] = [
  { to: 'cancelled', said: (words) => words.statuses.cancelled },
  { to: 'trash', said: (words) => words.statuses.trash },
  { to: riding.slug, said: () => riding.slug },
];

for (const { to, said } of changes) {
  journey(
    `[SH5] what the shop made ${to} since the tap is not written over: it stands on the order until seen`,
    async ({ kasera, screen }) => {
      await using both = await startKitchenWithShop(kasera, { shop });
      const { kitchen, site } = both;
      const es = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
      const en = boardOn(await screen(kitchen.boardLink, screens.en), 'en');
      const { id, number } = await site.shop.placeOrder('guest');
      await es.accept(number, 20);
      await es.ready(number);
      const rows = { es: await es.inDoneList(number), en: await en.inDoneList(number) };
      await es.handOver(number);
      await eventually(() => rows.en.innerText()).toMatch(tellingWords.en.countdown('completed'));

      // Told to nobody: only reading before writing, or the next look, can find it.
      site.shop.webhooksOff();
      if (to === 'trash') await site.shop.trash(id);
      else await site.shop.updateOrder(id, { status: to });
      const asked = site.requests.length;
      await both.afterDeath(minute);
      for (const [row, words] of [
        [rows.es, tellingWords.es],
        [rows.en, tellingWords.en],
      ] as const) {
        await eventually(() => row.innerText()).toContain(words.conflict(said(words), 'completed'));
      }
      await eventually(() => tellings(kitchen)).toContain('completed dropped conflict');
      await untilAsked(both, asked);
      expect([statusInShop(site, id), writesIn(site)]).toEqual([to, []]);
      expect(await readOrder(kitchen, number)).toMatchObject({ status: 'completed' });

      await rows.en.getByRole('button', { name: tellingWords.en.conflictSeen(number) }).click();
      for (const [row, words] of [
        [rows.es, tellingWords.es],
        [rows.en, tellingWords.en],
      ] as const) {
        await eventually(() => row.innerText()).not.toContain(words.conflict(said(words), 'completed'));
      }
    },
  );
}

journey('[SH5] an order the shop cancels before it is told stops the kitchen', async ({ kasera, screen }) => {
  await using both = await startKitchenWithShop(kasera, { shop });
  const { kitchen, site } = both;
  await setMapping(kitchen, mapping);
  const es = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
  const en = boardOn(await screen(kitchen.boardLink, screens.en), 'en');
  const { id, number } = await site.shop.placeOrder('guest');
  await es.accept(number, 20);
  await eventually(() => tellings(kitchen)).toContain('accepted waiting');

  await site.shop.cancel(id);
  for (const board of [es, en]) await eventually(() => board.ticket(number).innerText()).toContain(board.words.stop);
  const asked = site.requests.length;
  await both.afterDeath(minute);
  await untilAsked(both, asked);
  expect(await tellings(kitchen)).toContain('accepted dropped conflict');
  expect([statusInShop(site, id), writesIn(site)]).toEqual(['cancelled', []]);
  expect(site.shop.inside.book.notes.of(id).filter(({ forGuest }) => forGuest)).toEqual([]);
  await en.stopSeen(number);
  for (const board of [es, en]) await eventually(() => board.ticket(number).count()).toBe(0);
});

journey(
  '[SH5] what the shop puts on hold is not accepted over its head; the ticket says so',
  async ({ kasera, screen }) => {
    await using both = await startKitchenWithShop(kasera, { shop });
    const { kitchen, site } = both;
    await setMapping(kitchen, mapping);
    const es = boardOn(await screen(kitchen.boardLink, screens.es), 'es');
    const en = boardOn(await screen(kitchen.boardLink, screens.en), 'en');
    const { id, number } = await site.shop.placeOrder('guest');
    await es.accept(number, 20);
    await eventually(() => tellings(kitchen)).toContain('accepted waiting');
    await site.shop.updateOrder(id, { status: 'on-hold' });
    const sentences = {
      es: tellingWords.es.conflict(tellingWords.es.statuses.onHold, 'accepted'),
      en: tellingWords.en.conflict(tellingWords.en.statuses.onHold, 'accepted'),
    };
    await eventually(() => es.ticket(number).innerText()).toContain(sentences.es);
    await eventually(() => en.ticket(number).innerText()).toContain(sentences.en);

    await both.afterDeath(minute);
    await untilAsked(both);
    expect([statusInShop(site, id), writesIn(site)]).toEqual(['on-hold', []]);
    expect(await tellings(kitchen)).toContain('accepted dropped conflict');
    expect(await readOrder(kitchen, number)).toMatchObject({ status: 'acknowledged' });
    await es
      .ticket(number)
      .getByRole('button', { name: tellingWords.es.conflictSeen(number) })
      .click();
    await eventually(() => en.ticket(number).innerText()).not.toContain(sentences.en);

    // The next step is told again, to what the shop says now.
    await site.shop.updateOrder(id, { status: 'processing' });
    await command(kitchen, number, { type: 'ready' });
    await command(kitchen, number, { type: 'complete' });
    await both.afterDeath(minute);
    await eventually(() => statusInShop(site, id)).toBe('completed');
  },
);
