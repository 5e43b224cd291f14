import { useEffect } from 'react';
import { useCell, useLive } from '../../live/use-live.ts';

/** Lets a tab in the background tell how many orders nobody has answered, and that something is wrong. */
export function PageTitle({ waiting }: { waiting: number }) {
  const isWrong = useCell(useLive().watch).warning.type !== 'none';
  useEffect(() => {
    document.title = titleOf(waiting, isWrong);
  }, [waiting, isWrong]);
  return null;
}

export function titleOf(waiting: number, isWrong: boolean): string {
  return [isWrong ? '!' : '', waiting > 0 ? `(${waiting})` : '', 'Kasera'].filter(Boolean).join(' ');
}
