import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { boardWords, type BoardWords, type Language } from './board-words.ts';
import type { Screen } from './browser.ts';

/** One screen's board, as its reader uses it. What it does waits for the buttons; what it finds is to be waited for. */
export interface BoardPage extends Pick<Screen, 'page' | 'context' | 'allowErrors'> {
  words: BoardWords;
  /** The tickets of an order, by the number at the head of their names; one, unless the ticket is cut into parts. */
  ticket(number: string): Locator;
  /** A dish on a ticket, to be ticked. */
  dish(number: string, name: string): Locator;
  /** The one bar of a ticket. */
  bar(number: string): Locator;
  accept(number: string, minutes: number): Promise<void>;
  ready(number: string): Promise<void>;
  changeSeen(number: string): Promise<void>;
  stopSeen(number: string): Promise<void>;
  /** Calls a finished order back from the strip at the bottom. */
  recall(number: string): Promise<void>;
  /** Through the ⋯ panel, because something is sold out. */
  cancel(number: string): Promise<void>;
  /** Goes to the list of what is done and finds an order in it. */
  inDoneList(number: string): Promise<Locator>;
  /** In the list of what is done. */
  handOver(number: string): Promise<void>;
  showOpen(): Promise<void>;
  /** Waits for what comes after the first ticket: the rules by which presses are foreseen, keys, sounds. */
  untilEquipped(): Promise<void>;
  /** The button in the place a bumped ticket left. */
  undo: Locator;
  /** The row that is always kept free for words. */
  messages: Locator;
}

/** Reads a screen as the board it shows, in the language it is expected to speak. */
export function boardOn(screen: Screen, language: Language = 'en'): BoardPage {
  const { page, context, allowErrors } = screen;
  page.setDefaultTimeout(10_000);
  const words = boardWords[language];
  const ticket = (number: string) => page.getByRole('article', { name: nameStartingWith(number) });
  const press = (number: string, name: string) =>
    ticket(number).getByRole('button', { name, exact: true }).first().click();
  return {
    ...{ page, context, allowErrors, words, ticket },
    dish: (number, name) => ticket(number).locator('[data-line]').filter({ hasText: name }),
    bar: (number) => ticket(number).locator('[data-action]'),
    accept: (number, minutes) => press(number, words.accept(minutes)),
    ready: (number) => press(number, words.ready),
    changeSeen: (number) => press(number, words.changeSeen),
    stopSeen: (number) => press(number, words.stopSeen),
    recall: (number) =>
      page
        .getByRole('contentinfo')
        .getByRole('button', { name: words.recall(number) })
        .click(),
    cancel: (number) => cancel(page, words, number),
    async inDoneList(number) {
      await page.getByRole('button', { name: words.doneList }).click();
      return page.getByRole('listitem').filter({ hasText: `#${number}` });
    },
    handOver: (number) => page.getByRole('button', { name: words.handedOver(number), exact: true }).click(),
    showOpen: () => page.getByRole('button', { name: words.openList }).click(),
    untilEquipped: () => untilEquipped(page),
    undo: page.getByRole('main').getByRole('button', { name: words.undo }),
    messages: page.locator('[aria-live="assertive"]'),
  };
}

/** Waits for what a screen or the server says to become as expected, looking again and again. */
export function eventually<T>(read: () => T | Promise<T>, withinMs = 10_000): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, { timeout: withinMs, interval: 25 });
}

async function untilEquipped(page: Page): Promise<void> {
  const files = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const later = async () => (await files()).find((name) => /\/start-later-[^/]+\.js$/.test(name)) ?? '';
  await eventually(later).toMatch(/start-later/);
  // Importing what is imported already waits until all of it has run. In words: the tests' own import is another.
  await page.evaluate(`import(${JSON.stringify(await later())}).then(() => undefined)`);
}

async function cancel(page: Page, words: BoardWords, number: string): Promise<void> {
  await page.getByRole('button', { name: words.more(number) }).click();
  await page.getByRole('button', { name: words.cancel }).click();
  await page.getByRole('button', { name: words.soldOut, exact: true }).click();
  await page.getByRole('button', { name: words.cancelNow(number), exact: true }).click();
}

function nameStartingWith(number: string): RegExp {
  return new RegExp(`^#${number.replace(/[^\w]/g, '\\$&')}(?![\\w-])`);
}
