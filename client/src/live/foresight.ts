import type { Command } from '@kasera/shared/command.ts';
import type { CommandDecision } from '@kasera/shared/decide/command.ts';
import type { KitchenRules, Order } from '@kasera/shared/order.ts';
import type { Cell } from './cell.ts';
import type { QueuedCommand } from './command-queue.ts';

/** The rules by which a press is foreseen; the server's own. */
export type Decide = (order: Order, command: Command, context: { now: number; rules: KitchenRules }) => CommandDecision;

/** Orders as a screen shows them: the server's state with the screen's own presses that have not been answered. */
export interface Foresight {
  /** @returns the same object until the order or its presses change */
  of(server: Order, waiting: readonly QueuedCommand[]): Order;
  forget(orderId: string): void;
}

interface View {
  server: Order;
  waiting: readonly QueuedCommand[];
  seen: Order;
}

/**
 * @param by the kitchen's settings, null before the first answer; the rules, null until they have come. Until then a
 * press shows when the server answered
 * @param onOther is told when one of them became another, so that the same press may come out differently
 */
export function createForesight(
  by: {
    rules: Pick<Cell<KitchenRules | null>, 'get' | 'subscribe'>;
    decide: Pick<Cell<Decide | null>, 'get' | 'subscribe'>;
  },
  onOther: () => void,
): Foresight {
  const views = new Map<string, View>();
  for (const cell of [by.rules, by.decide]) {
    cell.subscribe(() => {
      views.clear();
      onOther();
    });
  }
  return {
    of(server, waiting) {
      const held = views.get(server.id);
      if (held?.server === server && held.waiting === waiting) return held.seen;
      const [rules, decide] = [by.rules.get(), by.decide.get()];
      const seen = rules && decide ? foreseeAll(server, waiting, { rules, decide }) : server;
      views.set(server.id, { server, waiting, seen });
      return seen;
    },
    forget: (orderId) => void views.delete(orderId),
  };
}

type Context = { rules: KitchenRules; decide: Decide };

function foreseeAll(server: Order, waiting: readonly QueuedCommand[], context: Context): Order {
  return waiting.reduce((order, entry) => foresee(order, entry, { ...context, server }), server);
}

/**
 * What the server will make of a press, as far as this screen can know. A press made upon the version still held cannot
 * be outdated by the shop, only follow this screen's own presses, which it knew.
 */
function foresee(order: Order, entry: QueuedCommand, { server, rules, decide }: Context & { server: Order }): Order {
  const { command, pressedAt } = entry;
  const alreadyNoted = command.type === 'note' && order.kitchenNotes.some((note) => note.id === command.id);
  if (alreadyNoted) return order;
  const upToDate = command.version === server.version;
  const decision = decide(order, upToDate ? { ...command, version: order.version } : command, {
    now: pressedAt,
    rules,
  });
  return decision.type === 'changed' ? decision.order : order;
}
