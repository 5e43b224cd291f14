import { usualSetup } from '@kasera/shared/kitchen.ts';
import { useEffect, useState } from 'react';
import { useLive } from '../live/use-live.ts';
import { quiet, ring } from '../sound/ringing.ts';
import { useSound } from '../sound/use-sound.ts';
import spoken from '../ui/spoken.module.css';
import { isFresh } from './counter-list.ts';
import { newsOf } from './news.ts';
import { useWords } from './words.ts';

/** Says what came to the counter: by its sounds, and to screen readers in words. */
export function Announcements() {
  useRing();
  const words = useWords();
  const { store } = useLive();
  const { player } = useSound();
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      store.onServerChanges((changes) => {
        const { ready, fresh, stopped } = newsOf(changes);
        if (stopped.length > 0) player.play('stop');
        else if (ready.length > 0) player.play('counter', ready.length);
        const sentences = [
          ...stopped.map(({ number }) => words.nowStopped(number)),
          ...ready.map(({ number }) => words.nowReady(number)),
          ...fresh.map(({ number }) => words.nowFresh(number)),
        ];
        if (sentences.length > 0) setSaid(sentences.join('. '));
      }),
    [store, player, words],
  );
  return (
    <p className={spoken.spoken} aria-live="polite">
      {said}
    </p>
  );
}

/** New orders with nothing to cook ring here until somebody answers, in step with the board's ring. */
function useRing(): void {
  const { store, clock, screen, rules } = useLive();
  const { player } = useSound();
  useEffect(() => {
    let state = quiet;
    let wasWaiting = 0;
    const look = () => {
      const now = clock.now();
      const next = ring(state, {
        orders: store.orders().filter((order) => isFresh(order, now)),
        viewer: { screen, stations: null },
        setup: rules.get() ?? usualSetup,
        // The alarm about the connection is the page's, whatever it shows.
        ...{ now, alarms: 0, hushed: true },
      });
      state = next.state;
      for (const { name, count } of next.sounds) player.play(name, count);
      if (next.waiting === 0 && wasWaiting > 0) player.stop('new');
      wasWaiting = next.waiting;
    };
    const timer = setInterval(look, 1_000);
    const stopListening = store.subscribe(look);
    return () => {
      clearInterval(timer);
      stopListening();
    };
  }, [store, clock, screen, rules, player]);
}
