import type { Cell } from '../live/cell.ts';
import { createCell } from '../live/cell.ts';

/** How far away the people stand, which is how large a ticket is. */
export const sizes = ['hand', 'one', 'oneAndHalf', 'two'] as const;
export type Size = (typeof sizes)[number];

/** The second text size of a ticket in pixels, for 21.5" full HD. The first is 1.42 of it. */
export const sizePx: Record<Size, number> = { hand: 20, one: 30, oneAndHalf: 44, two: 58 };

/** What the slider reaches: from a phone in the hand to a 4K wall at three metres. */
export const smallestPx = 16;
export const largestPx = 96;

export interface PageSize {
  widthPx: number;
  heightPx: number;
}

/** What was chosen on this screen, a name or pixels; else a phone, tablet or laptop is read from the hand, a wall from 1 m. */
export function chooseEmPx(kept: string | null, page: PageSize): number {
  const named = sizes.find((size) => size === kept);
  if (named) return sizePx[named];
  const px = Number(kept ?? NaN);
  if (Number.isFinite(px) && px > 0) return Math.round(Math.min(largestPx, Math.max(smallestPx, px)));
  const isSmall = page.widthPx < 1280 || page.heightPx < 850;
  // A 4K wall has twice the pixels on the same glass, unless the system already scales them.
  const scale = page.heightPx >= 1800 && page.widthPx >= 1800 ? 2 : 1;
  return isSmall ? sizePx.hand : sizePx.one * scale;
}

/** The named distance nearest to a text size: what is coarse goes by it. */
export function nearestSize(emPx: number): Size {
  return sizes.reduce((best, size) => (Math.abs(sizePx[size] - emPx) < Math.abs(sizePx[best] - emPx) ? size : best));
}

/** The space between tickets, in pixels. */
export const gapPx = 16;

/** How many columns of tickets stand beside each other: none narrower than its words need, the accept choices included. */
export function columnsIn(widthPx: number, emPx: number): number {
  return Math.max(1, Math.floor((widthPx + gapPx) / (Math.max(300, 10.4 * emPx) + gapPx)));
}

/** About how many tickets of usual length fit on one page. */
export function ticketsThatFit(emPx: number, page: PageSize): number {
  return columnsIn(page.widthPx, emPx) * Math.max(1, Math.floor(page.heightPx / (9.5 * emPx)));
}

/** The text size of this screen in pixels, kept between visits as far as the browser lets it. */
export function createSizeCell(storage: Pick<Storage, 'getItem' | 'setItem'>, page: PageSize): Cell<number> {
  const key = 'kasera.size';
  const cell = createCell(chooseEmPx(storage.getItem(key), page));
  return {
    ...cell,
    set(px) {
      cell.set(chooseEmPx(`${px}`, page));
      try {
        storage.setItem(key, `${cell.get()}`);
      } catch {
        // Full or forbidden: it holds until the reload.
      }
    },
  };
}
