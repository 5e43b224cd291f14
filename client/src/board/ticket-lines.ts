import { speaksOfAllergy } from '@kasera/shared/allergy.ts';
import { optionLine } from '@kasera/shared/options.ts';
import type { ContentChange, Order, OrderItem } from '@kasera/shared/order.ts';

/** What stands under the header of a ticket, line by line; a long ticket is cut between them. */
export type TicketLine =
  | {
      type: 'allergy';
      key: string;
      text: string;
      /** The kitchen knows it is one; else the words say so. */ known: boolean;
      dish: string;
    }
  | { type: 'note'; key: string; text: string; by: 'guest' | 'kitchen'; changed: boolean }
  | { type: 'change'; key: string; change: ContentChange }
  | { type: 'item'; key: string; item: OrderItem };

/**
 * Allergies first, whoever wrote them where; then notes, always whole; then what changed; then the dishes. Of a
 * cancelled order only the dishes that are to be stopped.
 */
export function ticketLines(order: Order): TicketLine[] {
  if (order.status === 'cancelled') return order.items.map(itemLine);
  return [...allergyLines(order), ...noteLines(order), ...changeLines(order), ...order.items.map(itemLine)];
}

function allergyLines(order: Order): TicketLine[] {
  const known = order.kitchenNotes
    .filter((note) => note.allergy)
    .map((note): TicketLine => ({ type: 'allergy', key: note.id, text: note.text, known: true, dish: '' }));
  const guest = speaksOfAllergy(order.note)
    ? inPieces(order.note).map((text, index) => allergyLine(`guest-${index}`, text, ''))
    : [];
  return [...known, ...guest, ...order.items.flatMap(optionAllergies)];
}

function allergyLine(key: string, text: string, dish: string): TicketLine {
  return { type: 'allergy', key, text, known: false, dish };
}

function optionAllergies(item: OrderItem): TicketLine[] {
  if (item.change?.type === 'removed') return [];
  return item.options.flatMap((option, index) => {
    const line = optionLine(option);
    return line && speaksOfAllergy(line.text) ? [allergyLine(`${item.id}-${index}`, line.text, item.name)] : [];
  });
}

function noteLines(order: Order): TicketLine[] {
  const kitchen = order.kitchenNotes
    .filter((note) => !note.allergy)
    .map((note): TicketLine => ({ type: 'note', key: note.id, text: note.text, by: 'kitchen', changed: false }));
  if (!order.note.trim() || speaksOfAllergy(order.note)) return kitchen;
  const changed = order.changed?.note !== undefined;
  const guest = inPieces(order.note).map((text, index): TicketLine => ({
    type: 'note',
    key: `guest-${index}`,
    text,
    by: 'guest',
    changed,
  }));
  return [...kitchen, ...guest];
}

function changeLines({ changed }: Order): TicketLine[] {
  return changed ? [{ type: 'change', key: 'change', change: changed }] : [];
}

function itemLine(item: OrderItem): TicketLine {
  return { type: 'item', key: `item-${item.id}`, item };
}

const longFrom = 240;
const pieceLength = 90;

/** A long note in pieces that end at a blank, so that it can go on in the ticket's next part. Nothing is left out. */
function inPieces(note: string): string[] {
  const pieces: string[] = [];
  let rest = note.trim();
  if (rest.length <= longFrom) return [rest];
  while (rest.length > pieceLength) {
    const blank = rest.lastIndexOf(' ', pieceLength);
    const end = blank > 0 ? blank : wholeCharacters(rest, pieceLength);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}

/** Not between the two halves of a character such as an emoji. */
function wholeCharacters(text: string, end: number): number {
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end - 1 : end;
}
