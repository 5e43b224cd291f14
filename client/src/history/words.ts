import { historyEn } from '../i18n/history-en.ts';
import { historyEs } from '../i18n/history-es.ts';
import { usePair } from '../i18n/use-pair.ts';

export function useHistoryWords() {
  return usePair({ en: historyEn, es: historyEs });
}
