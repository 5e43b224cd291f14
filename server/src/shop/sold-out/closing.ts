import { createZoneOffset } from '../../intake/sources/site-clock.ts';

export interface ClosingRule {
  /** An IANA name ("Europe/Madrid") or an offset ("+02:00"), as WordPress gives either. */
  timeZone: string;
  /** When the kitchen closes, minutes after midnight. */
  closesAtMinute: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * The next time the kitchen closes. A closing time that a change of the clock leaves out comes as much later as the
 * clock jumps; one that it brings twice counts the first time.
 * @param now epoch milliseconds
 * @returns epoch milliseconds, always after `now`; in a zone this machine does not know the time of day is read as UTC
 */
export function nextClosing(now: number, { timeZone, closesAtMinute }: ClosingRule): number {
  const offset = createZoneOffset(timeZone) ?? (() => 0);
  const today = Math.floor((now + offset(now)) / dayMs) * dayMs;
  for (let day = -1; ; day++) {
    const closing = toUtc(today + day * dayMs + closesAtMinute * minuteMs, offset);
    if (closing > now) return closing;
  }
}

/**
 * The first zone that is named and known here.
 * @param names in order of preference: the owner's, the shop's, the machine's
 */
export function firstKnownZone(names: readonly (string | null)[]): string {
  return names.find((name) => name !== null && createZoneOffset(name) !== null) ?? 'UTC';
}

/** @param wall epoch milliseconds, as if the wall clock were UTC */
function toUtc(wall: number, offset: (at: number) => number): number {
  // No zone changes its clock twice within two days.
  const [before, after] = [offset(wall - dayMs), offset(wall + dayMs)];
  const candidates = [wall - before, wall - after].filter((at) => at + offset(at) === wall);
  return candidates.length > 0 ? Math.min(...candidates) : wall - before;
}
