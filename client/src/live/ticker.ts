import { createContext, useContext, useSyncExternalStore } from 'react';

/** Strikes about once a second; clocks hang on it, tickets do not. */
export interface Ticker {
  now(): number;
  subscribe(listener: () => void): () => void;
}

/**
 * One timer for all clocks of the page.
 * @param deps `now` is the server's clock; `every` starts the striking
 */
export function createTicker(deps: { now(): number; every(run: () => void): void }): Ticker {
  const listeners = new Set<() => void>();
  deps.every(() => {
    for (const listener of listeners) listener();
  });
  return {
    now: deps.now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const TickerContext = createContext<Ticker | null>(null);

/**
 * What a clock shows: renders only when the words change, not each second.
 * @param read must answer a text, number or boolean
 */
export function useTick<T extends string | number | boolean>(read: (now: number) => T): T {
  const ticker = useContext(TickerContext);
  if (!ticker) throw new Error('useTick needs a TickerContext above it');
  return useSyncExternalStore(ticker.subscribe, () => read(ticker.now()));
}
