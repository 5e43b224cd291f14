import { createContext, useContext, type ReactNode } from 'react';

/** What the page takes from its surroundings: pieces the board has too. */
export interface Counter {
  /** The reserved row of words. */
  messages: ReactNode;
  /** How it stands, and the way to hear more of it. */
  health: ReactNode;
  /** What is connected and what is not. */
  connections: ReactNode;
  /** How long ago somebody last touched this screen or pressed a key, in milliseconds. */
  sinceInputMs(): number;
}

export const CounterContext = createContext<Counter | null>(null);

export function useCounter(): Counter {
  const counter = useContext(CounterContext);
  if (!counter) throw new Error('useCounter needs a CounterContext above it');
  return counter;
}
