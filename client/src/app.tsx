import type { ReactNode } from 'react';
import { KeyNeeded } from './access/key-needed.tsx';
import { InZone } from './i18n/in-zone.tsx';
import { useCell, useLive } from './live/use-live.ts';

/** A live page, its times by the kitchen's clock; or the word that its key is missing. */
export function App({ children }: { children: ReactNode }) {
  const { phase, rules } = useLive();
  const timeZone = useCell(rules)?.timeZone;
  if (useCell(phase) === 'unauthorised') return <KeyNeeded />;
  return <InZone timeZone={timeZone}>{children}</InZone>;
}
