/** Figures as the table says them. */
export const perSecond = (rate: number): string => `${whole(rate)}/s`;
export const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`;
export const share = (part: number): string => `${Math.round(part * 100)} %`;

export function ms(value: number): string {
  if (value >= 1_000) return `${(value / 1_000).toFixed(2)} s`;
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

export function megabytes(bytes: number): string {
  const value = bytes / 1024 / 1024;
  return `${value.toFixed(value < 10 ? 2 : 0)} MB`;
}

/** Least to most of several passes; nothing for a single one. */
export function spread(values: readonly number[]): string {
  return values.length < 2 ? '' : `(${whole(Math.min(...values))}–${whole(Math.max(...values))})`;
}

/** With thin spaces between the thousands. */
export const whole = (value: number): string =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ' ');
