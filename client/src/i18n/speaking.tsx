import { useSyncExternalStore, type ReactNode } from 'react';
import type { Spoken } from './spoken.ts';
import { LanguageContext, WordsContext } from './use-messages.ts';

/** Below it that language is spoken. */
export function Speaking({ spoken, children }: { spoken: Spoken; children: ReactNode }) {
  const words = useSyncExternalStore(spoken.subscribe, spoken.words);
  return (
    <LanguageContext value={spoken}>
      <WordsContext value={words}>{children}</WordsContext>
    </LanguageContext>
  );
}
