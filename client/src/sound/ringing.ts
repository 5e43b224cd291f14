import { hasUnseenChangeFor, isNoteSeenBy } from '@kasera/shared/decide/marks.ts';
import { groupBy } from '@kasera/shared/group-by.ts';
import type { KitchenSetup } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { hasPart, showsAll, type Viewer } from '@kasera/shared/parts.ts';
import { listFor, listOf, urgency } from '@kasera/shared/tickets.ts';
import type { SoundName } from './tones.ts';

/** What the ringing remembers between two looks. */
export interface RingState {
  /** Orders that were late at the last look, this screen's or not: stations may be chosen anew. Null before the first. */
  late: ReadonlySet<string> | null;
  /** Orders for later that were still waiting at the last look, this screen's or not. */
  later: ReadonlySet<string>;
  /** The last stroke of the ring for unanswered orders. */
  stroke: number;
  /** Alarms about the connection that were sounded. */
  alarms: number;
}

export interface RingLook {
  orders: readonly Order[];
  /** The server has not said yet what there is: what it then says was late before. */
  isBlank?: boolean;
  /** Who listens: only what has a part for this screen is heard on it. */
  viewer: Viewer;
  /** The kitchen's thresholds. */
  setup: KitchenSetup;
  /** The server's clock. */
  now: number;
  /** Alarms due since the trouble began. */
  alarms: number;
  hushed: boolean;
}

/** A sound, and how many it is about. */
export interface Due {
  name: SoundName;
  count: number;
}

export const quiet: RingState = { late: null, later: new Set(), stroke: 0, alarms: 0 };
export const strokeEveryMs = 4_000;

/**
 * Decides what to sound now: the ring for unanswered orders goes on every four seconds by the server's clock, so that
 * screens ring in step, one for all of them; turning late and an order for later being due are said once; an alarm once
 * each time it is due, unless it was hushed.
 * @returns the gravest last; `waiting`: unanswered orders, none of which means that the ring is over
 */
export function ring(state: RingState, look: RingLook): { state: RingState; sounds: Due[]; waiting: number } {
  const { orders, viewer, now } = look;
  const lists = groupBy(orders, (order) => listOf(order, now));
  const cooking = lists.get('cooking') ?? [];
  const late = cooking.filter((order) => urgency(order, now, look.setup).state === 'late');
  const isCookedHere = (order: Order) => listFor(order, now, viewer) === 'cooking';
  const waiting = (lists.get('new') ?? []).filter((order) => listFor(order, now, viewer) === 'new').length;
  const stroke = Math.floor(now / strokeEveryMs);
  const sounds: Due[] = [];
  const say = (name: SoundName, count: number) => void (count > 0 && sounds.push({ name, count }));
  const { late: known, later } = state;
  if (known && late.some((order) => !known.has(order.id) && isCookedHere(order))) say('late', 1);
  if (cooking.some((order) => later.has(order.id) && isCookedHere(order))) say('fired', 1);
  if (stroke !== state.stroke) say('new', waiting);
  if (look.alarms > state.alarms && !look.hushed) say('disconnected', 1);
  return {
    state: {
      late: look.isBlank ? null : idsOf(late),
      later: idsOf(lists.get('later') ?? []),
      stroke,
      alarms: look.alarms,
    },
    sounds,
    waiting,
  };
}

function idsOf(orders: readonly Order[]): ReadonlySet<string> {
  return new Set(orders.map((order) => order.id));
}

/**
 * The sound of what the server just told about one order, or null where there is nothing to hear: no part of it is this
 * screen's, or it is new, which rings until answered.
 * @param viewer this screen: its own notes need no sound
 */
export function soundOf(before: Order | undefined, after: Order, viewer: Viewer): SoundName | null {
  if (!showsAll(viewer) && !hasPart(after, viewer)) return null;
  if (after.stop && !before?.stop) return 'stop';
  if (!before || (after.status !== 'acknowledged' && after.status !== 'preparing')) return null;
  const held = new Set(before.kitchenNotes.map((note) => note.id));
  const noted = after.kitchenNotes.some((note) => !held.has(note.id) && !isNoteSeenBy(note.seenBy, viewer));
  const changed = hasUnseenChangeFor(after, viewer) && unseenChanges(before) !== unseenChanges(after);
  return noted || changed ? 'changed' : null;
}

function unseenChanges(order: Order): string {
  return JSON.stringify([order.changed, order.items.map((item) => [item.id, item.change])]);
}
