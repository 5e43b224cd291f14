import { createContext, useContext, useEffect, useRef } from 'react';
import type { KeyAction } from './key-map.ts';

/** Who does what a key asks for. The last one that took an action on does it. */
export interface KeyActions {
  /** @returns the way to give it up */
  on(action: KeyAction, run: () => void): () => void;
  /** @returns whether anybody did it */
  run(action: KeyAction): boolean;
}

export function createKeyActions(): KeyActions {
  const runs = new Map<KeyAction, (() => void)[]>();
  return {
    on(action, run) {
      runs.set(action, [...(runs.get(action) ?? []), run]);
      return () =>
        void runs.set(
          action,
          (runs.get(action) ?? []).filter((one) => one !== run),
        );
    },
    run(action) {
      const run = runs.get(action)?.at(-1);
      run?.();
      return run !== undefined;
    },
  };
}

export const KeyActionsContext = createContext<KeyActions | null>(null);

/** Takes a key's action on for as long as the component is there; `null` leaves it to others. */
export function useKeyAction(action: KeyAction, run: (() => void) | null): void {
  const actions = useContext(KeyActionsContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const isTaken = run !== null;
  useEffect(() => (isTaken ? actions?.on(action, () => latest.current?.()) : undefined), [actions, action, isTaken]);
}
