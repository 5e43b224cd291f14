import { hasUnseenChange, isNoteSeen } from '@kasera/shared/decide/command.ts';
import type { Order } from '@kasera/shared/order.ts';
import { listOf, urgency } from '@kasera/shared/tickets.ts';
import type { SoundName } from './tones.ts';

/** What the ringing remembers between two looks. */
export interface RingState {
  /** Tickets that were late at the last look; null before the first. */
  late: ReadonlySet<string> | null;
  /** The last stroke of the ring for unanswered orders. */
  stroke: number;
  /** Alarms about the connection that were sounded. */
  alarms: number;
}

export interface RingLook {
  orders: readonly Order[];
  /** The server's clock. */
  now: number;
  /** Alarms due since the trouble began. */
  alarms: number;
  hushed: boolean;
}

export const quiet: RingState = { late: null, stroke: 0, alarms: 0 };
const strokeEveryMs = 4_000;

/**
 * Decides what to sound now: the ring for unanswered orders goes on every four seconds by the server's clock, so that
 * screens ring in step; turning late is said once; an alarm once each time it is due, unless it was hushed.
 */
export function ring(state: RingState, look: RingLook): { state: RingState; sounds: SoundName[] } {
  const { orders, now } = look;
  const sounds: SoundName[] = [];
  const late = lateOnes(orders, now);
  if (state.late && [...late].some((id) => !state.late?.has(id))) sounds.push('late');
  const stroke = Math.floor(now / strokeEveryMs);
  if (stroke !== state.stroke && orders.some((order) => listOf(order, now) === 'new')) sounds.push('new');
  if (look.alarms > state.alarms && !look.hushed) sounds.push('disconnected');
  return { state: { late, stroke, alarms: look.alarms }, sounds };
}

function lateOnes(orders: readonly Order[], now: number): ReadonlySet<string> {
  const cooking = orders.filter((order) => listOf(order, now) === 'cooking');
  return new Set(cooking.filter((order) => urgency(order, now).state === 'late').map((order) => order.id));
}

/**
 * The sound of what the server just told about one order, or null where there is nothing to hear. New orders are not
 * said here: they ring until answered.
 * @param screen the id of this screen: its own notes need no sound
 */
export function soundOf(before: Order | undefined, after: Order, screen: string): SoundName | null {
  if (after.stop && !before?.stop) return 'stop';
  if (!before || (after.status !== 'acknowledged' && after.status !== 'preparing')) return null;
  const held = new Set(before.kitchenNotes.map((note) => note.id));
  const noted = after.kitchenNotes.some((note) => !held.has(note.id) && !isNoteSeen(note.seenBy, screen));
  const changed = hasUnseenChange(after) && unseenChanges(before) !== unseenChanges(after);
  return noted || changed ? 'changed' : null;
}

function unseenChanges(order: Order): string {
  return JSON.stringify([order.changed, order.items.map((item) => [item.id, item.change])]);
}
