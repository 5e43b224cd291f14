import type { Locator } from 'playwright-core';
import type { BoardPage } from './board-page.ts';
import type { SoldOutWords } from './sold-out-words.ts';

/** One screen's ways to sell out and to bring back. */
export interface SoldOutPage {
  words: SoldOutWords;
  /** From the ⋯ of a ticket. @param dish its name on the ticket; `extent` only where it is a variation */
  sellOut(
    number: string,
    dish: string,
    choice: { extent?: 'variation' | 'dish'; span: 'hour' | 'untilSaid' },
  ): Promise<void>;
  /** From the list, by a part of its name. */
  search(part: string, name: string, span: 'hour' | 'untilSaid'): Promise<void>;
  /** Goes to the list, which says how much that is. */
  showList(count: number): Promise<void>;
  /** Something in the list, by its name. */
  row(name: string): Locator;
  bringBack(name: string): Promise<void>;
}

export function soldOutOn({ page, words: board }: BoardPage, words: SoldOutWords): SoldOutPage {
  const dialog = page.getByRole('dialog');
  const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
  return {
    words,
    async sellOut(number, dish, { extent, span }) {
      await page
        .getByRole('button', { name: board.more(number) })
        .first()
        .click();
      await press(words.fromTicket);
      await dialog.getByRole('button', { name: dish }).click();
      if (extent) await press(extent === 'dish' ? words.whole : words.onlyThis);
      await press(words[span]);
      await press(words.sellOut);
      await dialog.waitFor({ state: 'hidden' });
    },
    async search(part, name, span) {
      await page.getByRole('button', { name: words.add, exact: true }).click();
      await dialog.getByLabel(words.search).fill(part);
      await dialog.getByRole('button', { name }).click();
      await press(words[span]);
      await press(words.sellOut);
      await dialog.waitFor({ state: 'hidden' });
    },
    showList: (count) => page.getByRole('button', { name: words.list(count) }).click(),
    row: (name) => page.locator('[data-sold-out]').filter({ hasText: name }),
    bringBack: (name) => page.getByRole('button', { name: words.backOne(name), exact: true }).click(),
  };
}
