import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order, ShopTelling } from '../order.ts';
import type { WriteBackMapping } from '../shop.ts';
import { deepFreeze, sampleContext, sampleNow, sampleSignal } from '../testing/sample-signal.ts';
import { orderAt, sampleCommand, type Wish } from '../testing/sample-story.ts';
import { decideCommand } from './command.ts';
import { decideSignal } from './signal.ts';

const writeBack: WriteBackMapping = {
  accepted: { status: 'en-cocina', note: 'customer' },
  ready: { status: null, note: 'customer' },
  completed: { status: 'completed', note: 'none' },
  cancelled: { status: null, note: 'private' },
};

type Step =
  /** A person presses. */
  | { type: 'press'; wish: Wish }
  /** What is on its way leaves, if it is time; it reaches the shop with a later `arrive`. */
  | { type: 'leave' }
  /** The shop carries out the oldest write that is under way. */
  | { type: 'arrive' }
  /** The answer to the oldest write that arrived comes back, or is lost for ever. */
  | { type: 'answer'; lost: boolean }
  /** Somebody changes the order in the shop; nobody completes it there. */
  | { type: 'shop'; status: string }
  /** One of the shop's states is told: late, again, out of turn. */
  | { type: 'tell'; which: number };

const wishes: Wish[] = [{ type: 'ready' }, { type: 'complete' }, { type: 'recall' }, { type: 'recall' }];
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('press' as const), wish: fc.constantFrom(...wishes) }) },
  { weight: 3, arbitrary: fc.constant<Step>({ type: 'leave' }) },
  { weight: 3, arbitrary: fc.constant<Step>({ type: 'arrive' }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('answer' as const), lost: fc.boolean() }) },
  fc.record({ type: fc.constant('shop' as const), status: fc.constantFrom('processing', 'on-hold', 'cancelled') }),
  { weight: 4, arbitrary: fc.record({ type: fc.constant('tell' as const), which: fc.nat({ max: 3 }) }) },
);

/** A kitchen, a shop, and what is between them. */
class Between {
  order: Order = orderAt('ready');
  /** Every state the shop was in, oldest first. */
  states = [{ status: 'processing', second: 20 }];
  /** What our own echo did to it. */
  readonly harm: string[] = [];
  #now = sampleNow;
  #pressed = 0;
  #left = new Set<string>();
  #underWay: ShopTelling[] = [];
  #arrived: { tap: string; status: string; second: number }[] = [];

  take(step: Step): void {
    this.#now += 40_000;
    if (step.type === 'press') this.#press(step.wish);
    if (step.type === 'leave') this.#leave();
    if (step.type === 'arrive') this.#arrive();
    if (step.type === 'answer') this.#answer(step.lost);
    if (step.type === 'shop') this.#become(step.status);
    if (step.type === 'tell') this.tell(Math.max(0, this.states.length - 1 - step.which));
  }

  tell(index: number): void {
    const state = this.states[index];
    if (state) this.#hear(sampleSignal({ shopStatus: state.status, second: state.second }));
  }

  #press(wish: Wish): void {
    const command = { ...sampleCommand(wish), id: `tap-${this.#pressed++}` };
    const decision = decideCommand(deepFreeze(this.order), command, sampleContext({ now: this.#now, writeBack }));
    if (decision.type === 'changed') this.order = decision.order;
  }

  #leave(): void {
    const { telling } = this.order;
    if (!telling || this.#now < telling.leavesAt || this.#left.has(telling.tap)) return;
    this.#left.add(telling.tap);
    this.#underWay.push(telling);
  }

  #arrive(): void {
    const write = this.#underWay.shift();
    if (!write) return;
    if (write.status !== null) this.#become(write.status);
    const { status, second } = this.states.at(-1) ?? { status: '', second: 0 };
    this.#arrived.push({ tap: write.tap, status, second });
  }

  #answer(lost: boolean): void {
    const written = this.#arrived.shift();
    if (!written || lost) return;
    const { snapshot } = sampleSignal({ second: written.second });
    const { source, externalId, modifiedAt } = snapshot;
    const standing = { status: written.status, modifiedAt };
    this.#hear({ type: 'written', source, externalId, tap: written.tap, standing, guestTold: null });
  }

  #become(status: string): void {
    const last = this.states.at(-1);
    if (last?.status !== status) this.states.push({ status, second: (last?.second ?? 0) + 1 });
  }

  #hear(signal: Parameters<typeof decideSignal>[1]): void {
    const before = this.order;
    const { order } = decideSignal(
      deepFreeze(before),
      deepFreeze(signal),
      sampleContext({ now: this.#now, writeBack }),
    );
    if (!order) throw new Error('the order is gone');
    if (before.status !== 'completed' && order.status === 'completed') this.harm.push('an echo completed it');
    if (order.closedInShop) this.harm.push('an echo marked it closed in the shop');
    this.order = order;
  }
}

test('[SH5g] whatever interleaves, our own echo never completes a recalled order', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 4, maxLength: 30 }), (steps) => {
      const between = new Between();
      for (const step of steps) between.take(step);
      for (let index = 0; index < between.states.length; index++) between.tell(index);
      expect(between.harm).toEqual([]);
    }),
    { numRuns: 4000 },
  );
});

test('[SH5g] whatever interleaves, a cancellation by the shop gets through', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 4, maxLength: 30 }), (steps) => {
      const between = new Between();
      for (const step of steps) between.take(step);
      between.take({ type: 'shop', status: 'cancelled' });
      const completed = between.order.status === 'completed';
      between.tell(between.states.length - 1);
      expect(between.order.shop.standing?.status).toBe('cancelled');
      expect(between.order.status).toBe(completed ? 'completed' : 'cancelled');
      expect(between.order).not.toHaveProperty('telling');
    }),
    { numRuns: 4000 },
  );
});
