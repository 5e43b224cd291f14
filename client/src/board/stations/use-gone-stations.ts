import type { Station } from '@kasera/shared/kitchen.ts';
import { useEffect, useRef, useState } from 'react';
import { useStationsChoice } from '../../live/stations-choice.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { withoutGone } from './shown.ts';

/**
 * Drops from this screen's choice what the kitchen has no station for any more: it would show nothing of it for ever.
 * @returns what was dropped, by the names last known, until somebody takes the words away
 */
export function useGoneStations(): { names: string; dismiss: () => void } | null {
  const rules = useCell(useLive().rules);
  const [chosen, choose] = useStationsChoice();
  const [names, setNames] = useState('');
  const known = useRef<readonly Station[]>([]);
  useEffect(() => {
    if (!rules) return;
    const found = withoutGone(chosen, rules);
    if (found) {
      setNames(
        found.gone.map((id) => known.current.find((one) => one.id === id)?.name ?? id.toUpperCase()).join(' + '),
      );
      choose(found.left);
    }
    known.current = rules.stations;
  }, [rules, chosen, choose]);
  return names === '' ? null : { names, dismiss: () => setNames('') };
}
