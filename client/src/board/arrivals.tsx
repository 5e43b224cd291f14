import type { Order } from '@kasera/shared/order.ts';
import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useLive } from '../live/use-live.ts';
import spoken from '../ui/spoken.module.css';

/** Nobody can listen to more. */
const sayEveryMs = 1_000;

/** Tells screen readers of each new order, of those that come in one second together. */
export function Arrivals() {
  const t = useMessages();
  const { store } = useLive();
  const [words, setWords] = useState('');
  useEffect(() => {
    let fresh: Order[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      setWords(fresh.map(({ number, items }) => t.live.arrived(number, items.length)).join('. '));
      fresh = [];
      timer = undefined;
    };
    const forget = store.onServerChanges((changes) => {
      for (const { before, after, from } of changes) {
        if (from === 'event' && !before && after.status === 'new') fresh.push(after);
      }
      if (fresh.length > 0) timer ??= setTimeout(say, sayEveryMs);
    });
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, [store, t]);
  return (
    <p className={spoken.spoken} aria-live="polite">
      {words}
    </p>
  );
}
