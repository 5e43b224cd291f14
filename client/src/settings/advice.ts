import type { ShopCheck } from '@kasera/shared/shop.ts';
import type { Advice, ShopAdvice } from '../i18n/settings-advice-en.ts';
import type { Level } from '../ui/mark.tsx';

/** What a check that is not a plain tick means and what to do; the most exact words there are. */
export function adviceOn(check: ShopCheck, { codes, checks, faults }: ShopAdvice): Advice | null {
  if (check.result === 'ok' || check.result === 'skipped') return null;
  const words = checks[check.name];
  return (
    (check.code === null ? undefined : codes[check.code]) ??
    (check.fault === null ? undefined : (words.faults[check.fault] ?? faults[check.fault])) ??
    words.otherwise
  );
}

export const levelOf: Record<ShopCheck['result'], Level> = {
  ok: 'good',
  warning: 'warn',
  failed: 'bad',
  skipped: 'none',
};
