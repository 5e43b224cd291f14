/**
 * Reads a `Retry-After` header: seconds, or an HTTP date.
 * @param value the header as it came, or undefined
 * @param nowMs what a date is counted from, epoch milliseconds
 * @returns milliseconds to wait, never negative; null where there is no readable header
 */
export function parseRetryAfter(value: unknown, nowMs: number): number | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  const at = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
