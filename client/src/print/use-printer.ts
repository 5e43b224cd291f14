import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { otherDayOf, timeOfDay } from '../i18n/format.ts';
import { useLanguage, useMessages } from '../i18n/use-messages.ts';
import { lateScript } from '../live/late-script.ts';
import { useLive } from '../live/use-live.ts';
import type { PrintOutcome, PrintWhat } from './print-what.ts';

/** Sends orders to the printer, in the screen's language. What prints is a script of its own, loaded when first needed. */
export function usePrinter(): (orders: readonly Order[], what: PrintWhat) => Promise<PrintOutcome> {
  const t = useMessages();
  const [language] = useLanguage();
  const { rules, clock } = useLive();
  return async (orders, what) => {
    const { allergyWords } = rules.get() ?? usualSetup;
    const time = (at: number) => timeOfDay(at, t);
    const otherDay = (at: number) => otherDayOf(at, clock.now(), t);
    try {
      const script = await printing.now();
      if (!script) return 'failed';
      return await script.printOrders(orders, what, { t, language, time, otherDay, allergyWords, page: document });
    } catch {
      return 'failed';
    }
  };
}

/** Fetches it while the server is there: paper is what helps when it is not. */
export function preloadPrinting(): void {
  void printing.come();
}

const printing = lateScript(() => import('./print-orders.ts'));
