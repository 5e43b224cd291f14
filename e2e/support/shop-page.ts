import { shopViewSchema, type ShopView } from '@kasera/shared/shop.ts';
import type { Locator, Page } from 'playwright-core';
import type { ShopSite } from '../simulators/woocommerce/shop-site.ts';
import { boardWords, type Language } from './board-words.ts';
import type { Screen } from './browser.ts';
import type { Asked } from './kitchen-api.ts';
import { shopWords, type ShopWords } from './shop-words.ts';

/** `/settings/shop` on one screen, as its reader uses it. */
export interface ShopPage {
  page: Page;
  words: ShopWords['page'];
  /** Everything it says. */
  main: Locator;
  /** Fills in what connects a shop, and presses Connect. */
  connect(shop: Pick<ShopSite, 'url' | 'key' | 'secret'>): Promise<void>;
  /** The results of all checks, as they stand: `ok`, `warning`, `failed`, `skipped`. */
  results(): Promise<(string | null)[]>;
}

/** Opens the page as the board leads to it. @param screen shows the board */
export async function openShopPage(screen: Screen, language: Language = 'en'): Promise<ShopPage> {
  const { page } = screen;
  page.setDefaultTimeout(10_000);
  await page.getByRole('button', { name: boardWords[language].settings }).click();
  await page.getByRole('dialog').getByRole('link', { name: shopWords[language].settings }).click();
  return shopPageOn(screen, language);
}

/** Reads a screen that shows the page. */
export function shopPageOn({ page }: Pick<Screen, 'page'>, language: Language = 'en'): ShopPage {
  page.setDefaultTimeout(10_000);
  const words = shopWords[language].page;
  return {
    ...{ page, words },
    main: page.getByRole('main'),
    async connect({ url, key, secret }) {
      await page.getByLabel(words.address).fill(url);
      await page.getByLabel(words.key, { exact: true }).fill(key);
      await page.getByRole('textbox', { name: words.secret, exact: true }).fill(secret);
      await page.getByRole('button', { name: words.connect, exact: true }).click();
    },
    async results() {
      const rows = await page.locator('[data-check]').all();
      return Promise.all(rows.map((row) => row.getAttribute('data-result')));
    },
  };
}

/** `GET /api/shop`: what the page is told. */
export async function readShop({ url, apiKey }: Asked): Promise<ShopView> {
  const response = await fetch(`${url}/api/shop`, { headers: { authorization: `Bearer ${apiKey}` } });
  return shopViewSchema.parse(await response.json());
}

export async function askingOf(asked: Asked): Promise<ShopView['asking']> {
  return (await readShop(asked)).asking;
}
