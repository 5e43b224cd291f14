import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { useLanguage, useMessages } from '../i18n/use-messages.ts';
import { useLive } from '../live/use-live.ts';
import type { PrintOutcome, PrintWhat } from './print-what.ts';

/** Sends orders to the printer, in the screen's language. What prints is a script of its own, loaded when first needed. */
export function usePrinter(): (orders: readonly Order[], what: PrintWhat) => Promise<PrintOutcome> {
  const t = useMessages();
  const [language] = useLanguage();
  const { rules } = useLive();
  return async (orders, what) => {
    const { allergyWords } = rules.get() ?? usualSetup;
    try {
      const { printOrders } = await loadPrinting();
      return await printOrders(orders, what, { t, language, allergyWords, page: document });
    } catch {
      return 'failed';
    }
  };
}

/** Fetches it while the server is there: paper is what helps when it is not. */
export async function preloadPrinting(): Promise<void> {
  await loadPrinting();
}

function loadPrinting() {
  return import('./print-orders.ts');
}
