import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Messages } from './en.ts';
import { dictionaries, type Language } from './language.ts';

/** Where the chosen language is kept; given to the tree once by `main.tsx`. */
export interface LanguageCell {
  get(): Language;
  set(language: Language): void;
  subscribe(listener: () => void): () => void;
}

export const LanguageContext = createContext<LanguageCell | null>(null);

export function useLanguage(): [Language, (language: Language) => void] {
  const cell = useContext(LanguageContext);
  if (!cell) throw new Error('useLanguage needs a LanguageContext above it');
  return [useSyncExternalStore(cell.subscribe, cell.get), cell.set];
}

/** The words of the chosen language. */
export function useMessages(): Messages {
  const [language] = useLanguage();
  return dictionaries[language];
}
