import { useEffect, useState } from 'react';
import { useLive } from '../live/use-live.ts';
import { useSound } from '../sound/use-sound.ts';
import { announce, silent } from './announcing.ts';
import type { Called, PickupList } from './pickup-list.ts';

const lookEveryMs = 250;

/** The one that is being called out now, by sound as well; null: none. */
export function useAnnouncing(list: PickupList): Called | null {
  const { store } = useLive();
  const { player } = useSound();
  const [state, setState] = useState(silent);
  const all = [...list.ready, ...list.waiting];
  const ready = all.map(({ id }) => id).toReversed();
  const key = ready.join(' ');
  useEffect(() => {
    // Before the first answer nothing is known: what it brings stood there before.
    const look = () => {
      if (store.board().epoch === null) return;
      setState((held) => announce(held, { ready: key ? key.split(' ') : [], now: performance.now() }));
    };
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [store, key]);
  const current = state.current?.id ?? null;
  useEffect(() => {
    if (current !== null) player.play('counter');
  }, [current, player]);
  return all.find(({ id }) => id === current) ?? null;
}
