import type { ScreenPage } from '@kasera/shared/socket.ts';
import { createContext, useContext } from 'react';
import { createCell, type Cell } from '../live/cell.ts';
import { createPreference } from '../live/preference.ts';
import { createSizeCell } from './size.ts';
import { chooseTheme, type Theme } from './theme.ts';

export type YesNo = 'yes' | 'no';

/** What belongs to this screen alone, kept on it. */
export interface Device {
  /** What it is used for now. */
  page: ScreenPage;
  /** The second text size of a ticket, in pixels. */
  emPx: Cell<number>;
  theme: Cell<Theme>;
  /** The buttons of the bars are shown; `no` where a bump bar presses them. */
  bars: Cell<YesNo>;
  /** What its keys were taught, as `keys/key-map.ts` writes it; empty: the usual ones. */
  keys: Cell<string>;
  /** What people call this screen; empty: nobody named it. */
  name: Cell<string>;
  /** Whether its sound was heard at the grill; empty: nobody was asked. */
  heard: Cell<YesNo | ''>;
  /** Somebody went through the first run here, or put it away. */
  setUp: Cell<YesNo>;
  /** Somebody wants it to fill the screen: browsers end that with each reload. */
  fullScreen: Cell<YesNo>;
  /** The screen is kept from sleeping at this moment. */
  awake: Cell<boolean>;
  /** What is shown was kept on this screen before a reload, and was so at that time; null: the server said it. */
  asOf: Cell<number | null>;
  /** Which panel is open over the page. */
  panel: Cell<'first-run' | 'keys' | null>;
}

/** Reads what was chosen on this screen; what never was has its usual value. */
export function createDevice(deps: { page: ScreenPage; storage: Storage; window: Window }): Device {
  const { page, storage, window } = deps;
  const wantsContrast = window.matchMedia('(prefers-contrast: more)').matches;
  const yesNo = (name: string, usual: YesNo) =>
    createPreference<YesNo>(storage, name, (kept) => (kept === 'yes' || kept === 'no' ? kept : usual));
  return {
    page,
    emPx: createSizeCell(storage, { widthPx: window.innerWidth, heightPx: window.innerHeight }),
    theme: createPreference<Theme>(storage, 'theme', (kept) => chooseTheme(kept, wantsContrast)),
    bars: yesNo('bars', 'yes'),
    keys: createPreference<string>(storage, 'keys', (kept) => kept ?? ''),
    name: createPreference<string>(storage, 'screenName', (kept) => kept ?? ''),
    heard: createPreference<YesNo | ''>(storage, 'heard', (kept) => (kept === 'yes' || kept === 'no' ? kept : '')),
    setUp: yesNo('setUp', 'no'),
    fullScreen: yesNo('fullScreen', 'no'),
    awake: createCell(false),
    asOf: createCell<number | null>(null),
    panel: createCell<'first-run' | 'keys' | null>(null),
  };
}

export const DeviceContext = createContext<Device | null>(null);

export function useDevice(): Device {
  const device = useContext(DeviceContext);
  if (!device) throw new Error('useDevice needs a DeviceContext above it');
  return device;
}
