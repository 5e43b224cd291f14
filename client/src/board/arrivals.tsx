import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useLive } from '../live/use-live.ts';
import spoken from '../ui/spoken.module.css';

/** Tells screen readers of each new order. */
export function Arrivals() {
  const t = useMessages();
  const { store } = useLive();
  const [words, setWords] = useState('');
  useEffect(
    () =>
      store.onServerChanges((changes) => {
        const fresh = changes.filter(
          ({ before, after, from }) => from === 'event' && !before && after.status === 'new',
        );
        if (fresh.length === 0) return;
        setWords(fresh.map(({ after }) => t.live.arrived(after.number, after.items.length)).join('. '));
      }),
    [store, t],
  );
  return (
    <p className={spoken.spoken} aria-live="polite">
      {words}
    </p>
  );
}
