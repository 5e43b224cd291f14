import { useEffect, useState } from 'react';
import { useCell, useLive, useOrder } from '../../live/use-live.ts';
import { dishesFor } from '../../ticket/dishes.ts';
import { foldable, type Fold } from '../../ticket/fold.ts';
import { useBoardScreen } from '../use-screen.ts';

const restForMs = 1_500;

/**
 * What is folded on a ticket, for all its parts alike. Folding moves what stands below it, so it waits until nobody has
 * touched the screen for 1.5 s: the next tap still finds its dish where it was.
 */
export function useFold(id: string): Fold {
  const order = useOrder(id);
  const viewer = useCell(useLive().viewer);
  const { lastInputAt } = useBoardScreen();
  const isCooking = order?.status === 'acknowledged' || order?.status === 'preparing';
  const wanted = isCooking ? foldable(dishesFor(order, viewer)).join('\n') : '';
  const [held, setHeld] = useState(wanted);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      const restsInMs = lastInputAt() + restForMs - performance.now();
      if (restsInMs > 0) timer = setTimeout(settle, restsInMs + 1);
      else setHeld(wanted);
    };
    settle();
    return () => clearTimeout(timer);
  }, [wanted, lastInputAt]);
  return {
    keys: new Set(held.split('\n')),
    isOpen,
    toggle: () => setOpen((before) => !before),
  };
}
