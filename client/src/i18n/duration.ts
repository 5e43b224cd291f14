/**
 * How long something took, as a person reads it, the same on every page: "2 s", "1 min 20 s", from ten minutes on "12 min",
 * "2 h 10 min".
 * @param ms what is below nothing is nothing: two clocks never agree to the millisecond
 * @param finest with `tenth` what is below ten seconds is said in tenths: "0.4 s", "0,4 s" in Spanish
 */
export function durationWords(ms: number, locale: string, finest: 'second' | 'tenth' = 'second'): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const tenths = Math.max(0, Math.round(ms / 100)) / 10;
  if (tenths < 10) return unit(finest === 'tenth' ? tenths : seconds, 'second', locale);
  if (seconds < 60) return unit(seconds, 'second', locale);
  if (seconds < fineBelowSeconds) return inTwo([Math.floor(seconds / 60), 'minute'], [seconds % 60, 'second'], locale);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return unit(minutes, 'minute', locale);
  return inTwo([Math.floor(minutes / 60), 'hour'], [minutes % 60, 'minute'], locale);
}

/** Of what took longer nobody asks for the seconds. */
const fineBelowSeconds = 600;

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
