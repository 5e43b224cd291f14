import type { Cell } from '../live/cell.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';

/** How far away the people stand, which is how large a ticket is. */
export const sizes = ['hand', 'one', 'oneAndHalf', 'two'] as const;
export type Size = (typeof sizes)[number];

/** The second text size of a ticket in pixels, for 21.5" full HD. The first is 1.42 of it. */
export const sizePx: Record<Size, number> = { hand: 20, one: 30, oneAndHalf: 44, two: 58 };

/** What was chosen on this screen; else a phone, tablet or laptop is read from the hand, a wall screen from 1 m. */
export function chooseSize(kept: string | null, page: { widthPx: number; heightPx: number }): Size {
  const isSmall = page.widthPx < 1280 || page.heightPx < 850;
  return sizes.find((size) => size === kept) ?? (isSmall ? 'hand' : 'one');
}

/** The space between tickets, in pixels. */
export const gapPx = 16;

/** How many columns of tickets stand beside each other: none narrower than its words need, the accept choices included. */
export function columnsIn(widthPx: number, emPx: number): number {
  return Math.max(1, Math.floor((widthPx + gapPx) / (Math.max(300, 10.4 * emPx) + gapPx)));
}

/** About how many tickets of usual length fit on one page. */
export function ticketsThatFit(size: Size, page: { widthPx: number; heightPx: number }): number {
  const em = sizePx[size];
  return columnsIn(page.widthPx, em) * Math.max(1, Math.floor(page.heightPx / (9.5 * em)));
}

export const SizeContext = createContext<Cell<Size> | null>(null);

export function useSize(): [Size, (size: Size) => void] {
  const cell = useContext(SizeContext);
  if (!cell) throw new Error('useSize needs a SizeContext above it');
  return [useSyncExternalStore(cell.subscribe, cell.get), cell.set];
}
