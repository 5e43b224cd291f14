import { nearestSize, type PageSize, type Size, sizePx } from '../device/size.ts';
import { useDevice } from '../device/device.ts';
import { useCell } from '../live/use-live.ts';

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

/** The distance this screen is read from, as the nearest of the named ones. Its exact text size is `--em` on the page. */
export function useSize(): [Size, (size: Size) => void] {
  const { emPx } = useDevice();
  return [nearestSize(useCell(emPx)), (size) => emPx.set(sizePx[size])];
}
