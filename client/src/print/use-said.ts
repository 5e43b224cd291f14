import { useEffect, useState } from 'react';
import type { PrintOutcome } from './print-what.ts';

const saidForMs = 3_000;

/** What became of something sent to the printer, for a moment; else null. */
export function useSaid(): [said: PrintOutcome | null, say: (outcome: PrintOutcome) => void] {
  const [said, setSaid] = useState<PrintOutcome | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), saidForMs);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, setSaid];
}
