import { speaksOfAllergy } from '@kasera/shared/allergy.ts';
import { optionLine } from '@kasera/shared/options.ts';
import type { ContentChange, Order, OrderItem, ShopConflict } from '@kasera/shared/order.ts';
import { isSeenAt } from '@kasera/shared/decide/marks.ts';
import type { Viewer } from '@kasera/shared/parts.ts';
import { dishesFor, optionLines, type Dish } from './dishes.ts';
import { folded, type Fold } from './fold.ts';

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
  | {
      type: 'item';
      key: string;
      dish: Dish;
      /** Its options stand on several lines: those of this one, of all of them. Absent: it is one line. */
      share?: OptionShare;
    }
  /** "✓ 12 done", which opens and closes; it counts the lines it stands for, whatever their quantities. */
  | { type: 'done'; key: string; count: number }
  /** What is only handed over, small and apart. */
  | { type: 'hand-over'; key: string; dishes: readonly Dish[] };

/** Which options of a dish stand on one of its lines. */
export interface OptionShare {
  from: number;
  /** Exclusive. */
  to: number;
  isLast: boolean;
}

/** What the note was, said in its own block (under its last piece); null where there is nothing to say. */
export type NoteWas = ContentChange['note'] | null;

/** Who reads the ticket, and how. */
export interface TicketReader {
  viewer: Viewer;
  /** The kitchen's own words of allergy, sought besides those every kitchen knows. */
  allergyWords: readonly string[];
  fold: Pick<Fold, 'keys' | 'isOpen'>;
}

/**
 * Allergies first, whoever wrote them where, on every station; then where the shop contradicts the kitchen; then notes,
 * always whole; then what changed; then the dishes of this screen, done ones folded; what is only handed over last. Of
 * a cancelled order only the dishes that are to be stopped.
 */
export function ticketLines(order: Order, reader: TicketReader): TicketLine[] {
  const dishes = dishLines(order, reader);
  if (order.status === 'cancelled') return [...conflictLines(order), ...dishes];
  return [
    ...allergyLines(order, reader),
    ...conflictLines(order),
    ...noteLines(order, reader),
    ...changeLines(changedFor(order, reader.viewer), order.note),
    ...dishes,
  ];
}

/** What changed besides the dishes and this screen has not said it saw. */
function changedFor(order: Order, viewer: Viewer): ContentChange | null {
  return isSeenAt(order, viewer) ? null : order.changed;
}

function allergyLines(order: Order, { allergyWords, viewer }: TicketReader): TicketLine[] {
  const known = order.kitchenNotes
    .filter((note) => note.allergy)
    .map((note): TicketLine => ({ type: 'allergy', key: note.id, text: note.text, known: true, dish: '', was: null }));
  const guest = speaksOfAllergy(order.note, allergyWords)
    ? guestNote(order, viewer).map((piece): TicketLine => ({ type: 'allergy', ...piece, known: false, dish: '' }))
    : [];
  const options = order.items.flatMap((item) => optionAllergies(item, allergyWords));
  return [...known, ...guest, ...new Map(options.map((line) => [line.key, line])).values()];
}

function guestNote(order: Order, viewer: Viewer): { key: string; text: string; was: NoteWas }[] {
  const was = changedFor(order, viewer)?.note ?? null;
  return inPieces(order.note).map((text, index, all) => ({
    key: `guest-${index}`,
    text,
    was: index === all.length - 1 ? was : null,
  }));
}

/** Equal dishes say it once. */
function optionAllergies(item: OrderItem, allergyWords: readonly string[]): TicketLine[] {
  if (item.change?.type === 'removed') return [];
  return item.options.flatMap((option) => {
    const line = optionLine(option);
    if (!line || !speaksOfAllergy(line.text, allergyWords)) return [];
    const key = `option ${item.name} ${line.text}`;
    return [{ type: 'allergy', key, text: line.text, known: false, dish: item.name, was: null }];
  });
}

function noteLines(order: Order, { allergyWords, viewer }: TicketReader): TicketLine[] {
  const kitchen = order.kitchenNotes
    .filter((note) => !note.allergy)
    .map(({ id, text }): TicketLine => ({ type: 'note', key: id, text, by: 'kitchen', changed: false, was: null }));
  if (!order.note.trim() || speaksOfAllergy(order.note, allergyWords)) return kitchen;
  const changed = changedFor(order, viewer)?.note !== undefined;
  const guest = guestNote(order, viewer).map((piece): TicketLine => ({ type: 'note', ...piece, by: 'guest', changed }));
  return [...kitchen, ...guest];
}

/** What a note that still stands was is said there. */
function changeLines(changed: ContentChange | null, note: string): TicketLine[] {
  if (!changed) return [];
  const { note: noteWas, ...others } = changed;
  const change: ContentChange = noteWas && !note.trim() ? changed : others;
  return Object.keys(change).length > 0 ? [{ type: 'change', key: 'change', change }] : [];
}

function conflictLines({ shopConflict: conflict }: Order): TicketLine[] {
  return conflict ? [{ type: 'conflict', key: 'conflict', conflict }] : [];
}

function dishLines(order: Order, { viewer, fold }: TicketReader): TicketLine[] {
  const all = dishesFor(order, viewer);
  const isApart = (dish: Dish) => dish.isHandOver && dish.items[0].change === null;
  const { open, folded: done } = folded(
    all.filter((dish) => !isApart(dish)),
    fold,
  );
  return [
    ...open.flatMap(linesOfDish),
    ...(done.length > 0 ? [doneLine(done)] : []),
    ...(fold.isOpen ? done.flatMap(linesOfDish) : []),
    ...handOverLines(all.filter(isApart)),
  ];
}

const manyOptions = 8;
const optionsInLine = 3;

/** A menu of many choices is taller than a low wall: it goes on in lines of its own, between which it can be cut. */
function linesOfDish(dish: Dish): TicketLine[] {
  const { length } = optionLines(dish.items[0].options);
  if (length <= manyOptions) return [{ type: 'item', key: dish.key, dish }];
  return Array.from({ length: Math.ceil(length / optionsInLine) }, (_, index): TicketLine => {
    const [from, to] = [index * optionsInLine, Math.min(length, (index + 1) * optionsInLine)];
    const key = from === 0 ? dish.key : `${dish.key} ${from}`;
    return { type: 'item', key, dish, share: { from, to, isLast: to === length } };
  });
}

function doneLine(done: readonly Dish[]): TicketLine {
  return { type: 'done', key: 'done', count: done.filter((dish) => dish.isDone).length };
}

const drinksInLine = 8;

function handOverLines(dishes: readonly Dish[]): TicketLine[] {
  if (dishes.length === 0) return [];
  const rest = dishes.slice(drinksInLine);
  const key = `hand-over ${dishes[0]?.key}`;
  return [{ type: 'hand-over', key, dishes: dishes.slice(0, drinksInLine) }, ...handOverLines(rest)];
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
