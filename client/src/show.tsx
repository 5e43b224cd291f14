import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage } from './i18n/language.ts';
import { LanguageContext } from './i18n/use-messages.ts';
import { createPreference } from './live/preference.ts';

/** Puts a page into the document, in the language chosen on this device. */
export function show(page: ReactNode): void {
  const language = createPreference(localStorage, 'language', (kept) => chooseLanguage(kept, navigator.languages));
  const sayLanguage = () => document.documentElement.setAttribute('lang', language.get());
  language.subscribe(sayLanguage);
  sayLanguage();
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  createRoot(root).render(<LanguageContext value={language}>{page}</LanguageContext>);
}
