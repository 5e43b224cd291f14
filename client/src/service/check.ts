import type { KnownScreen } from '@kasera/shared/history.ts';
import type { LiveScreen, Notice } from '@kasera/shared/socket.ts';
import type { Level } from '../ui/mark.tsx';
import type { ScreenFault } from './screen-faults.ts';

/** Where a line stands on the page. */
export const areas = ['screens', 'stations', 'shop', 'phones', 'orders', 'kasera'] as const;
export type Area = (typeof areas)[number];

/** What one line is about. */
export type Subject =
  | { type: 'screen'; screen: LiveScreen; faults: ScreenFault[]; isThis: boolean }
  /** Known lately, and not connected now. */
  | { type: 'screen-away'; screen: KnownScreen }
  /** Nameless ones: phones and tabs that had a look. */
  | { type: 'others-away'; count: number; lastSeenAt: number }
  | { type: 'no-board' }
  | { type: 'station'; name: string; screens: LiveScreen[] }
  | { type: 'no-expo' }
  | { type: 'shop-told'; at: number | null }
  | { type: 'shop-asked'; at: number | null }
  | { type: 'last-order'; at: number | null }
  | { type: 'phones' }
  | { type: 'server'; state: ServerState }
  | { type: 'refusing'; since: number }
  | { type: 'notice'; notice: Notice };

/** How the server is for this page: heard, not heard, or there with no place for it. */
export type ServerState = 'live' | 'lost' | 'full';

/** One line of the page. `none`: worth knowing, nothing is wrong. */
export interface Check {
  key: string;
  area: Area;
  level: Level;
  about: Subject;
}
