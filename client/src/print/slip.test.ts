import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { en } from '../i18n/en.ts';
import { es } from '../i18n/es.ts';
import { otherDayIn, timeIn } from '../i18n/zoned-time.ts';
import { orderPanelWords } from '../i18n/order-panel-words.ts';
import { slipsOf } from './print-orders.ts';
import { bagSlip, ticketSlip, type Slip } from './slip.ts';

const time = (at: number) => timeIn('Europe/Madrid', at, 'en-GB');
const at = Date.UTC(2026, 10, 21, 19, 40);
const otherDay = (day: number) => otherDayIn('Europe/Madrid', day, at, 'en-GB');
const style = { t: en, time, otherDay, words: orderPanelWords.en.print, allergyWords: ['mostaza'] };
const drink = { stations: [], handOver: true, leadMinutes: null };
const order = sampleOrder({
  number: '1042',
  kind: 'pickup',
  note: 'Llamar al llegar, sin mostaza',
  promisedAt: at,
  clockAt: at,
  payment: 'collect',
  total: '24.50',
  currency: 'EUR',
  items: [
    sampleItem({ id: 'a', quantity: 2, options: [{ name: 'Sin', value: 'cebolla' }] }),
    sampleItem({ id: 'b', name: 'Agua', route: drink }),
    sampleItem({ id: 'c', options: [{ name: 'Sin', value: 'cebolla' }] }),
    sampleItem({ id: 'd', name: 'Flan', quantity: 0, done: true, change: { type: 'removed', was: 1 } }),
  ],
});
const said = (slip: Slip) =>
  slip.filter(({ look }) => look !== 'rule').map(({ quantity, text }) => [quantity, text].filter(Boolean).join(' '));

test('[BO15] the ticket has number, kind, promise, allergies first, and dishes with their options, equal ones merged', () => {
  expect(said(ticketSlip(order, style))).toEqual([
    '1042',
    'Pickup',
    'for 20:40',
    'Ana R.',
    'CHANGED',
    'ALLERGY · Llamar al llegar, sin mostaza',
    '3 Pizza Margarita',
    '- Sin cebolla',
    '1 REMOVED: Flan',
    'at hand-over:',
    '1 Agua',
    '#1042 · placed 20:40',
  ]);
});

test('[BO15] the bag slip says what is to be paid and everything that belongs in the bag, drinks too', () => {
  const words = said(bagSlip(order, style)).join('\n');
  expect(words).toContain('COLLECT €24.50');
  expect(words).toContain('3 Pizza Margarita\n- Sin cebolla\n1 Agua');
  expect(words).not.toContain('Flan');
  expect(said(bagSlip({ ...order, payment: 'paid' }, style))).toContain('PAID');
  const spanish = said(bagSlip(order, { ...style, t: es, words: orderPanelWords.es.print })).join('\n');
  expect(spanish.replace(/\s/g, ' ')).toContain('Recogida');
  expect(spanish.replace(/\s/g, ' ')).toContain('COBRAR 24,50 €');
});

test('[BO15] the bag says the allergy before what is in it, and no other note: that may be the kitchen’s own', () => {
  const kitchenNotes = [
    { id: 'n1', text: 'Sésamo', allergy: true, at, seenBy: [] },
    { id: 'n2', text: 'Se queja siempre', allergy: false, at, seenBy: [] },
  ];
  const words = said(bagSlip({ ...order, kitchenNotes }, style));
  expect(words.slice(words.indexOf('COLLECT €24.50') + 1, words.indexOf('3 Pizza Margarita')).toSorted()).toEqual([
    'ALLERGY · Llamar al llegar, sin mostaza',
    'ALLERGY: Sésamo',
  ]);
  expect(words.join()).not.toContain('queja');
});

test('[BO6] both papers say of which brand the order is, above its kind', () => {
  const items = ['Fuego', 'La Nonna'].map((brand) =>
    sampleItem({ id: brand, route: { stations: ['oven'], handOver: false, leadMinutes: null, brand } }),
  );
  for (const slipOf of [ticketSlip, bagSlip]) {
    expect(said(slipOf({ ...order, items }, style)).slice(0, 3)).toEqual(['1042', 'Fuego + La Nonna', 'Pickup']);
  }
});

test('[BO15] a note is whole, a test says so, and a rush is on paper as on the screen', () => {
  const note = 'palabra '.repeat(80).trim();
  const rushed = sampleOrder({ kind: 'delivery', note, test: true, rush: { at: 0, why: 'driver' } });
  const slip = ticketSlip(rushed, style);
  const notes = slip.filter(({ look }) => look === 'note').map(({ text }) => text);
  expect(notes.join(' ')).toBe(note);
  expect(slip.filter(({ look }) => look === 'alert').map(({ text }) => text)).toEqual(['TEST', 'DRIVER HERE']);
  expect(said(ticketSlip({ ...rushed, kind: 'pickup' }, style))).toContain('GUEST HERE');
});

test('[BO15] every order asked for is on paper, its ticket before its bag slip', () => {
  const other = { ...order, id: 'o2', number: '1043' };
  const numbers = (what: 'ticket' | 'slip' | 'both') =>
    slipsOf([order, other], what, style).map((slip) => slip.find(({ look }) => look === 'number')?.text);
  expect(numbers('ticket')).toEqual(['1042', '1043']);
  expect(numbers('slip')).toEqual(['1042', '1043']);
  expect(numbers('both')).toEqual(['1042', '1042', '1043', '1043']);
});

test('[BO15] what is for another day says on paper for which', () => {
  const tomorrow = { ...order, promisedAt: at + 18 * 3_600_000 };
  const spanish = { ...style, t: es, words: orderPanelWords.es.print };
  expect(said(ticketSlip(tomorrow, style))).toContain('for Sun 22 Nov, 14:40');
  expect(said(bagSlip(tomorrow, { ...spanish, otherDay: () => 'dom, 22 nov' }))).toContain(
    'para el dom, 22 nov a las 14:40',
  );
});
