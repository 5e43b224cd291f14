import type { Order } from '@kasera/shared/order.ts';
import { byDueAt, listFor } from '@kasera/shared/tickets.ts';
import { timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { usePrinter } from '../print/use-printer.ts';
import { useSaid } from '../print/use-said.ts';
import { useDevice } from './device.ts';

/** Why what is shown is not the server's, that it was kept on this screen, and as of when it is. */
export function KeptWords() {
  const t = useMessages();
  const asOf = useCell(useDevice().asOf);
  const isRefused = useCell(useLive().phase) === 'too-many-connections';
  if (asOf === null) return null;
  const why = isRefused ? t.device.noPlace : t.device.noConnection;
  return `${why} ${t.device.kept(timeOfDay(asOf, t))} ${t.device.keptPresses}`;
}

/** Puts every open order on paper, the most pressing first: a kitchen goes on without screens. */
export function PrintOpen({ className }: { className: string }) {
  const t = useMessages();
  const { store, viewer, clock } = useLive();
  const print = usePrinter();
  const [said, say] = useSaid();
  const onPaper = new Set<string>(['new', 'cooking', 'later']);
  const isOpen = (order: Order) => onPaper.has(listFor(order, clock.now(), viewer.get()));
  const openOrders = () => store.orders().filter(isOpen).toSorted(byDueAt);
  return (
    <button
      type="button"
      className={className}
      aria-label={said ? t.line.print[said] : t.device.printAll}
      title={t.device.printAll}
      onClick={() => void print(openOrders(), 'ticket').then(say)}
    >
      {said ? t.line.print[said] : t.device.print}
    </button>
  );
}
