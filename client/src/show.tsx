import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage, loadWords, type Language } from './i18n/language.ts';
import { speak } from './i18n/spoken.ts';
import { LanguageContext } from './i18n/use-messages.ts';
import { createPreference } from './live/preference.ts';

/** Puts a page into the document, in the language chosen on this device, as soon as its words are there. */
export function show(page: ReactNode): void {
  void speakAndShow(page);
}

async function speakAndShow(page: ReactNode): Promise<void> {
  const chosen = createPreference<Language>(localStorage, 'language', (kept) =>
    chooseLanguage(kept, navigator.languages),
  );
  const spoken = await speak({ chosen, load: loadWords, later: (run) => void setTimeout(run, 1_000) });
  const sayLanguage = () => document.documentElement.setAttribute('lang', spoken.get());
  spoken.subscribe(sayLanguage);
  sayLanguage();
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  createRoot(root).render(<LanguageContext value={spoken}>{page}</LanguageContext>);
}
