import fc from 'fast-check';
import type { Command } from '../command.ts';
import { decideCommand, type CommandDecision } from '../decide/command.ts';
import type { Change, Unchanged } from '../decide/decision.ts';
import type { SignalContext } from '../decide/decision.ts';
import { decideSignal } from '../decide/signal.ts';
import type { ItemRoute } from '../kitchen.ts';
import {
  orderStatuses,
  type KitchenRules,
  type Order,
  type OrderKind,
  type OrderSnapshot,
  type Payment,
  type ShopSignal,
  type SnapshotItem,
} from '../order.ts';
import { deepFreeze, sampleContext, sampleNow, sampleRules, sampleSnapshot } from './sample-signal.ts';

const hour = 3_600_000;

const statuses = [
  ...['auto-draft', 'draft', 'checkout-draft', 'pending', 'failed', 'on-hold', 'en-cocina', 'constructor', '__proto__'],
  ...['', 'processing', 'processing', 'completed', 'cancelled', 'refunded', 'trash'],
];

/** To one station, to several, to the counter, to nobody, and to one with the name of something every object has. */
const anyRoute: fc.Arbitrary<ItemRoute> = fc.record({
  stations: fc.constantFrom([], ['grill'], ['cold'], ['grill', 'cold'], ['constructor']),
  handOver: fc.constantFrom(false, false, true),
  leadMinutes: fc.constantFrom(null, 45),
});

const item: fc.Arbitrary<SnapshotItem> = fc.record({
  id: fc.constantFrom('i1', 'i2', '__proto__'),
  productId: fc.constantFrom('7', '8', null),
  variationId: fc.constantFrom('71', null),
  name: fc.constantFrom('Margarita', 'Carbonara'),
  quantity: fc.constantFrom(0, 1, 1.5, 2, 12),
  options: fc.array(fc.record({ name: fc.constant('Masa'), value: fc.constantFrom('fina', 'gorda') }), {
    maxLength: 1,
  }),
});

const routedItem = fc
  .tuple(item, fc.option(anyRoute))
  .map(([told, route]): SnapshotItem => (route ? { ...told, route } : told));

/** Anything a shop may say of one order, within six seconds of its clock. */
export const anySnapshot: fc.Arbitrary<OrderSnapshot> = fc
  .record({
    shopStatus: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...statuses) }, fc.string()),
    second: fc.nat({ max: 6 }),
    items: fc.uniqueArray(routedItem, { maxLength: 3, selector: ({ id }) => id }),
    note: fc.constantFrom('', 'sin sal'),
    kind: fc.constantFrom<OrderKind>('delivery', 'pickup'),
    place: fc.constantFrom(null, 'Mesa 7'),
    payment: fc.constantFrom<Payment>('paid', 'unpaid', 'collect'),
    partialRefund: fc.boolean(),
    promisedAt: fc.constantFrom(null, sampleNow + hour, sampleNow + 2 * hour),
    placedAt: fc.constantFrom(null, sampleNow - 60_000, sampleNow - 3 * hour, sampleNow - 20 * hour),
    paidAt: fc.constantFrom(null, sampleNow - 30_000),
  })
  .map((parts) => sampleSnapshot(parts));

const anySignal: fc.Arbitrary<ShopSignal> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('snapshot' as const), snapshot: anySnapshot, restored: fc.boolean() }),
  },
  fc.constant<ShopSignal>({ type: 'deleted', source: 'woocommerce', externalId: '82' }),
  fc
    .dictionary(fc.constantFrom('i1', 'i2', 'i3'), anyRoute)
    .map((routes): ShopSignal => ({ type: 'routed', source: 'woocommerce', externalId: '82', routes })),
);

const id = fc.constantFrom('press-1', 'press-2', 'press-3', 'press-4', 'press-5');
const envelope = fc.record(
  {
    from: fc.constantFrom(...orderStatuses),
    version: fc.nat({ max: 20 }),
    ageMs: fc.nat({ max: hour }),
    screen: fc.constantFrom('grill', 'pass'),
  },
  { requiredKeys: [] },
);
const wish = fc.constantFrom(
  { type: 'acknowledge' as const },
  { type: 'acknowledge' as const, readyInMinutes: 35 },
  { type: 'item-done' as const, itemId: 'i1' },
  { type: 'item-done' as const, itemId: '__proto__' },
  { type: 'item-undone' as const, itemId: 'i1' },
  { type: 'ready' as const },
  { type: 'complete' as const },
  { type: 'recall' as const },
  { type: 'cancel' as const, reason: 'Sin masa' },
  { type: 'confirm' as const },
  { type: 'note' as const, text: 'Alergia', allergy: true },
  ...[['grill'], ['cold', 'constructor'], ['grill', 'expo'], ['__proto__']].flatMap((stations) => [
    { type: 'item-done' as const, itemId: 'i1', stations },
    { type: 'item-undone' as const, itemId: 'i1', stations },
    { type: 'ready' as const, stations },
    { type: 'recall' as const, stations },
    { type: 'confirm' as const, stations },
  ]),
  { type: 'delay' as const, minutes: 10 },
  { type: 'rush' as const, why: 'driver' as const },
  { type: 'rush' as const, why: null },
  { type: 'fire' as const },
  { type: 'postpone' as const, promisedAt: sampleNow + 20 * hour },
  { type: 'put-away' as const },
);
const anyCommand: fc.Arbitrary<Command> = fc
  .tuple(id, fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, envelope), wish)
  .map(([commandId, seen, wished]) => ({ id: commandId, ...seen, ...wished }));

export type StoryStep = { signal: ShopSignal } | { command: Command };

/** What one step came to: the order before, the decision, and the order after. */
export interface StoryPage {
  step: StoryStep;
  held: Order | null;
  decision: CommandDecision | Change | Unchanged<Order | null>;
  order: Order | null;
  context: SignalContext;
}

/** Shop and kitchen at one order, in any sequence; each step a minute after the one before. */
export const anyStory: fc.Arbitrary<{ steps: StoryStep[]; run(): StoryPage[] }> = fc
  .record({
    steps: fc.array(
      fc.oneof(fc.record({ signal: anySignal }), { weight: 2, arbitrary: fc.record({ command: anyCommand }) }),
      { minLength: 1, maxLength: 14 },
    ),
    onHoldIsNew: fc.boolean(),
    expo: fc.boolean(),
  })
  .map(({ steps, ...rules }) => ({ steps, run: () => runStory(steps, rules) }));

function runStory(steps: StoryStep[], rules: Partial<KitchenRules>): StoryPage[] {
  const pages: StoryPage[] = [];
  let held: Order | null = null;
  for (const [index, step] of deepFreeze(steps).entries()) {
    const context = sampleContext({ now: sampleNow + index * 60_000, rules: { ...sampleRules, ...rules } });
    const page = turn(deepFreeze(held), step, context);
    if (page) pages.push(page);
    held = page ? page.order : held;
  }
  return pages;
}

function turn(held: Order | null, step: StoryStep, context: SignalContext): StoryPage | null {
  if ('command' in step) {
    if (!held) return null;
    const decision = decideCommand(held, step.command, context);
    return { step, held, decision, order: decision.type === 'changed' ? decision.order : held, context };
  }
  const decision = decideSignal(held, step.signal, context);
  return { step, held, decision, order: decision.order, context };
}
