import type { Device } from './device.ts';

/**
 * Writes what this screen looks like onto the document, now and at each change: `--em` is the second text size of a
 * ticket, `data-theme` chooses the colours, `data-bars` says whether bars have buttons.
 */
export function showLooks(root: HTMLElement, device: Pick<Device, 'emPx' | 'theme' | 'bars'>): void {
  const write = () => {
    root.style.setProperty('--em', `${device.emPx.get()}px`);
    root.dataset.theme = device.theme.get();
    root.dataset.bars = device.bars.get() === 'yes' ? 'shown' : 'hidden';
  };
  for (const cell of [device.emPx, device.theme, device.bars]) cell.subscribe(write);
  write();
}
