import { memo } from 'react';
import { useLive } from '../live/use-live.ts';
import { lineCount } from './line-count.ts';
import type { Face, Zone } from './wall-state.ts';
import styles from './wall.module.css';

/**
 * The place of a ticket on a far page, with nothing in it: the wall counts it, and draws it before anybody turns there.
 * It does not listen to its order, whose lines only serve for a guess.
 */
export const FarSlot = memo(function FarSlotOfWall({ id, zone, face }: { id: string; zone: Zone; face: Face }) {
  const order = useLive().store.order(id);
  return (
    <div
      className={styles.piece}
      data-far
      data-piece="0"
      data-order={id}
      data-zone={zone}
      data-face={face}
      data-lines={order ? lineCount(order) : 0}
    />
  );
});
