import { pagesEn } from './pages-en.ts';
import { pagesEs } from './pages-es.ts';
import { usePair } from './use-pair.ts';

export function usePageWords() {
  return usePair({ en: pagesEn, es: pagesEs });
}
