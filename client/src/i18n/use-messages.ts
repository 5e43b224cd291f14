import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Messages } from './en.ts';
import type { Language } from './language.ts';
import type { Spoken } from './spoken.ts';

export const LanguageContext = createContext<Spoken | null>(null);

/** The language with its words, and the way to another one. */
export function useSpoken(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('useLanguage needs a LanguageContext above it');
  return spoken;
}

export function useLanguage(): [Language, (language: Language) => void] {
  const spoken = useSpoken();
  return [useSyncExternalStore(spoken.subscribe, spoken.get), spoken.set];
}

/** The words of the chosen language. */
export function useMessages(): Messages {
  const spoken = useSpoken();
  return useSyncExternalStore(spoken.subscribe, spoken.words);
}
