import type { Locator } from 'playwright-core';
import type { BoardPage } from './board-page.ts';
import { boardWords, type Language } from './board-words.ts';
import { stationWords, type StationWords } from './station-words.ts';

/** A board at the line: which stations it shows, and how far the others are. */
export interface StationPage {
  words: StationWords;
  /** Opens the panel that says what this screen shows, taps these, and closes it. */
  choose(...stations: string[]): Promise<void>;
  /** The heading that says what this screen shows. */
  shown(what: string): Locator;
  /** How far the stations are with an order: words on a station's ticket, buttons on Expo's. */
  progress(number: string): Locator;
  /** One of those buttons, by its whole name. */
  part(number: string, name: string): Locator;
  noteSeen(number: string): Promise<void>;
  /** Through the ⋯ panel. */
  addAllergy(number: string, text: string): Promise<void>;
  /** A dish's name wherever it stands, as often as it is on this screen. */
  anywhere(dish: string): Locator;
}

export function stationsOn(board: BoardPage): StationPage {
  const { page, ticket } = board;
  const words = stationWords[languageOf(board)];
  const dialog = page.getByRole('dialog');
  const part = (number: string, name: string) => ticket(number).getByRole('button', { name, exact: true });
  return {
    words,
    async choose(...stations) {
      await page.getByRole('button', { name: words.showsAny }).click();
      for (const name of stations) await dialog.getByRole('button', { name }).click();
      await dialog.getByRole('button', { name: board.words.close }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    shown: (what) => page.getByRole('button', { name: words.shows(what), exact: true }),
    progress: (number) => ticket(number).locator('[data-progress]'),
    part,
    noteSeen: (number) => part(number, words.noteSeen).click(),
    async addAllergy(number, text) {
      await page.getByRole('button', { name: board.words.more(number) }).click();
      await dialog.getByRole('button', { name: words.addAllergy }).click();
      await dialog.getByLabel(words.allergyText).fill(text);
      await dialog.getByRole('button', { name: words.save, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    anywhere: (dish) => page.getByRole('main').locator('[data-line]').filter({ hasText: dish }),
  };
}

function languageOf({ words }: BoardPage): Language {
  return words === boardWords.es ? 'es' : 'en';
}
