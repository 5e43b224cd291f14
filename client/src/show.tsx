import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage, loadWords, type Language } from './i18n/language.ts';
import { Speaking } from './i18n/speaking.tsx';
import { speak } from './i18n/spoken.ts';
import { lateScript, loadScript } from './live/late-script.ts';
import { createPreference } from './live/preference.ts';

/**
 * Puts a page into the document, in the language chosen on this device, as soon as its words are there.
 * @param after what is waited for as well
 */
export function show(page: ReactNode, after?: Promise<void>): void {
  void speakAndShow(page, after);
}

async function speakAndShow(page: ReactNode, after: Promise<void> | undefined): Promise<void> {
  const chosen = createPreference<Language>(localStorage, 'language', (kept) =>
    chooseLanguage(kept, navigator.languages),
  );
  const words = await loadScript(loadWords[chosen.get()]);
  const spoken = speak({ chosen, words, others: (language) => lateScript(loadWords[language]).now() });
  const sayLanguage = () => document.documentElement.setAttribute('lang', spoken.get());
  spoken.subscribe(sayLanguage);
  sayLanguage();
  await after;
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  createRoot(root).render(<Speaking spoken={spoken}>{page}</Speaking>);
}
