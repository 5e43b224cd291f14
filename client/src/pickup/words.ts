import { pickupEn, type PickupWords } from '../i18n/en-pickup.ts';
import { pickupEs } from '../i18n/es-pickup.ts';
import type { Language } from '../i18n/language.ts';

export type { PickupWords };

/** What guests are spoken to in: one language, or both at once for a house with visitors. */
export const pickupLanguages = ['es', 'en', 'both'] as const;
export type PickupLanguages = (typeof pickupLanguages)[number];

const pair: Record<Language, PickupWords> = { en: pickupEn, es: pickupEs };

/** Everything the screen says; where both languages are wished, each text is said in both, the device's first. */
export function pickupWords(chosen: PickupLanguages, device: Language): PickupWords {
  if (chosen !== 'both') return pair[chosen];
  const [first, second] = device === 'es' ? [pickupEs, pickupEn] : [pickupEn, pickupEs];
  const both = (a: string, b: string) => (a === b ? a : `${a} · ${b}`);
  return {
    ...first,
    preparing: both(first.preparing, second.preparing),
    ready: both(first.ready, second.ready),
    stillHere: both(first.stillHere, second.stillHere),
    nobody: both(first.nobody, second.nobody),
    connecting: both(first.connecting, second.connecting),
    outOfDate: both(first.outOfDate, second.outOfDate),
    announced: (number) => `${first.announced(number)}. ${second.announced(number)}`,
  };
}
