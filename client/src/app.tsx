import type { ReactNode } from 'react';
import { KeyNeeded } from './access/key-needed.tsx';
import { useCell, useLive } from './live/use-live.ts';

/** A live page, or the word that its key is missing. */
export function App({ children }: { children: ReactNode }) {
  const { phase } = useLive();
  return useCell(phase) === 'unauthorised' ? <KeyNeeded /> : children;
}
