import { handoverEn, type HandoverWords } from '../i18n/en-handover.ts';
import { handoverEs } from '../i18n/es-handover.ts';
import { usePair } from '../i18n/use-pair.ts';

const pair = { en: handoverEn, es: handoverEs };

/** This page's words in the chosen language. */
export function useWords(): HandoverWords {
  return usePair(pair);
}
