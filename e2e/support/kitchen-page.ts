import type { Locator, Page } from 'playwright-core';
import { boardWords, type Language } from './board-words.ts';
import type { Screen } from './browser.ts';
import { stationWords, type StationWords } from './station-words.ts';

/** `/settings/kitchen` on one screen, as its owner uses it. */
export interface KitchenPage {
  page: Page;
  words: StationWords['page'];
  /** Everything it says. */
  main: Locator;
  addStation(name: string): Promise<void>;
  /** Taps where a category or a product goes: a station's name, or "hand-over only". */
  send(name: string, where: string): Promise<void>;
  /** Where it goes, as its row says it. */
  whereTo(name: string): Locator;
  /** Shows the dishes of a category, or of none. */
  unfold(category: string): Promise<void>;
  /** Saves and waits until that is said. */
  save(): Promise<void>;
}

/** Opens the page as the panel of a board's stations, or of its settings, leads to it. @param screen shows the board */
export async function openKitchenPage(screen: Screen, language: Language): Promise<KitchenPage> {
  const { page } = screen;
  page.setDefaultTimeout(10_000);
  const { page: words } = stationWords[language];
  await page.getByRole('button', { name: boardWords[language].settings, exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: words.link }).click();
  await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
  const whereTo = (name: string) => page.getByRole('group', { name: words.whereTo(name), exact: true });
  return {
    ...{ page, words, whereTo },
    main: page.getByRole('main'),
    async addStation(name) {
      await page.getByLabel(words.newStation).fill(name);
      await page.getByLabel(words.newStation).press('Enter');
    },
    send: (name, where) => whereTo(name).getByRole('button', { name: where }).click(),
    unfold: (category) => page.getByRole('button', { name: category, expanded: false }).click(),
    async save() {
      await page.getByRole('button', { name: words.save, exact: true }).click();
      await page.getByText(words.saved).waitFor();
    },
  };
}
