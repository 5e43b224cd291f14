import type { Order } from '@kasera/shared/order.ts';
import { useState } from 'react';
import { useOrderPanelWords } from '../i18n/order-panel-words.ts';
import { useMessages } from '../i18n/use-messages.ts';
import buttons from '../ui/button.module.css';
import styles from './print-choices.module.css';
import type { PrintOutcome, PrintWhat } from './print-what.ts';
import { usePrinter } from './use-printer.ts';

const kinds: readonly Exclude<PrintWhat, 'both'>[] = ['ticket', 'slip'];

/** Ticket and bag slip by hand. It says that they were sent to the printer: more than that no browser knows. */
export function PrintChoices({ order }: { order: Order }) {
  const t = useMessages();
  const words = useOrderPanelWords().print;
  const print = usePrinter();
  const [said, setSaid] = useState<PrintOutcome | null>(null);
  const send = (what: PrintWhat) => {
    setSaid(null);
    void print([order], what).then(setSaid);
  };
  return (
    <>
      {kinds.map((what) => (
        <button key={what} type="button" className={buttons.quiet} onClick={() => send(what)}>
          {words[what]}
        </button>
      ))}
      <p className={styles.said} role="status">
        {said && t.line.print[said]}
      </p>
    </>
  );
}
