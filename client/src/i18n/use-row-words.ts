import { rowEn } from './row-en.ts';
import { rowEs } from './row-es.ts';
import { usePair } from './use-pair.ts';

export function useRowWords() {
  return usePair({ en: rowEn, es: rowEs });
}
