import type { Order } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { nothingFolded } from './fold.ts';
import { ticketLines as linesFor, type TicketReader } from './ticket-lines.ts';

const whole = { screen: 's1', stations: null };
const ticketLines = (order: Order, reader: Partial<TicketReader> = {}) =>
  linesFor(order, { viewer: whole, allergyWords: [], fold: nothingFolded, ...reader });

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
    expect(texts.filter((text) => /\p{Surrogate}/u.test(text))).toEqual([]);
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

test("[TK2] the kitchen's own words of allergy come first as well, and equal dishes say theirs once", () => {
  const mustard = sampleOrder({
    note: 'sin mostaza',
    items: ['i1', 'i2'].map((id) => sampleItem({ id, options: [{ name: 'Sin', value: 'huevo' }] })),
  });
  const said = ticketLines(mustard, { allergyWords: ['mostaza', 'huevo'] });
  expect(said.map((line) => [line.type, 'text' in line ? line.text : ''])).toEqual([
    ['allergy', 'sin mostaza'],
    ['allergy', 'Sin huevo'],
    ['item', ''],
  ]);
});

test('[TK2] an allergy is on every station, though the dish that names it is made at another', () => {
  const route = (station: string) => ({ stations: [station], handOver: false, leadMinutes: null });
  const order = sampleOrder({
    items: [
      sampleItem({ id: 'i1', route: route('cold'), options: [{ name: 'Sin', value: 'gluten' }] }),
      sampleItem({ id: 'i2', name: 'Chuleta', route: route('grill') }),
    ],
  });
  const types = ticketLines(order, { viewer: { screen: 's2', stations: ['grill'] } }).map((line) => line.type);
  expect(types).toEqual(['allergy', 'item']);
});

test('[TK2] what is only handed over stands last and apart, unless it changed', () => {
  const route = { stations: [], handOver: true, leadMinutes: null };
  const order = sampleOrder({
    items: [
      sampleItem({ id: 'i1', name: 'Agua', route }),
      sampleItem({ id: 'i2', name: 'Vino', route, change: { type: 'added' } }),
      sampleItem({ id: 'i3' }),
    ],
  });
  const said = ticketLines(order).map((line) => (line.type === 'item' ? line.dish.items[0].name : line.type));
  expect(said).toEqual(['Vino', 'Pizza Margarita', 'hand-over']);
});

test('[TK5] done dishes stand under one line, which says how many lines they are, and below it once it is open', () => {
  const items = ['i1', 'i2', 'i3', 'i4'].map((id) =>
    sampleItem({ id, name: id, quantity: 2, doneQuantity: id === 'i2' ? 0 : 2, done: id !== 'i2' }),
  );
  const keys = new Set(['item-i1', 'item-i3', 'item-i4']);
  const said = (isOpen: boolean) =>
    ticketLines(sampleOrder({ items }), { fold: { keys, isOpen } }).map((line) =>
      line.type === 'done' ? `done ${line.count}` : line.key,
    );
  expect(said(false)).toEqual(['item-i2', 'done 3']);
  expect(said(true)).toEqual(['item-i2', 'done 3', 'item-i1', 'item-i3', 'item-i4']);
});

test('[TK4] what a screen said it saw is not marked on it again', () => {
  const changed = { note: { was: 'sin sal' }, kind: { was: 'pickup' as const } };
  const items = [sampleItem({ route: { stations: ['grill'], handOver: false, leadMinutes: null } })];
  const order = sampleOrder({ note: 'con sal', changed, items, seenAt: ['grill'] });
  const said = ticketLines(order, { viewer: { screen: 's2', stations: ['grill'] } });
  expect(said).toMatchObject([{ type: 'note', changed: false, was: null }, { type: 'item' }]);
  expect(ticketLines(order).map((line) => line.type)).toEqual(['note', 'change', 'item']);
});

test('[TK5] the many options of a dish go over several lines, all of them and each once, between which it can be cut', () => {
  const optionsOf = (count: number) => Array.from({ length: count }, (_, n) => ({ name: 'Extra', value: `n ${n}` }));
  const shares = (count: number) =>
    ticketLines(sampleOrder({ items: [sampleItem({ id: 'i1', options: optionsOf(count) })] })).map((line) =>
      line.type === 'item' && line.share ? [line.key, line.share.from, line.share.to, line.share.isLast] : line.key,
    );
  expect(shares(8)).toEqual(['item-i1']);
  expect(shares(10)).toEqual([
    ['item-i1', 0, 3, false],
    ['item-i1 3', 3, 6, false],
    ['item-i1 6', 6, 9, false],
    ['item-i1 9', 9, 10, true],
  ]);
  expect(shares(9).at(-1)).toEqual(['item-i1 6', 6, 9, true]);
});
