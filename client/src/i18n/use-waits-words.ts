import { usePair } from './use-pair.ts';
import { waitsEn } from './waits-en.ts';
import { waitsEs } from './waits-es.ts';

export function useWaitsWords() {
  return usePair({ en: waitsEn, es: waitsEs });
}
