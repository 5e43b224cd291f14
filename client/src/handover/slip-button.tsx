import type { Order } from '@kasera/shared/order.ts';
import { useState } from 'react';
import { usePrinter } from '../print/use-printer.ts';
import { useWords } from './words.ts';
import styles from './card.module.css';

type Sending = 'idle' | 'sent' | 'failed';

/** Sends the bag slip to the printer. Whether it was printed nobody can know, and nothing waits for it. */
export function SlipButton({ order }: { order: Order }) {
  const words = useWords();
  const print = usePrinter();
  const [sending, setSending] = useState<Sending>('idle');
  const send = async () => setSending(await print([order], 'slip'));
  const said = { idle: '', sent: words.slipSent(order.number), failed: words.slipFailed(order.number) }[sending];
  return (
    <>
      <button
        type="button"
        className={styles.side}
        aria-label={words.slipOne(order.number)}
        onClick={() => void send()}
      >
        {words.slip}
      </button>
      <span className={styles.slipSaid} role="status">
        {said}
      </span>
    </>
  );
}
