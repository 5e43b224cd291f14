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
  const own = { ref: observe, className: styles.piece, 'data-order': id };
  const place = { 'data-zone': zone, 'data-face': face };
  // The whole ticket is what its parts are cut by, so it stays when it is cut, unseen.
  const whole = ranges
    ? { 'data-measure': true, 'aria-hidden': true, inert: true }
    : { ...place, 'data-piece': 0, 'data-lines': order && lineCount(order) };
  return (
    <>
      <div key="whole" {...own} {...whole}>
        {ranges || face === 'ticket' ? (
          <Ticket id={id} part={null} measuring={ranges !== null} fold={fold} />
        ) : (
          <NoTicket id={id} face={face} />
        )}
      </div>
      {ranges?.map((range, index) => (
        <div key={`part ${index}`} {...own} {...place} data-piece={index}>
          {face === 'ticket' ? (
            <Ticket id={id} part={ranges.length > 1 ? { range, index, of: ranges.length } : null} fold={fold} />
          ) : (
            <NoTicket id={id} face={face} />
          )}
        </div>
      ))}
    </>
  );
});

function NoTicket({ id, face }: { id: string; face: Exclude<Face, 'ticket'> }) {
  return face === 'undo' ? <UndoSlot id={id} /> : <div className={styles.gone} />;
}

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
