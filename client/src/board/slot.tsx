import { memo, useContext } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useLive, useOrder } from '../live/use-live.ts';
import { CheckIcon, RecallIcon } from '../ui/icons.tsx';
import { useGuard } from '../ui/use-guard.ts';
import { lineCount } from './line-count.ts';
import { PieceContext } from './piece.ts';
import type { LineRange } from './split-lines.ts';
import { Ticket } from './ticket.tsx';
import { useFold } from './use-fold.ts';
import type { Face, Zone } from './wall-state.ts';
import styles from './wall.module.css';

interface SlotProps {
  id: string;
  zone: Zone;
  face: Face;
  /** The parts of a ticket taller than the wall, or null. */
  ranges: readonly LineRange[] | null;
}

/**
 * What stands in one place of the wall. Memoised by hand: the wall renders with every event, and 300 tickets must not
 * render with it. Where it stands is written into its style by the wall's layout, not by React.
 */
export const Slot = memo(function SlotOfWall({ id, zone, face, ranges }: SlotProps) {
  const observe = useContext(PieceContext);
  const order = useOrder(id);
  const fold = useFold(id);
  const pieces = ranges ?? [null];
  return (
    <>
      {pieces.map((range, index) => (
        <div
          key={index === 0 ? 'first' : `part ${index}`}
          ref={observe}
          className={styles.piece}
          data-piece={index}
          data-order={id}
          data-zone={zone}
          data-face={face}
          data-lines={ranges || !order ? undefined : lineCount(order)}
        >
          {face === 'ticket' && (
            <Ticket
              id={id}
              part={range && pieces.length > 1 ? { range, index, of: pieces.length } : null}
              fold={fold}
            />
          )}
          {face === 'undo' && <UndoSlot id={id} />}
          {face === 'gone' && <div className={styles.gone} />}
        </div>
      ))}
      {ranges && (
        <div ref={observe} className={styles.piece} data-measure data-order={id} aria-hidden inert>
          <Ticket id={id} part={null} measuring fold={fold} />
        </div>
      )}
    </>
  );
});

/** The grey slot that takes a bump back. */
function UndoSlot({ id }: { id: string }) {
  const order = useOrder(id);
  const { press } = useLive();
  const t = useMessages();
  const { ref, isOpen } = useGuard('undo');
  if (!order) return null;
  const undo = () => {
    if (isOpen()) press(id, { type: 'recall' });
  };
  return (
    <div ref={ref} className={styles.undo}>
      <p className={styles.undoWords}>
        <CheckIcon /> {t.bar.isReady(order.number)}
      </p>
      <button type="button" className={styles.undoButton} onClick={undo}>
        <RecallIcon /> {t.bar.undo}
      </button>
    </div>
  );
}
