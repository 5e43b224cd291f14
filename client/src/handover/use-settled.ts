import { useLayoutEffect, useRef } from 'react';

const ignoresForMs = 600;

/**
 * A button whose meaning just changed takes nothing for 600 ms: the tap was meant for what stood there before.
 * @param meaning what it does now
 * @returns tells whether a press counts
 */
export function useSettled(meaning: string): () => boolean {
  const changedAt = useRef(0);
  useLayoutEffect(() => {
    changedAt.current = performance.now();
  }, [meaning]);
  return () => performance.now() - changedAt.current >= ignoresForMs;
}
