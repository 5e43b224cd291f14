import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Messages } from './en.ts';
import type { Language } from './language.ts';
import type { Spoken } from './spoken.ts';

/** The language with its words and the way to another one; and the words alone, which every line of a ticket needs. */
export const LanguageContext = createContext<Spoken | null>(null);
export const WordsContext = createContext<Messages | null>(null);

/** The language with its words, and the way to another one. */
export function useSpoken(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('useLanguage needs a Speaking above it');
  return spoken;
}

export function useLanguage(): [Language, (language: Language) => void] {
  const spoken = useSpoken();
  return [useSyncExternalStore(spoken.subscribe, spoken.get), spoken.set];
}

/** The words of the chosen language. */
export function useMessages(): Messages {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useMessages needs a Speaking above it');
  return words;
}
