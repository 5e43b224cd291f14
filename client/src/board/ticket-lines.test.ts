import type { Order } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { ticketLines } from './ticket-lines.ts';

test('[BD1] allergy comes first, whoever wrote it: the kitchen, the guest, an option', () => {
  const order = sampleOrder({
    note: 'Soy celíaca',
    kitchenNotes: [
      { id: 'k1', text: 'ring the bell', allergy: false, at: 0, seenBy: [] },
      { id: 'k2', text: 'nuts', allergy: true, at: 0, seenBy: [] },
    ],
    items: [sampleItem({ options: [{ name: 'Masa', value: 'Sin gluten' }] })],
  });
  expect(ticketLines(order).map((line) => [line.type, 'text' in line ? line.text : ''])).toEqual([
    ['allergy', 'nuts'],
    ['allergy', 'Soy celíaca'],
    ['allergy', 'Masa: Sin gluten'],
    ['note', 'ring the bell'],
    ['item', ''],
  ]);
});

test('[BD1] words of allergy are not sought in names of dishes', () => {
  const order = sampleOrder({ items: [sampleItem({ name: 'Arroz con marisco' })] });
  expect(ticketLines(order).map((line) => line.type)).toEqual(['item']);
});

test('[BD1] a note is always shown whole, however long and whatever it is made of', () => {
  for (const note of ['corta', 'palabra '.repeat(200).trim(), '🍕'.repeat(300), 'x'.repeat(999)]) {
    const texts = ticketLines(sampleOrder({ note })).flatMap((line) => ('text' in line ? line.text : []));
    expect(texts.join('').replaceAll(' ', '')).toBe(note.replaceAll(' ', ''));
    expect(texts.every((text) => text.isWellFormed())).toBe(true);
  }
});

test('[OR4] a changed note is marked, and what it was is said in its own block', () => {
  const order = sampleOrder({ note: 'sin sal', changed: { note: { was: '' } } });
  expect(ticketLines(order)).toMatchObject([{ type: 'note', text: 'sin sal', changed: true, was: { was: '' } }]);
  const allergy = sampleOrder({ note: 'Alergia al huevo', changed: { note: { was: 'sin sal' } } });
  expect(ticketLines(allergy)).toMatchObject([{ type: 'allergy', was: { was: 'sin sal' } }]);
  const long = sampleOrder({ note: 'palabra '.repeat(60), changed: { note: { was: '' } } });
  const said = ticketLines(long).map((line) => 'was' in line && line.was !== null);
  expect(said.lastIndexOf(true)).toBe(said.length - 1);
  expect(said.filter(Boolean)).toHaveLength(1);
});

test('[OR4] a note that was taken away is said in a line, beside what else changed', () => {
  const changed = { note: { was: 'sin sal' }, kind: { was: 'pickup' as const } };
  expect(ticketLines(sampleOrder({ note: '', changed }))).toMatchObject([{ type: 'change', change: changed }]);
  const kept = ticketLines(sampleOrder({ note: 'con sal', changed }));
  expect(kept.map((line) => ('change' in line ? line.change : line.type))).toEqual([
    'note',
    { kind: { was: 'pickup' } },
  ]);
});

test('[SH5.1] where the shop contradicts the kitchen is said under the allergies, on a STOP card too', () => {
  const shopConflict = { at: 0, wanted: 'ready', found: 'cancelled' } as const;
  const items = [sampleItem({ id: 'i1' })];
  const types = (order: Order) => ticketLines(order).map((line) => line.type);
  const open = sampleOrder({ items, note: 'alergia a la leche', shopConflict });
  expect(types(open)).toEqual(['allergy', 'conflict', 'item']);
  expect(types(sampleOrder({ items, status: 'cancelled', shopConflict }))).toEqual(['conflict', 'item']);
  expect(types(sampleOrder({ items }))).toEqual(['item']);
});
