import { preloadPrinting } from '../print/use-printer.ts';
import { lazily } from '../ui/lazily.tsx';
import { preloadOrderMenu } from './order-panel/order-menu.tsx';

/** What stands around the tickets and is not needed for the first of them: each in a script of its own. */
const allDayPage = lazily(async () => (await import('./all-day/all-day-page.tsx')).AllDayPage);
const allDayRail = lazily(async () => (await import('./all-day/all-day-rail.tsx')).AllDayRail);
const busyPanel = lazily(async () => (await import('./busy/busy-panel.tsx')).BusyPanel);
const closingPanel = lazily(async () => (await import('./closing/closing-panel.tsx')).ClosingPanel);
const doneList = lazily(async () => (await import('./lists/done-list.tsx')).DoneList);
const emptyBoard = lazily(async () => (await import('./lists/empty-board.tsx')).EmptyBoard);
const fullScreenStrip = lazily(async () => (await import('../device/full-screen-strip.tsx')).FullScreenStrip);
const healthPanel = lazily(async () => (await import('./words/health-panel.tsx')).HealthPanel);
const settingsPanel = lazily(async () => (await import('../device/settings-panel.tsx')).SettingsPanel);
const laterList = lazily(async () => (await import('./later/later-list.tsx')).LaterList);
const leftOpenList = lazily(async () => (await import('./lists/left-open-list.tsx')).LeftOpenList);
const lineStrip = lazily(async () => (await import('./words/line-strip.tsx')).LineStrip);
const lookPanel = lazily(async () => (await import('./order-panel/look-panel.tsx')).LookPanel);
const morePanel = lazily(async () => (await import('./bars/more-panel.tsx')).MorePanel);
const shopStripView = lazily(async () => (await import('./words/shop-strip-view.tsx')).ShopStripView);
const soldOutList = lazily(async () => (await import('./sold-out/sold-out-list.tsx')).SoldOutList);
const stationsPanel = lazily(async () => (await import('./stations/stations-panel.tsx')).StationsPanel);

const all = [
  ...[emptyBoard, settingsPanel, healthPanel],
  ...[doneList, laterList, stationsPanel, allDayRail, allDayPage, morePanel, busyPanel],
  ...[fullScreenStrip, shopStripView, lineStrip, closingPanel, lookPanel, soldOutList, leftOpenList],
];

export const AllDayPage = allDayPage.Part;
export const AllDayRail = allDayRail.Part;
export const BusyPanel = busyPanel.Part;
export const ClosingPanel = closingPanel.Part;
export const DoneList = doneList.Part;
export const EmptyBoard = emptyBoard.Part;
export const FullScreenStrip = fullScreenStrip.Part;
export const HealthPanel = healthPanel.Part;
export const SettingsPanel = settingsPanel.Part;
export const LaterList = laterList.Part;
export const LeftOpenList = leftOpenList.Part;
export const LineStrip = lineStrip.Part;
export const LookPanel = lookPanel.Part;
export const MorePanel = morePanel.Part;
export const ShopStripView = shopStripView.Part;
export const SoldOutList = soldOutList.Part;
export const StationsPanel = stationsPanel.Part;

const idleAfterMs = 1_500;

/** Fetches them while the server is there and nobody waits: they are needed when it is away, too. */
export function preloadLateParts(): void {
  setTimeout(() => {
    preloadOrderMenu();
    preloadPrinting();
    for (const part of all) part.preload();
  }, idleAfterMs);
}
