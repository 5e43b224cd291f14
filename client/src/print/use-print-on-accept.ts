import { useEffect, useState } from 'react';
import { useLive } from '../live/use-live.ts';
import { printOnAcceptPreference } from './print-on-accept.ts';
import type { PrintOutcome } from './print-what.ts';
import { usePrinter } from './use-printer.ts';

const saidForMs = 3_000;

/**
 * Prints what is accepted on this screen, where the device was told to.
 * @returns `accepted` to be called after the press; `said`: what became of it, for a moment, else null
 */
export function usePrintOnAccept(): { accepted: (orderId: string) => void; said: PrintOutcome | null } {
  const { store } = useLive();
  const print = usePrinter();
  const [said, setSaid] = useState<PrintOutcome | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), saidForMs);
    return () => clearTimeout(timer);
  }, [said]);
  const accepted = (orderId: string) => {
    const what = printOnAcceptPreference(localStorage).get();
    const order = store.order(orderId);
    if (what !== 'off' && order) void print([order], what).then(setSaid);
  };
  return { accepted, said };
}
