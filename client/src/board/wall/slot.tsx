import type { Order } from '@kasera/shared/order.ts';
import { memo, useContext, useSyncExternalStore, type ComponentType } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useLive, useOrder } from '../../live/use-live.ts';
import { CheckIcon, RecallIcon } from '../../ui/icons.tsx';
import { Guarded } from '../../ui/guarded.tsx';
import { useGuard } from '../../ui/use-guard.ts';
import { faceNow } from './face-now.ts';
import { lineCount } from './line-count.ts';
import { PieceContext } from './piece.ts';
import type { LineRange } from './split-lines.ts';
import { PlainTicket } from '../ticket/plain-ticket.tsx';
import { Ticket } from '../ticket/ticket.tsx';
import { useFold } from '../ticket/use-fold.ts';
import type { Fold } from '../../ticket/fold.ts';
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
export const Slot = memo(function SlotOfWall(props: SlotProps) {
  const order = useOrder(props.id);
  // Around the ticket's own guard: its lines are counted and folded before there is a ticket.
  return (
    <Guarded about={order} instead={() => <Pieces {...props} Content={PlainTicket} />}>
      <UsualSlot {...props} order={order} />
    </Guarded>
  );
});

function UsualSlot({ face: placed, order, ...slot }: SlotProps & { order: Order | undefined }) {
  const fold = useFold(slot.id);
  const face = useFace(slot.id, placed);
  return <Pieces {...slot} face={face} fold={fold} lines={order && lineCount(order)} Content={AnyTicket} />;
}

type TicketProps = Parameters<typeof Ticket>[0];

/** The ticket in one piece, or in its parts beside the unseen copy by which they are cut. */
function Pieces(props: SlotProps & { Content: ComponentType<TicketProps>; fold?: Fold; lines?: number | undefined }) {
  const { id, zone, face, ranges, Content, fold, lines } = props;
  const pieces = useContext(PieceContext);
  const own = { ref: pieces.observe, className: styles.piece, 'data-order': id };
  const place = { 'data-zone': zone, 'data-face': face };
  // What comes in a ticket's place is as tall from its first frame on: nothing has to be placed anew for it.
  const like = (index: number) => ({ height: face === 'ticket' ? undefined : pieces.heightOf(id, index) });
  const ticket = { id, ...(fold && { fold }) };
  // The whole ticket is what its parts are cut by, so it stays when it is cut, unseen.
  const whole = ranges
    ? { 'data-measure': true, 'aria-hidden': true, inert: true }
    : { ...place, 'data-piece': 0, 'data-lines': lines, style: like(0) };
  return (
    <>
      <div key="whole" {...own} {...whole}>
        {ranges || face === 'ticket' ? (
          <Content {...ticket} part={null} measuring={ranges !== null} />
        ) : (
          <NoTicket id={id} face={face} />
        )}
      </div>
      {ranges?.map((range, index) => (
        <div key={`part ${index}`} {...own} {...place} data-piece={index} style={like(index)}>
          {face === 'ticket' ? (
            <Content {...ticket} part={ranges.length > 1 ? { range, index, of: ranges.length } : null} />
          ) : (
            <NoTicket id={id} face={face} />
          )}
        </div>
      ))}
    </>
  );
}

/** A ticket as it should be, or a plain one where it cannot be drawn: its place, and the focus in it, stay what they are. */
function AnyTicket(ticket: TicketProps) {
  const order = useOrder(ticket.id);
  return (
    <Guarded about={order} instead={() => <PlainTicket {...ticket} />}>
      <Ticket {...ticket} />
    </Guarded>
  );
}

/**
 * What a bump or its undo makes of the place at once: the wall as a whole says the same when the frame with it is out,
 * since to settle and place 300 tickets takes a slow screen longer than a finger should wait.
 */
function useFace(id: string, placed: Face): Face {
  const { store, clock, viewer } = useLive();
  const who = useCell(viewer);
  return useSyncExternalStore(
    (listener) => store.subscribeOrder(id, listener),
    () => faceNow(placed, store.order(id), { now: clock.now(), viewer: who }),
  );
}

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
