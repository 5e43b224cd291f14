import { useLive } from '../live/use-live.ts';
import { printOnAcceptPreference } from './print-on-accept.ts';
import type { PrintOutcome } from './print-what.ts';
import { usePrinter } from './use-printer.ts';
import { useSaid } from './use-said.ts';

/**
 * Prints what is accepted on this screen, where the device was told to.
 * @returns `accepted` to be called after the press; `said`: what became of it, for a moment, else null
 */
export function usePrintOnAccept(): { accepted: (orderId: string) => void; said: PrintOutcome | null } {
  const { store } = useLive();
  const print = usePrinter();
  const [said, say] = useSaid();
  const accepted = (orderId: string) => {
    const what = printOnAcceptPreference(localStorage).get();
    const order = store.order(orderId);
    if (what !== 'off' && order) void print([order], what).then(say);
  };
  return { accepted, said };
}
