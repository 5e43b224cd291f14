import type { LiveScreen } from './socket.ts';

/**
 * Whether somebody sees that station's work on that board ([BO2c]): it shows everything, or that station among others.
 * Expo is a station of its own and shows no other one's work. A page behind others, or on a screen that is off, shows
 * nothing to anybody.
 * @param station its id; `expo` too
 */
export function showsStation({ page, visible, stations }: LiveScreen, station: string): boolean {
  if (page !== 'board' || !visible) return false;
  return stations === null || stations.length === 0 || stations.includes(station);
}
