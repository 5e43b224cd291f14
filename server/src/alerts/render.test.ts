import type { ItemChange, ItemOption, OrderItem } from '@kasera/shared/order.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { PushOrder } from './push-text.ts';
import { nameableTogether, renderPush } from './render.ts';

const key = '0192f0c1-7b1e-7cc3-98c4-dc0c0c07398f';
const pushSchema = z.looseObject({
  headings: z.object({ en: z.string(), es: z.string() }),
  contents: z.object({ en: z.string(), es: z.string() }),
  data: z.object({ orders: z.array(z.string()) }),
});

function item(name: string, quantity: number, options: ItemOption[] = [], change: ItemChange | null = null): OrderItem {
  const none = { productId: null, variationId: null, doneQuantity: 0, done: false };
  return { id: name, name, quantity, options, change, ...none };
}

function order(number: string, items: OrderItem[], more: Partial<PushOrder> = {}): PushOrder {
  return { id: `id-${number}`, number, items, note: '', kitchenNotes: [], test: false, ...more };
}

function render(orders: PushOrder[], publicUrl: string | null = null): string {
  return renderPush({ orders, audience: { type: 'all' }, publicUrl, idempotencyKey: key, appId: 'app-1' });
}

function read(orders: PushOrder[]): z.infer<typeof pushSchema> {
  return pushSchema.parse(JSON.parse(render(orders)));
}

const pizza = item('Pizza Margherita', 2, [
  { name: 'Sin cebolla', value: '' },
  { name: 'Masa', value: 'fina' },
]);

test('[PU1] a push says number, dish count and dishes with their options, in English and Spanish', () => {
  const push = read([order('1051', [pizza, item('Cola', 1)])]);
  expect(push.headings).toEqual({ en: '#1051 · 3 dishes', es: '#1051 · 3 platos' });
  expect(push.contents.en).toBe('2× Pizza Margherita (Sin cebolla, Masa: fina)\n1× Cola');
  expect(push.contents.es).toBe(push.contents.en);
});

test('[PU1] changes to dishes are said in words', () => {
  const items = [
    item('Sopa', 3, [], { type: 'quantity', was: 1 }),
    item('Pan', 1, [], { type: 'added' }),
    item('Vino', 0, [], { type: 'removed', was: 2 }),
    item('Taco', 1, [{ name: 'Picante', value: 'sí' }], { type: 'options', was: [], wasName: 'Taco' }),
  ];
  const push = read([order('7', items)]);
  expect(push.headings.es).toBe('#7 · 5 platos');
  expect(push.contents.es.split('\n')).toEqual([
    '3× Sopa (antes 1×)',
    '1× Pan (añadido)',
    '✗ 2× Vino (quitado)',
    '1× Taco (Picante: sí, antes Taco)',
  ]);
  expect(push.contents.en).toContain('✗ 2× Vino (removed)');
});

test('[PU1] a weighed dish counts as one, and one dish is said in the singular', () => {
  expect(read([order('8', [item('Cordero', 1.5)])]).headings).toEqual({ en: '#8 · 1 dish', es: '#8 · 1 plato' });
});

test('[PU1] a test order says so first', () => {
  const push = read([order('T-1', [pizza], { test: true })]);
  expect(push.headings).toEqual({ en: 'TEST #T-1 · 2 dishes', es: 'PRUEBA #T-1 · 2 platos' });
});

test('[PU1] a note is announced, an allergy first, and neither is repeated', () => {
  const noted = read([order('9', [pizza], { note: 'Llamar al 600 123 123' })]);
  expect(noted.contents.en).toMatch(/\nwith a note – see the board$/);
  const kitchenNotes = [{ id: 'n', text: 'cacahuete', allergy: true, at: 0, seenBy: [] }];
  const allergic = read([order('9', [pizza], { kitchenNotes, note: 'x' })]);
  expect(allergic.contents.es).toMatch(/^ALERGIA – ver la pantalla\n/);
  expect(JSON.stringify([noted, allergic])).not.toMatch(/600 123|cacahuete/);
});

test('[PU1] an order without dishes still has a text, which the provider demands', () => {
  expect(read([order('10', [])]).contents.en).toBe('no dishes named – see the board');
});

test('[PU1] topic, urgency, life and caps are the order’s own', () => {
  expect(JSON.parse(render([order('1051', [pizza])]))).toMatchObject({
    app_id: 'app-1',
    included_segments: ['All'],
    priority: 10,
    ttl: 600,
    enable_frequency_cap: false,
    throttle_rate_per_minute: 0,
    data: { orders: ['1051'] },
    web_push_topic: '0192f0c17b1e7cc398c4dc0c0c07398f',
    idempotency_key: key,
  });
});

test('[PU1] the audience is external ids, a segment, or all', () => {
  const base = { orders: [order('1', [pizza])], publicUrl: null, idempotencyKey: key, appId: 'a' };
  const ids = renderPush({ ...base, audience: { type: 'external-ids', externalIds: ['kim', 'sam'] } });
  expect(JSON.parse(ids)).toMatchObject({ include_aliases: { external_id: ['kim', 'sam'] }, target_channel: 'push' });
  expect(ids).not.toContain('included_segments');
  const segment = renderPush({ ...base, audience: { type: 'segment', name: 'Kitchen' } });
  expect(JSON.parse(segment)).toMatchObject({ included_segments: ['Kitchen'] });
});

test('[PU1] the link leads to the order on the board, and without PUBLIC_URL there is none', () => {
  const orders = [order('1', [pizza]), order('2', [pizza])];
  expect(JSON.parse(render(orders, 'https://k.example'))).toMatchObject({ url: 'https://k.example/board#id-1' });
  expect(JSON.parse(render(orders))).not.toHaveProperty('url');
});

test('[PU6] a push for several names all their numbers, then their dishes', () => {
  const push = read([order('1051', [pizza, item('Cola', 1)]), order('1052', [pizza]), order('1053', [item('Pan', 4)])]);
  expect(push.headings).toEqual({ en: '3 orders · 9 dishes', es: '3 pedidos · 9 platos' });
  expect(push.data.orders).toEqual(['1051', '1052', '1053']);
  expect(push.contents.en.split('\n')).toEqual([
    '#1051, #1052, #1053',
    '#1051: 2× Pizza Margherita (Sin cebolla, Masa: fina)',
    '1× Cola',
    '#1052: 2× Pizza Margherita (Sin cebolla, Masa: fina)',
    '#1053: 4× Pan',
  ]);
});

test('[PU1] what does not fit is counted, never silently lost', () => {
  const items = Array.from({ length: 40 }, (_, index) => item(`Plato número ${index} con guarnición`, 1));
  const push = read([order('82', items)]);
  const lines = push.contents.es.split('\n');
  expect(lines.at(-1)).toBe(`… +${40 - (lines.length - 1)} más`);
  expect(lines.length).toBeGreaterThan(10);
  const long = read([order('83', [item('x'.repeat(200_000), 1), item('Pan', 1)])]);
  expect(long.contents.en).toMatch(/^1× x+…\n… \+1 more$/);
});

test('[PU1] a push stays under 2 kB whatever the dishes, and names every order it can', () => {
  const anyItem = fc
    .record({ name: fc.string({ unit: 'grapheme', maxLength: 300 }), quantity: fc.nat({ max: 99 }) })
    .map(({ name, quantity }) => item(name, quantity, [{ name, value: name }]));
  const anyOrder = fc
    .record({ number: fc.string({ maxLength: 30 }), items: fc.array(anyItem, { maxLength: 12 }) })
    .map(({ number, items }) => order(number, items));
  fc.assert(
    fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 60 }), (many) => {
      const orders = many.slice(0, nameableTogether(many.map(({ number }) => number)));
      const json = render(orders, 'https://kitchen.example.com');
      expect(Buffer.byteLength(json)).toBeLessThan(2_000);
      const push = pushSchema.parse(JSON.parse(json));
      expect(push.data.orders).toEqual(orders.map(({ number }) => number));
      expect(push.contents.en).not.toBe('');
    }),
    { numRuns: 60 },
  );
});

test('[PU6] as many orders are named in one push as it has room for, at least one', () => {
  expect(nameableTogether(['1', '2'])).toBe(2);
  expect(nameableTogether(Array.from({ length: 500 }, (_, index) => String(1000 + index)))).toBe(114);
  expect(nameableTogether(['x'.repeat(5_000), '2'])).toBe(1);
});

test('[PU3] the same order renders to the same bytes, and they survive being read and written again', () => {
  const json = render([order('1051', [pizza], { note: 'ñ "quoted" \u2028' })], 'https://k.example');
  expect(render([order('1051', [pizza], { note: 'ñ "quoted" \u2028' })], 'https://k.example')).toBe(json);
  expect(JSON.stringify(Object.assign({ app_id: 'app-1' }, JSON.parse(json)))).toBe(json);
});
