import type { Order } from '@kasera/shared/order.ts';
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
  { page, ...style }: SlipStyle & { page: Document },
): Promise<PrintOutcome> {
  return queueOf(page).print(slipsOf(orders, what, style));
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
