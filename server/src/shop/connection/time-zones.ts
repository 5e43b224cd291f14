const halfYearMs = 182 * 24 * 60 * 60_000;

/**
 * A zone `Intl` understands from what WordPress says: a name, or hours off UTC where the owner chose no city.
 * @returns null where neither is usable
 */
export function zoneOf(name: string, gmtOffset: string | number): string | null {
  if (name !== '') return isZone(name) ? name : null;
  const hours = gmtOffset === '' ? NaN : Number(gmtOffset);
  if (!(Math.abs(hours) <= 14)) return null;
  const minutes = Math.round(Math.abs(hours) * 60);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const zone = minutes === 0 ? 'UTC' : `${hours < 0 ? '-' : '+'}${clock}`;
  return isZone(zone) ? zone : null;
}

/** Whether clocks in both zones show the same, now and half a year on. */
export function isSameTime(zone: string, other: string, now: number): boolean {
  return [now, now + halfYearMs].every((at) => wallClock(zone, at) === wallClock(other, at));
}

function wallClock(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
}

function isZone(name: string): boolean {
  try {
    wallClock(name, 0);
    return true;
  } catch {
    return false;
  }
}
