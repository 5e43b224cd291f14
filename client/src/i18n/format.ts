import type { Order } from '@kasera/shared/order.ts';
import type { Messages } from './en.ts';
import { momentIn, otherDayIn, timeIn } from './zoned-time.ts';

/** By whose clock, and in whose words, times are said. */
export type Clockwork = Pick<Messages, 'locale' | 'timeZone'>;

/** "20:41", by the kitchen's clock; by the screen's own while the kitchen's is not known. */
export function timeOfDay(at: number, { locale, timeZone }: Clockwork): string {
  return timeIn(timeZone, at, locale);
}

/** "20:41" today, "Fri 20 Nov, 20:41" on another day. */
export function momentOf(at: number, now: number, { locale, timeZone }: Clockwork): string {
  return momentIn(timeZone, at, now, locale);
}

/** The day as "Fri 20 Nov" where it is another than today's. */
export function otherDayOf(at: number, now: number, { locale, timeZone }: Clockwork): string | null {
  return otherDayIn(timeZone, at, now, locale);
}

/** "8 s", "4 min", "3 h": how long ago, in its largest fitting unit. */
export function ago(ms: number, t: Messages): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return t.ago.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  return minutes < 100 ? t.ago.minutes(minutes) : t.ago.hours(Math.floor(minutes / 60));
}

/** Where it goes inside the house, in the shop's own words; a bare number is a table's. */
export function placeWords({ kind, place }: Pick<Order, 'kind' | 'place'>, t: Messages): string {
  const words = place?.trim() ?? '';
  return kind === 'dine-in' && /^\d+$/.test(words) ? t.ticket.table(words) : words;
}

/** A quantity as people write it: 2, 1,5. */
export function quantity(amount: number, t: Messages): string {
  // The usual ones are written alike everywhere, and the first format of a page takes a slow screen 30 ms to make.
  if (Number.isInteger(amount) && amount >= 0 && amount < 1_000) return String(amount);
  const kept = quantities.get(t.locale);
  const format = kept ?? new Intl.NumberFormat(t.locale, { maximumFractionDigits: 3 });
  if (!kept) quantities.set(t.locale, format);
  return format.format(amount);
}

/** Making one takes a thousand times as long as using it, and each dish of each ticket has a quantity. */
const quantities = new Map<string, Intl.NumberFormat>();

/** A sum with its currency, or as it stands where the currency is not known to the browser. */
export function money(sum: string | null, currency: string | null, t: Messages): string {
  if (sum === null) return '';
  if (!currency || Number.isNaN(Number(sum))) return sum;
  return moneyFormat(t.locale, currency)?.format(Number(sum)) ?? `${sum} ${currency}`;
}

/** Kept for the same reason; null: the browser does not know that currency. */
const moneyFormats = new Map<string, Intl.NumberFormat | null>();

function moneyFormat(locale: string, currency: string): Intl.NumberFormat | null {
  const key = `${locale} ${currency}`;
  const kept = moneyFormats.get(key);
  if (kept !== undefined) return kept;
  const made = makeMoneyFormat(locale, currency);
  moneyFormats.set(key, made);
  return made;
}

function makeMoneyFormat(locale: string, currency: string): Intl.NumberFormat | null {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency });
  } catch {
    return null;
  }
}
