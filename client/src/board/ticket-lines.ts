import { speaksOfAllergy } from '@kasera/shared/allergy.ts';
import { optionLine } from '@kasera/shared/options.ts';
import type { ContentChange, Order, OrderItem, ShopConflict } from '@kasera/shared/order.ts';

/** What stands under the header of a ticket, line by line; a long ticket is cut between them. */
export type TicketLine =
  | {
      type: 'allergy';
      key: string;
      text: string;
      /** The kitchen knows it is one; else the words say so. */ known: boolean;
      dish: string;
      was: NoteWas;
    }
  | { type: 'note'; key: string; text: string; by: 'guest' | 'kitchen'; changed: boolean; was: NoteWas }
  | { type: 'conflict'; key: string; conflict: ShopConflict }
  | { type: 'change'; key: string; change: ContentChange }
  | { type: 'item'; key: string; item: OrderItem };

/** What the note was, said in its own block (under its last piece); null where there is nothing to say. */
export type NoteWas = ContentChange['note'] | null;

/**
 * Allergies first, whoever wrote them where; then where the shop contradicts the kitchen; then notes, always whole; then what changed; then the dishes. Of a
 * cancelled order only the dishes that are to be stopped.
 */
export function ticketLines(order: Order): TicketLine[] {
  const dishes = order.items.map(itemLine);
  if (order.status === 'cancelled') return [...conflictLines(order), ...dishes];
  return [...allergyLines(order), ...conflictLines(order), ...noteLines(order), ...changeLines(order), ...dishes];
}

function allergyLines(order: Order): TicketLine[] {
  const known = order.kitchenNotes
    .filter((note) => note.allergy)
    .map((note): TicketLine => ({ type: 'allergy', key: note.id, text: note.text, known: true, dish: '', was: null }));
  const guest = speaksOfAllergy(order.note)
    ? guestNote(order).map((piece): TicketLine => ({ type: 'allergy', ...piece, known: false, dish: '' }))
    : [];
  return [...known, ...guest, ...order.items.flatMap(optionAllergies)];
}

function guestNote(order: Order): { key: string; text: string; was: NoteWas }[] {
  const was = order.changed?.note ?? null;
  return inPieces(order.note).map((text, index, all) => ({
    key: `guest-${index}`,
    text,
    was: index === all.length - 1 ? was : null,
  }));
}

function optionAllergies(item: OrderItem): TicketLine[] {
  if (item.change?.type === 'removed') return [];
  return item.options.flatMap((option, index) => {
    const line = optionLine(option);
    if (!line || !speaksOfAllergy(line.text)) return [];
    const key = `${item.id}-${index}`;
    return [{ type: 'allergy', key, text: line.text, known: false, dish: item.name, was: null }];
  });
}

function noteLines(order: Order): TicketLine[] {
  const kitchen = order.kitchenNotes
    .filter((note) => !note.allergy)
    .map(({ id, text }): TicketLine => ({ type: 'note', key: id, text, by: 'kitchen', changed: false, was: null }));
  if (!order.note.trim() || speaksOfAllergy(order.note)) return kitchen;
  const changed = order.changed?.note !== undefined;
  const guest = guestNote(order).map((piece): TicketLine => ({ type: 'note', ...piece, by: 'guest', changed }));
  return [...kitchen, ...guest];
}

/** What a note that still stands was is said there. */
function changeLines({ changed, note }: Order): TicketLine[] {
  if (!changed) return [];
  const { note: noteWas, ...others } = changed;
  const change: ContentChange = noteWas && !note.trim() ? changed : others;
  return Object.keys(change).length > 0 ? [{ type: 'change', key: 'change', change }] : [];
}

function conflictLines({ shopConflict: conflict }: Order): TicketLine[] {
  return conflict ? [{ type: 'conflict', key: 'conflict', conflict }] : [];
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
