import { splitAllergy } from '@kasera/shared/allergy.ts';
import type { ContentChange, Order } from '@kasera/shared/order.ts';
import { quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { ConflictLine } from './conflict-line.tsx';
import { DoneLine } from './done-line.tsx';
import type { Dish } from '../../ticket/dishes.ts';
import type { Fold } from '../../ticket/fold.ts';
import { ItemLine } from './item-line.tsx';
import type { NoteWas, TicketLine } from '../../ticket/ticket-lines.ts';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './ticket.module.css';

/** One line of a ticket; `data-line` is where a long ticket may be cut. */
export function TicketLineView(props: { line: TicketLine; order: Order; allergyWords: readonly string[]; fold: Fold }) {
  const { line, order, allergyWords, fold } = props;
  switch (line.type) {
    case 'allergy':
      return <AllergyLine line={line} words={allergyWords} />;
    case 'note':
      return (
        <p className={styles.note} data-line data-changed={line.changed || undefined} data-by={line.by}>
          {line.text}
          <NoteWasWords was={line.was} />
        </p>
      );
    case 'conflict':
      return <ConflictLine order={order} conflict={line.conflict} place="ticket" />;
    case 'change':
      return <ChangeLine change={line.change} />;
    case 'item':
      return <ItemLine dish={line.dish} share={line.share} order={order} allergyWords={allergyWords} />;
    case 'done':
      return <DoneLine count={line.count} fold={fold} />;
    case 'hand-over':
      return <HandOverLine dishes={line.dishes} />;
  }
}

/** Nothing to cook: it is named, so that nobody looks for it, and it is no work here. */
function HandOverLine({ dishes }: { dishes: readonly Dish[] }) {
  const t = useMessages();
  const words = dishes.map((dish) => `${quantity(dish.quantity, t)} ${dish.items[0].name}`);
  return (
    <p className={styles.handOver} data-line>
      <b>{t.line.atHandOver}:</b> {words.join(' · ')}
    </p>
  );
}

function AllergyLine(props: { line: Extract<TicketLine, { type: 'allergy' }>; words: readonly string[] }) {
  const { line, words } = props;
  const t = useMessages();
  return (
    <p className={styles.allergy} data-line>
      <WarningIcon />{' '}
      {line.known ? (
        <strong>{saysAllergy(line.text) ? line.text : `${t.ticket.allergy} ${line.text}`}</strong>
      ) : (
        splitAllergy(line.text, words).map((piece, index) =>
          // Pieces of one text have no identity but their place.
          // eslint-disable-next-line react/no-array-index-key
          piece.allergy ? <strong key={index}>{piece.text}</strong> : <span key={index}>{piece.text}</span>,
        )
      )}
      {line.dish && <span className={styles.allergyDish}> · {line.dish}</span>}
      <NoteWasWords was={line.was} />
    </p>
  );
}

/** "Alergia a la leche" needs no "ALLERGY" before it. */
function saysAllergy(text: string): boolean {
  return /^\s*al+[eé]rg/iu.test(text);
}

function NoteWasWords({ was }: { was: NoteWas | undefined }) {
  const t = useMessages();
  if (!was) return null;
  return <span className={styles.noteWas}>{was.was ? t.ticket.noteWas(was.was) : t.ticket.noteWasEmpty}</span>;
}

function ChangeLine({ change }: { change: ContentChange }) {
  const t = useMessages();
  const { time } = useKitchenTime();
  const words: string[] = [];
  if (change.note) words.push(t.ticket.noteWas(change.note.was));
  if (change.kind) words.push(t.ticket.kindWas(t.kinds[change.kind.was]));
  if (change.promise) {
    const { was } = change.promise;
    words.push(was === null ? t.ticket.promiseIsNew : t.ticket.promiseWas(time(was)));
  }
  return (
    <p className={styles.change} data-line>
      {words.join(' · ')}
    </p>
  );
}
