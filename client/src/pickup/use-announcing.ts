import { useEffect, useState } from 'react';
import { useLive } from '../live/use-live.ts';
import { useSound } from '../sound/use-sound.ts';
import { announce, shownForMs, silent } from './announcing.ts';
import { readyAt, type Called, type PickupList } from './pickup-list.ts';

const lookEveryMs = 250;

/** The one that is being called out now, by sound as well; null: none. */
export function useAnnouncing(list: PickupList): Called | null {
  const { store, clock } = useLive();
  const { player } = useSound();
  const [state, setState] = useState(silent);
  const all = [...list.ready, ...list.waiting];
  const ready = all.map(({ id }) => id).toReversed();
  const key = ready.join(' ');
  useEffect(() => {
    const isNew = (id: string) => {
      const order = store.order(id);
      return order !== undefined && clock.now() - readyAt(order) < shownForMs;
    };
    const look = () => {
      // Before the first answer nothing is known.
      if (store.board().epoch === null) return;
      setState((held) => announce(held, { ready: key ? key.split(' ') : [], isNew, now: performance.now() }));
    };
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [store, clock, key]);
  const current = state.current?.id ?? null;
  useEffect(() => {
    if (current !== null) player.play('counter');
  }, [current, player]);
  return all.find(({ id }) => id === current) ?? null;
}
