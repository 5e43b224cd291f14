const minuteMs = 60_000;

/** Milliseconds a zone's wall clock is ahead of UTC at a moment. */
export type ZoneOffset = (at: number) => number;

/** The site's clock at the moment of an order. */
export interface SiteClock {
  placedAt: number;
  /** How far the site's wall clock was ahead of UTC then. */
  offsetMs: number;
  /** Tells the offset on other days; null where the site's zone is not known. */
  zone: ZoneOffset | null;
}

/**
 * Reads a time WooCommerce writes: `2026-11-20T23:24:36`, UTC without a Z in the `_gmt` fields.
 * @returns epoch milliseconds as if it were UTC, or null where it is missing or no time
 */
export function readShopTime(time: string | null | undefined): number | null {
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?Z?$/.test(time)) return null;
  const at = Date.parse(`${time.slice(0, 10)}T${time.slice(11, 19)}Z`);
  return Number.isFinite(at) && at > 0 ? at : null;
}

/**
 * Derives the site's clock from the two faces of one moment in an order's body.
 * @param local the moment by the site's wall clock (`date_created`)
 * @param gmt the same moment in UTC (`date_created_gmt`)
 * @param zone the zone the owner named, or null; it counts only if it agrees with the body at that moment
 * @returns null where the body does not tell, or tells something no zone on Earth has
 */
export function readSiteClock(
  local: string | null | undefined,
  gmt: string | null | undefined,
  zone: ZoneOffset | null,
): SiteClock | null {
  const wall = readShopTime(local);
  const placedAt = readShopTime(gmt);
  if (wall === null || placedAt === null) return null;
  const offsetMs = wall - placedAt;
  if (Math.abs(offsetMs) > 14 * 60 * minuteMs || offsetMs % (15 * minuteMs) !== 0) return null;
  return { placedAt, offsetMs, zone: zone !== null && zone(placedAt) === offsetMs ? zone : null };
}

/**
 * Turns a wall time of the site into UTC. Without a known zone the offset of the order's own moment is taken: a
 * promise on the other side of a change to or from summer time is then an hour off, and only such a one.
 * @param wall epoch milliseconds, as if the wall clock were UTC
 */
export function wallToUtc(wall: number, clock: SiteClock): number {
  const guess = wall - clock.offsetMs;
  // Twice, since the first guess may stand on the wrong side of a change.
  return clock.zone === null ? guess : wall - clock.zone(wall - clock.zone(guess));
}

/**
 * @param timeZone an IANA name ("Europe/Madrid")
 * @returns null for a zone this machine does not know
 */
export function createZoneOffset(timeZone: string): ZoneOffset | null {
  const format = zoneFormat(timeZone);
  if (format === null) return null;
  return (at) => {
    const found = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => found.get(type) ?? 0;
    const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
    return wall - Math.floor(at / 1000) * 1000;
  };
}

/**
 * The same for a zone that may be another one by now; making one costs more than reading an order.
 * @param timeZone the zone's name at this moment
 */
export function createSiteZone(timeZone: () => string): () => ZoneOffset | null {
  let known: { name: string; zone: ZoneOffset | null } | null = null;
  return () => {
    const name = timeZone();
    if (known?.name !== name) known = { name, zone: createZoneOffset(name) };
    return known.zone;
  };
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat | null {
  const digits = 'numeric';
  const shown = { year: digits, month: digits, day: digits, hour: digits, minute: digits, second: digits } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...shown });
  } catch {
    return null;
  }
}
