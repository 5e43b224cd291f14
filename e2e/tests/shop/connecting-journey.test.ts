import { expect } from 'vitest';
import { startShopSite } from '../../simulators/woocommerce/shop-site.ts';
import { boardOn, eventually } from '../../support/board-page.ts';
import type { Screen, ScreenOptions } from '../../support/browser.ts';
import { freePort } from '../../support/free-port.ts';
import { journey } from '../../support/journey.ts';
import type { KaseraOptions, RunningKasera } from '../../support/start-kasera.ts';
import { openShopPage, readShop, shopPageOn } from '../../support/shop-page.ts';
import { boardWords } from '../../support/board-words.ts';
import { shopWords } from '../../support/shop-words.ts';

const noShopsKey = `ck_${'0'.repeat(40)}`;
/** What a browser says of an answer that refuses. */
const refusedAnswer = /status of 4\d\d/;

for (const language of ['es', 'en'] as const) {
  journey(
    `[SH1] a new owner (${language}) connects the shop by its keys, and asking alone brings an order on the board`,
    async ({ kasera, screen, parts }) => {
      const site = parts.use(await startShopSite());
      const kitchen = await kasera({ env: { SHOP_ASK_SECONDS: '5' } });
      const options = { locale: boardWords[language].locale, allowedErrors: [refusedAnswer] };
      const opened = await screen(kitchen.boardLink, options);
      const board = boardOn(opened, language);
      await board.page.getByText(board.words.emptyTitle).waitFor();
      await board.page.getByRole('link', { name: shopWords[language].settings }).click();
      const settings = shopPageOn(opened, language);
      const { main, words, page } = settings;
      await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
      await eventually(() => main.innerText()).toContain(words.none);

      await settings.connect({ ...site, url: 'http://192.0.2.7' });
      await eventually(() => main.innerText()).toContain(words.plainHttp);
      await settings.connect({ ...site, key: noShopsKey });
      await eventually(() => main.innerText()).toContain(words.unknownKey);
      expect(await page.getByLabel(words.key, { exact: true }).getAttribute('aria-invalid')).toBe('true');
      expect((await readShop(kitchen)).connection).toBe(null);

      await settings.connect(site);
      await page.getByText(words.connected, { exact: true }).waitFor();
      await eventually(() => settings.results()).toEqual(Array.from({ length: 9 }, () => 'ok'));
      await eventually(() => main.innerText()).toContain(words.allFine);
      expect(await page.content()).not.toContain(site.secret);

      await page.getByRole('link', { name: shopWords[language].toBoard }).click();
      const { number } = await site.shop.placeOrder('guest');
      await board.ticket(number).waitFor();
    },
  );
}

journey(
  '[SH1] the shop’s own consent page connects it: approved, it is connected; denied, that is said',
  async ({ kasera, screen, parts }) => {
    const { site, opened, kitchen } = await startWithPublicUrl({ kasera, screen, parts });
    const settings = await openShopPage(opened);
    const { page, main, words } = settings;
    for (const answer of ['Deny', 'Approve'] as const) {
      await page.getByLabel(words.address).fill(site.url);
      await page.getByRole('button', { name: words.byConsent }).click();
      await page.getByRole('link', { name: answer }).click();
      await eventually(() => main.innerText()).toContain(answer === 'Approve' ? words.granted : words.denied);
      expect((await readShop(kitchen)).connection?.url).toBe(answer === 'Approve' ? site.url : undefined);
    }
    await page.getByText(words.connected, { exact: true }).waitFor();
    await eventually(() => settings.results()).toEqual(Array.from({ length: 9 }, () => 'ok'));
    expect(site.keys()).toHaveLength(2);
    await page.getByRole('link', { name: shopWords.en.toBoard }).click();
    const board = boardOn(opened);
    const { number } = site.shop.addOrder('guest');
    await board.ticket(number).waitFor();
  },
);

const publicUrl = 'https://kasera.example.test';

/** A Kasera behind https, for which this machine stands, and its board. */
async function startWithPublicUrl({ kasera, screen, parts }: Story) {
  const port = await freePort();
  const site = parts.use(await startShopSite({ hosts: { [publicUrl]: `http://127.0.0.1:${port}` } }));
  const kitchen = await kasera({ port, env: { SHOP_ASK_SECONDS: '5', PUBLIC_URL: publicUrl } });
  // Its own link leads to the public address.
  const opened = await screen(kitchen.boardLink.replace(publicUrl, kitchen.url), { allowedErrors: [refusedAnswer] });
  return { site, kitchen, opened };
}

interface Story {
  kasera: (options: KaseraOptions) => Promise<RunningKasera>;
  screen: (url: string, options: ScreenOptions) => Promise<Screen>;
  parts: AsyncDisposableStack;
}
