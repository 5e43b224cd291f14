import { useEffect } from 'react';
import { useBoardScreen } from './use-screen.ts';

const returnsAfterMs = 30_000;

/** Goes back to the first page when nobody has touched the screen for a while: the most pressing tickets are there. */
export function usePageReturn(page: number, setPage: (page: number) => void): void {
  const { lastInputAt } = useBoardScreen();
  useEffect(() => {
    if (page === 0) return undefined;
    const timer = setInterval(() => {
      if (performance.now() - lastInputAt() >= returnsAfterMs) setPage(0);
    }, 1_000);
    return () => clearInterval(timer);
  }, [page, setPage, lastInputAt]);
}
