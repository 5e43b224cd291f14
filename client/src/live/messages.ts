import type { CommandType, RefusalCode } from '@kasera/shared/command.ts';
import { createCell, type Cell } from './cell.ts';

/** What happened that a person has to be told in the reserved row; the words are the language's. */
export type Message =
  /** The server refused a press; it is undone. */
  | { type: 'refused'; number: string; command: CommandType; code: RefusalCode }
  /** Something was sold out on this screen; the numbers of the open orders that still have it. */
  | { type: 'sold-out'; name: string; openIn: readonly string[] }
  /** Something can be made again. */
  | { type: 'back-in-stock'; name: string }
  /** Live again after a silence: what it brought. */
  | { type: 'returned'; arrived: number; changed: number; cancelled: number };

export interface StandingMessage {
  id: number;
  message: Message;
  /** Monotonic milliseconds. */
  until: number;
}

export interface Messages {
  standing: Cell<readonly StandingMessage[]>;
  say(message: Message): void;
  dismiss(id: number): void;
  /** Takes away what has stood long enough. */
  sweep(): void;
}

const standsMs = 12_000;
const atMost = 3;

/** Messages stand for 12 s each; with more than three, the oldest gives way. */
export function createMessages(deps: { monotonic(): number }): Messages {
  const standing = createCell<readonly StandingMessage[]>([]);
  let lastId = 0;
  const keep = (test: (one: StandingMessage) => boolean) => {
    const kept = standing.get().filter(test);
    if (kept.length < standing.get().length) standing.set(kept);
  };
  return {
    standing,
    say(message) {
      lastId += 1;
      const next = { id: lastId, message, until: deps.monotonic() + standsMs };
      standing.set([...standing.get(), next].slice(-atMost));
    },
    dismiss: (id) => keep((one) => one.id !== id),
    sweep: () => keep((one) => one.until > deps.monotonic()),
  };
}
