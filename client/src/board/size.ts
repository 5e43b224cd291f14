import { useDevice } from '../device/device.ts';
import { nearestSize, type Size, sizePx } from '../device/size.ts';
import { useCell } from '../live/use-live.ts';

export { columnsIn, gapPx } from '../device/size.ts';

/** The distance this screen is read from, as the nearest of the named ones. Its exact text size is `--em` on the page. */
export function useSize(): [Size, (size: Size) => void] {
  const { emPx } = useDevice();
  return [nearestSize(useCell(emPx)), (size) => emPx.set(sizePx[size])];
}
