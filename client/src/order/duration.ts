/**
 * How long something took, as a person reads it: "0.4 s", "12 s", "3 min 5 s", "2 h 10 min"; "0,4 s" in Spanish.
 * @param ms what is below nothing is nothing: two clocks never agree to the millisecond
 */
export function durationWords(ms: number, locale: string): string {
  const whole = Math.max(0, Math.round(ms / 1000));
  const tenths = Math.max(0, Math.round(ms / 100)) / 10;
  if (tenths < 10) return unit(tenths, 'second', locale);
  if (whole < 60) return unit(whole, 'second', locale);
  if (whole < 3_600) return inTwo([Math.floor(whole / 60), 'minute'], [whole % 60, 'second'], locale);
  const minutes = Math.round(whole / 60);
  return inTwo([Math.floor(minutes / 60), 'hour'], [minutes % 60, 'minute'], locale);
}

type Unit = 'hour' | 'minute' | 'second';
type Amount = [value: number, unit: Unit];

function inTwo(large: Amount, small: Amount, locale: string): string {
  return [large, ...(small[0] > 0 ? [small] : [])].map(([value, of]) => unit(value, of, locale)).join(' ');
}

/** The signs are the same in every language; how a figure is written is not. They never stand on different lines. */
const signs: Record<Unit, string> = { hour: 'h', minute: 'min', second: 's' };

function unit(value: number, of: Unit, locale: string): string {
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)}\u00a0${signs[of]}`;
}
