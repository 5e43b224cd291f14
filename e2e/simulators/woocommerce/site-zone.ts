/**
 * How far a site's wall clock is ahead of UTC at a moment.
 * @param zone an IANA name ("Europe/Madrid") or an offset ("+02:00")
 * @param at epoch milliseconds
 * @returns milliseconds; negative west of Greenwich
 */
export function zoneOffsetMs(zone: string, at: number): number {
  const quarter = Math.floor(at / 900_000);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  // Zones change at full quarters of an hour only; asking Intl for each order would take longer than building it.
  const start = quarter * 900_000;
  const wall = new Date(start).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
  const offsetMs = Date.parse(`${wall}Z`) - start;
  if (offsets.size > 1_000) offsets.clear();
  offsets.set(key, offsetMs);
  return offsetMs;
}

const offsets = new Map<string, number>();

/** A moment as the shop writes it in GMT: whole seconds, no zone mark. */
export const gmtTime = (at: number): string => new Date(at).toISOString().slice(0, 19);

/** A moment as the site's wall clock shows it. */
export const siteTime = (zone: string, at: number): string => gmtTime(at + zoneOffsetMs(zone, at));
