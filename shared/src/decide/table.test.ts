import { expect, test } from 'vitest';
import type { OrderSnapshot, ShopSignal } from '../order.ts';
import { outcomeOf } from '../testing/outcome.ts';
import { deepFreeze, sampleContext, sampleNow, sampleSignal, toldItem } from '../testing/sample-signal.ts';
import { orderAt, sampleCommand, stages, type Stage, type Wish } from '../testing/sample-story.ts';
import { specTable } from '../testing/spec-table.ts';
import { decideCommand } from './command.ts';
import { decideSignal } from './signal.ts';

const second = 20;
const pizza = toldItem();
const pasta = toldItem({ id: 'i2', name: 'Carbonara', quantity: 1 });
const says = (shopStatus: string, parts: Partial<OrderSnapshot> = {}) => sampleSignal({ shopStatus, second, ...parts });

const shopSays: Record<string, ShopSignal> = {
  'something older': sampleSignal({ shopStatus: 'cancelled', second: -5, note: 'sin sal' }),
  '`checkout-draft`, `pending`': says('pending'),
  '`on-hold`, setting off': says('on-hold'),
  'a custom status': says('en-cocina'),
  '`processing`': says('processing'),
  '`completed`, placed lately': says('completed'),
  '`completed`, placed 2 h ago': says('completed', { placedAt: sampleNow - 2 * 3_600_000 }),
  '`cancelled`': says('cancelled'),
  '`refunded`': says('refunded'),
  '`failed`': says('failed'),
  '`trash`': says('trash'),
  'a deletion': { type: 'deleted', source: 'woocommerce', externalId: '82' },
  'a restore': sampleSignal({ second, restored: true }),
  'another note': says('processing', { note: 'sin sal' }),
  'more to cook': says('processing', { items: [{ ...pizza, quantity: 3 }, pasta] }),
  'less to cook': says('processing', { items: [pasta] }),
};

const wishes: Record<string, Wish> = {
  '`acknowledge`': { type: 'acknowledge' },
  '`item-done`': { type: 'item-done', itemId: 'i2' },
  '`item-done`, done already': { type: 'item-done', itemId: 'i1' },
  '`item-undone`': { type: 'item-undone', itemId: 'i1' },
  '`ready`': { type: 'ready' },
  '`complete`': { type: 'complete' },
  '`recall`': { type: 'recall' },
  '`cancel`': { type: 'cancel', reason: 'Sin masa' },
  '`confirm`': { type: 'confirm' },
  '`note`': { type: 'note', text: 'Sin sal', allergy: false },
};

/** The word of a column for the place an order stands in. */
const columns: Record<string, Stage | null> = {
  'not known': null,
  ...Object.fromEntries(stages.map((stage) => [stage, stage])),
};

function stageOf(column: string): Stage | null {
  const stage = columns[column];
  if (stage === undefined) throw new Error(`SPEC.md has a column "${column}" that is no stage`);
  return stage;
}

test.each(specTable('What the shop does'))('[OR1a] the shop says $row of an order that is $column: $cell', (spec) => {
  const signal = shopSays[spec.row];
  if (!signal) throw new Error(`SPEC.md has a row "${spec.row}" that the test does not know`);
  const stage = stageOf(spec.column);
  const held = stage === null ? null : deepFreeze(orderAt(stage));
  expect(outcomeOf(held, decideSignal(held, deepFreeze(signal), sampleContext()))).toBe(spec.cell);
});

test.each(specTable('What people do'))('[OR5a] $row on an order that is $column: $cell', (spec) => {
  const wish = wishes[spec.row];
  if (!wish) throw new Error(`SPEC.md has a row "${spec.row}" that the test does not know`);
  const held = deepFreeze(orderAt(stageOf(spec.column) ?? 'new'));
  expect(outcomeOf(held, decideCommand(held, deepFreeze(sampleCommand(wish)), sampleContext()))).toBe(spec.cell);
});

test('[OR1a] [OR5a] the tables are whole: every row in every column', () => {
  const shop = specTable('What the shop does');
  const people = specTable('What people do');
  expect(shop).toHaveLength(Object.keys(shopSays).length * Object.keys(columns).length);
  expect(people).toHaveLength(Object.keys(wishes).length * stages.length);
});
