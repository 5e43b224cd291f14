import { serviceEn, type ServiceWords } from '../i18n/en-service.ts';
import { serviceEs } from '../i18n/es-service.ts';
import { usePair } from '../i18n/use-pair.ts';

const pair = { en: serviceEn, es: serviceEs };

/** This page's words in the chosen language. */
export function useWords(): ServiceWords {
  return usePair(pair);
}
