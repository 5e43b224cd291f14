import fc from 'fast-check';
import { decideCommand } from '../decide/command.ts';
import { decideSignal } from '../decide/signal.ts';
import type { ItemRoute } from '../kitchen.ts';
import type { Order, ShopSignal, SnapshotItem } from '../order.ts';
import type { StoryPage, StoryStep } from './any-story.ts';
import { routeTo } from './sample-order.ts';
import { deepFreeze, sampleContext, sampleNow, sampleRules, sampleSignal, toldItem } from './sample-signal.ts';
import { orderAt, sampleCommand, type Wish } from './sample-story.ts';

const stations = ['grill', 'cold', 'fryer'] as const;
const anyRoute: fc.Arbitrary<ItemRoute> = fc.oneof(
  { weight: 3, arbitrary: fc.subarray([...stations]).map((some) => routeTo(...some)) },
  fc.constant(routeTo('hand-over')),
);
const anyItem: fc.Arbitrary<SnapshotItem> = fc
  .record({
    id: fc.constantFrom('i1', 'i2', 'i3'),
    name: fc.constantFrom('Margarita', 'Margarita', 'Carbonara'),
    quantity: fc.constantFrom(1, 2, 3),
    route: anyRoute,
  })
  .map((parts) => toldItem(parts));
const anyItems = fc.uniqueArray(anyItem, { minLength: 1, maxLength: 3, selector: ({ id }) => id });

const who = fc.option(fc.subarray([...stations], { minLength: 1 }), { freq: 6 });
type PartWish = Extract<Wish, { stations?: string[] | undefined }>;
const what: fc.Arbitrary<PartWish> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<PartWish>({ type: 'ready' }) },
  { weight: 3, arbitrary: fc.constant<PartWish>({ type: 'recall' }) },
  { weight: 2, arbitrary: fc.constant<PartWish>({ type: 'confirm' }) },
  fc.constantFrom('i1', 'i2', 'i3').map((itemId): PartWish => ({ type: 'item-done', itemId })),
  fc.constantFrom('i1', 'i2', 'i3').map((itemId): PartWish => ({ type: 'item-undone', itemId })),
);
const anyPress = fc
  .tuple(what, who)
  .map(([wish, some]): StoryStep => ({ command: sampleCommand(some ? { ...wish, stations: some } : wish) }));
const anyRouting = fc
  .dictionary(fc.constantFrom('i1', 'i2', 'i3'), anyRoute)
  .map((routes): ShopSignal => ({ type: 'routed', source: 'woocommerce', externalId: '82', routes }));

type Told = { routing: ShopSignal } | { items: SnapshotItem[] } | StoryStep;

/** One accepted order at a line of three stations: bumps, recalls, ticks, routings and edits, in any sequence. */
export const anyLine: fc.Arbitrary<{ run(): StoryPage[] }> = fc
  .record({
    items: anyItems,
    expo: fc.boolean(),
    steps: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: anyPress },
        anyRouting.map((routing) => ({ routing })),
        anyItems.map((items) => ({ items })),
      ),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ items, expo, steps }) => ({ items, expo, steps, run: () => runLine(items, expo, steps) }));

function runLine(items: SnapshotItem[], expo: boolean, steps: Told[]): StoryPage[] {
  const pages: StoryPage[] = [];
  let held: Order = orderAt('acknowledged', { items });
  for (const [index, told] of steps.entries()) {
    const context = sampleContext({ now: sampleNow + (index + 1) * 60_000, rules: { ...sampleRules, expo } });
    const step = stepOf(told, index);
    const before = deepFreeze(held);
    const decision =
      'command' in step ? decideCommand(before, step.command, context) : decideSignal(before, step.signal, context);
    held = decision.type === 'changed' ? decision.order : held;
    pages.push({ step, held: before, decision, order: held, context });
  }
  return pages;
}

function stepOf(told: Told, index: number): StoryStep {
  if ('routing' in told) return { signal: told.routing };
  return 'items' in told ? { signal: sampleSignal({ second: 10 + index, items: told.items }) } : told;
}
