import type { Language } from './language.ts';
import { useLanguage } from './use-messages.ts';

/** A page's own words in the chosen language; they come with the page, not with the board. */
export function usePair<W>(pair: Record<Language, W>): W {
  const [language] = useLanguage();
  return pair[language];
}
