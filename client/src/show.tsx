import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage, loadWords, type Language } from './i18n/language.ts';
import { Speaking } from './i18n/speaking.tsx';
import { speak } from './i18n/spoken.ts';
import { lateScript, loadScript } from './live/late-script.ts';
import { createPreference } from './live/preference.ts';
import { startOver } from './live/start-over.ts';

interface Showing {
  /** What is waited for as well. */
  after?: Promise<void>;
  /** The page could not be drawn, not even without its late parts: it is loaded anew, and until then it is none. */
  onFault?(): void;
}

/** Puts a page into the document, in the language chosen on this device, as soon as its words are there. */
export function show(page: ReactNode, showing: Showing = {}): void {
  void speakAndShow(page, showing);
}

async function speakAndShow(page: ReactNode, { after, onFault }: Showing): Promise<void> {
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
  const onUncaughtError = (error: unknown) => {
    reportError(error);
    onFault?.();
    startOver(root, spoken.words().fault.page);
  };
  createRoot(root, { onUncaughtError }).render(<Speaking spoken={spoken}>{page}</Speaking>);
}
