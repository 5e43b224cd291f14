import type { Order } from '@kasera/shared/order.ts';
import type { Language } from '../i18n/language.ts';
import { orderPanelWords } from '../i18n/order-panel-words.ts';
import { printInFrame } from './print-frame.ts';
import { createPrintQueue, type PrintQueue } from './print-queue.ts';
import type { PrintOutcome, PrintWhat } from './print-what.ts';
import { bagSlip, ticketSlip, type Slip, type SlipStyle } from './slip.ts';

/** One queue a page, wherever in it something is printed. */
const queues = new WeakMap<Document, PrintQueue>();

/** Sends the slips of orders to the printer as one job, after those asked for before. Never rejects, never blocks. */
export function printOrders(
  orders: readonly Order[],
  what: PrintWhat,
  { page, language, ...style }: Omit<SlipStyle, 'words'> & { page: Document; language: Language },
): Promise<PrintOutcome> {
  const words = orderPanelWords[language].print;
  return queueOf(page).print(slipsOf(orders, what, { ...style, words }));
}

/** The pieces of paper, in the order in which they leave the printer. */
export function slipsOf(orders: readonly Order[], what: PrintWhat, style: SlipStyle): Slip[] {
  return orders.flatMap((order) => {
    const ticket = what === 'slip' ? [] : [ticketSlip(order, style)];
    return what === 'ticket' ? ticket : [...ticket, bagSlip(order, style)];
  });
}

function queueOf(page: Document): PrintQueue {
  const queue = queues.get(page) ?? createPrintQueue({ open: (slips) => printInFrame(page, slips) });
  queues.set(page, queue);
  return queue;
}
