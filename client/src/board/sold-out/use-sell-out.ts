import type { SellOut, SoldOutSpan } from '@kasera/shared/shop.ts';
import { ordersWanting } from '@kasera/shared/sold-out.ts';
import { useRef, useState } from 'react';
import { newId } from '../../live/identity.ts';
import type { SoldOutAnswer } from '../../live/sold-out-api.ts';
import { useLive } from '../../live/use-live.ts';
import type { Product } from './sellable-lines.ts';
import { markOf } from './screen-mark.ts';
import { useBoardScreen } from '../use-screen.ts';
import { useSoldOutApi } from './use-sold-out-api.ts';

export type Asking = { type: 'idle' } | { type: 'sending' } | Exclude<SoldOutAnswer, { type: 'done' }>;

/**
 * Sells something out, and says in the reserved row which open orders still have it.
 * @returns how it stands, and the press; a lost answer tried again is the same wish, not a second one
 */
export function useSellOut(onDone: () => void): [Asking, (product: Product, span: SoldOutSpan) => Promise<void>] {
  const { store, clock, messages } = useLive();
  const soldOutApi = useSoldOutApi();
  const by = useSignature();
  const [asking, setAsking] = useState<Asking>({ type: 'idle' });
  const last = useRef<SellOut | null>(null);
  const send = async (product: Product, span: SoldOutSpan) => {
    setAsking({ type: 'sending' });
    const wish = { ...product, span, by };
    last.current = isSame(last.current, wish) ? last.current : { ...wish, id: newId() };
    const answer = await soldOutApi.sellOut(last.current);
    if (answer.type !== 'done') {
      setAsking(answer);
      return;
    }
    const openIn = ordersWanting(product, store.orders(), clock.now()).map((order) => order.number);
    messages.say({ type: 'sold-out', name: product.name, openIn });
    onDone();
  };
  return [asking, send];
}

function isSame(before: SellOut | null, wish: Omit<SellOut, 'id'>): before is SellOut {
  return before !== null && JSON.stringify({ ...before, id: '' }) === JSON.stringify({ ...wish, id: '' });
}

/** What this screen signs with: the name given to it, else a mark of its id, which each screen reads in its language. */
function useSignature(): string {
  const { screen } = useLive();
  const { name } = useBoardScreen();
  return name.get().trim() || markOf(screen);
}
