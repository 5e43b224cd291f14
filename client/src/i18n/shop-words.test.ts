import { expect, test } from 'vitest';
import { en } from './en.ts';
import { es } from './es.ts';
import { because, wordFor } from './fault-words.ts';

test('[SH5.1] a conflict says what the shop says and what it was not told, in both languages', () => {
  expect(en.shop.conflict('ready', 'cancelled')).toBe(
    'The shop says “cancelled”; “ready” was not told to it. Look in the shop.',
  );
  expect(en.shop.conflict('completed', 'gone')).toMatch(/^The order is gone in the shop; “handed over” was not told/);
  expect(es.shop.conflict('ready', 'cancelled')).toBe(
    'La tienda dice «cancelado»; no se le comunicó «listo». Mira en la tienda.',
  );
  expect(en.shop.conflict('ready', 'en-reparto')).toContain('“en-reparto”');
});

test('[SH5.2] what is on its way to the shop counts down, then is being told', () => {
  expect(en.shop.telling('ready', 40)).toBe('tells the shop “ready” in 40 s');
  expect(en.shop.telling('ready', 0)).toBe('telling the shop “ready” …');
  expect(es.shop.telling('completed', 40)).toBe('se dirá a la tienda «entregado» en 40 s');
});

test('[SH3.3] a reason stands in brackets; one nobody has words for stands as it came', () => {
  expect(because({ timeout: 'it took too long' }, 'timeout')).toBe(' (it took too long)');
  expect(because({}, 'teapot')).toBe(' (teapot)');
  expect(because({}, null)).toBe('');
  expect(wordFor({ a: 'b' }, 'constructor')).toBe('constructor');
});
