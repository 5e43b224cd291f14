import { splitAllergy } from '@kasera/shared/allergy.ts';
import type { ContentChange, Order } from '@kasera/shared/order.ts';
import { timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { WarningIcon } from '../ui/icons.tsx';
import { ConflictLine } from './conflict-line.tsx';
import { ItemLine } from './item-line.tsx';
import type { NoteWas, TicketLine } from './ticket-lines.ts';
import styles from './ticket.module.css';

/** One line of a ticket; `data-line` is where a long ticket may be cut. */
export function TicketLineView({ line, order }: { line: TicketLine; order: Order }) {
  switch (line.type) {
    case 'allergy':
      return <AllergyLine line={line} />;
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
      return <ItemLine item={line.item} order={order} />;
  }
}

function AllergyLine({ line }: { line: Extract<TicketLine, { type: 'allergy' }> }) {
  const t = useMessages();
  return (
    <p className={styles.allergy} data-line>
      <WarningIcon />{' '}
      {line.known ? (
        <strong>{saysAllergy(line.text) ? line.text : `${t.ticket.allergy} ${line.text}`}</strong>
      ) : (
        splitAllergy(line.text).map((piece, index) =>
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
  const words: string[] = [];
  if (change.note) words.push(t.ticket.noteWas(change.note.was));
  if (change.kind) words.push(t.ticket.kindWas(t.kinds[change.kind.was]));
  if (change.promise) {
    const { was } = change.promise;
    words.push(was === null ? t.ticket.promiseIsNew : t.ticket.promiseWas(timeOfDay(was, t)));
  }
  return (
    <p className={styles.change} data-line>
      {words.join(' · ')}
    </p>
  );
}
