import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../command.ts';
import type { Order } from '../order.ts';
import { anyStory, type StoryPage } from '../testing/any-story.ts';
import { sampleContext, sampleNow } from '../testing/sample-signal.ts';
import { isLater } from '../tickets.ts';
import { decideCommand, hasUnseen, hasUnseenChange } from './command.ts';
import { decideSignal } from './signal.ts';

/** Everything the stories are made of is frozen: a rule that wrote into it would throw. */
function inEveryStory(check: (page: StoryPage) => void): void {
  fc.assert(
    fc.property(anyStory, (story) => story.run().forEach(check)),
    { numRuns: 400 },
  );
}

test('[OR2e] a change raises the version by exactly one; what is unchanged is the identical object', () => {
  inEveryStory(({ held, decision }) => {
    if (decision.type === 'changed') expect(decision.order.version).toBe((held?.version ?? 0) + 1);
    if (decision.type === 'unchanged') expect(decision.order).toBe(held);
  });
});

test('[OR2e] a change is one: something besides the version differs', () => {
  inEveryStory(({ held, decision }) => {
    if (decision.type !== 'changed' || !held) return;
    const { version, dishesVersion, unseenVersion } = held;
    expect({ ...decision.order, version, dishesVersion, unseenVersion }).not.toEqual({ ...held, unseenVersion });
  });
});

test('[OR2e] a repeat of what was just told changes nothing', () => {
  inEveryStory(({ step, order, context }) => {
    if ('signal' in step && order) expect(decideSignal(order, step.signal, context).order).toBe(order);
  });
});

test('[OR5j] a press repeated with the state it was made in changes nothing more', () => {
  inEveryStory(({ step, held, decision, context }) => {
    if (!('command' in step) || !held || decision.type !== 'changed') return;
    const again = decideCommand(decision.order, { ...step.command, from: held.status }, context);
    expect(again.type).toBe('unchanged');
  });
});

test('[OR1m] a shown order stays shown', () => {
  inEveryStory(({ held, order }) => {
    if (held && held.status !== 'unreleased') expect(order?.status).not.toBe('unreleased');
  });
});

test('[OR6g] what no screen is told of, no screen would show', () => {
  inEveryStory(({ held, decision }) => {
    if (decision.type !== 'changed' || decision.event || decision.order.status === 'unreleased') return;
    const { version, shop, dishesVersion } = decision.order;
    expect({ ...held, version, shop, dishesVersion }).toEqual(decision.order);
  });
});

test('[OR2e] what is done is between nothing and all of it, and `done` says whether it is all', () => {
  inEveryStory(({ order }) => {
    for (const { quantity, doneQuantity, done } of order?.items ?? []) {
      expect(doneQuantity).toBeGreaterThanOrEqual(0);
      expect(doneQuantity).toBeLessThanOrEqual(quantity);
      expect(done).toBe(doneQuantity === quantity);
    }
  });
});

test('[OR2f] only other dishes, a return from a cancellation, or a person take a done mark away', () => {
  inEveryStory(({ step, held, order, decision }) => {
    if (!('signal' in step) || !held || decision.type !== 'changed' || decision.event?.type === 'restored') return;
    for (const item of held.items) {
      const after = order?.items.find(({ id, change }) => id === item.id && change?.type !== 'removed');
      const isSame = after?.name === item.name && JSON.stringify(after.options) === JSON.stringify(item.options);
      if (after && isSame) expect(after.doneQuantity).toBe(Math.min(item.doneQuantity, after.quantity));
    }
  });
});

test('[OR4h] a STOP stands on cancelled orders only, and only a person, or the shop’s way back, takes it away', () => {
  inEveryStory(({ step, held, order }) => {
    if (order?.stop) expect(order.status).toBe('cancelled');
    if (!held?.stop || order?.stop) return;
    if ('command' in step) expect(['confirm', 'put-away']).toContain(step.command.type);
    else
      expect(order?.status).toBe(
        held.stop.was === 'ready' && order?.status === 'preparing' ? 'preparing' : held.stop.was,
      );
  });
});

test('[OR5f] nothing is in cooking without a promise', () => {
  inEveryStory(({ order }) => {
    if (order && !order.notClosed && ['acknowledged', 'preparing', 'ready', 'completed'].includes(order.status)) {
      expect(order.promisedAt).not.toBeNull();
      expect(order.times.acknowledgedAt).not.toBeNull();
    }
  });
});

test('[OR4i] marks end with the ticket', () => {
  inEveryStory(({ held, order }) => {
    const isGone = order?.status === 'completed' || (order?.status === 'cancelled' && !order.stop);
    if (order && isGone && held?.status !== order.status) expect(hasUnseenChange(order)).toBe(false);
  });
});

test('[OR5k] what a screen foresees of its presses is what the server makes of them later', () => {
  const minute = 60_000;
  const foreseen = (order: Order, commands: Command[], lateMs: number) =>
    commands.reduce((held, command, index) => {
      const now = sampleNow + index * minute + 20 * minute + lateMs;
      // Whether that is a STOP goes by the moment the server hears of it: [OR4h].
      if (command.type === 'cancel' && isLater(held, now - lateMs)) return held;
      const decision = decideCommand(held, { ...command, ageMs: lateMs }, sampleContext({ now }));
      return decision.type === 'changed' ? decision.order : held;
    }, order);
  fc.assert(
    fc.property(anyStory, fc.nat({ max: 15 * minute }), ({ steps, run }, lateMs) => {
      const start = run().at(-1)?.order;
      const commands = steps.flatMap((step) => ('command' in step ? [step.command] : []));
      if (!start) return;
      const { statusAt, stop, ...rest } = foreseen(start, commands, 0);
      const later = foreseen(start, commands, lateMs);
      expect({ ...later, statusAt, stop: later.stop && stop }).toEqual({ ...rest, statusAt, stop });
    }),
    { numRuns: 400 },
  );
});

test('[OR5i] whatever waits to be seen has the version at which it came up', () => {
  inEveryStory(({ order }) => {
    if (!order || order.status === 'unreleased' || !hasUnseen(order)) return;
    expect(order.unseenVersion).toBeGreaterThan(0);
    expect(order.unseenVersion).toBeLessThanOrEqual(order.version);
  });
});

test('[OR1a] only new tickets ring, and every way out of "new" ends it', () => {
  inEveryStory(({ held, order, decision }) => {
    if (decision.type !== 'changed') return;
    const rings = decision.effects.some(({ type }) => type === 'alert');
    if (rings) expect(order).toMatchObject({ status: 'new', arrivedLate: false });
    const leaves = held?.status === 'new' && order?.status !== 'new';
    if (leaves) expect(decision.effects[0]).toMatchObject({ type: 'quiet' });
    if (order?.status === 'new' && held?.status !== 'new') expect(rings).toBe(!order.arrivedLate);
  });
});
