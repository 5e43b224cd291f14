import type { Cell } from '../live/cell.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';

/** How far away the people stand, which is how large a ticket is. */
export const sizes = ['hand', 'one', 'oneAndHalf', 'two'] as const;
export type Size = (typeof sizes)[number];

/** The second text size of a ticket in pixels, for 21.5" full HD. The first is 1.42 of it. */
export const sizePx: Record<Size, number> = { hand: 20, one: 30, oneAndHalf: 44, two: 58 };

/** What was chosen on this screen, else what fits its width. */
export function chooseSize(kept: string | null, widthPx: number): Size {
  return sizes.find((size) => size === kept) ?? (widthPx < 700 ? 'hand' : 'one');
}

/** About how many tickets of usual length fit on one page. */
export function ticketsThatFit(size: Size, page: { widthPx: number; heightPx: number }): number {
  const em = sizePx[size];
  const columns = Math.max(1, Math.floor(page.widthPx / (10.4 * em + 16)));
  return columns * Math.max(1, Math.floor(page.heightPx / (9.5 * em)));
}

export const SizeContext = createContext<Cell<Size> | null>(null);

export function useSize(): [Size, (size: Size) => void] {
  const cell = useContext(SizeContext);
  if (!cell) throw new Error('useSize needs a SizeContext above it');
  return [useSyncExternalStore(cell.subscribe, cell.get), cell.set];
}
