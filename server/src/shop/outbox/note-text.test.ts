import { expect, test } from 'vitest';
import { writeBackSteps } from '@kasera/shared/shop.ts';
import { noteText, type NoteFacts } from './note-text.ts';

const at = Date.UTC(2026, 10, 20, 20);
const madrid = { timeZone: 'Europe/Madrid' };
const facts: NoteFacts = { step: 'accepted', note: 'customer', promisedAt: at + 1_260_000, reason: null, at };

test('[SH5h] every note exists in both languages, for the guest and for the shop’s people, and no two are alike', () => {
  const texts = writeBackSteps.flatMap((step) =>
    (['private', 'customer'] as const).flatMap((note) =>
      (['es', 'en'] as const).map((language) => noteText({ ...facts, step, note }, { ...madrid, language })),
    ),
  );
  expect(new Set(texts).size).toBe(16);
  for (const text of texts) expect(text).toMatch(/^[A-Z¡].*[.!]$/);
});

test('[SH5h] a time is said in the kitchen’s zone; with its day where that is another one', () => {
  const words = { ...madrid, language: 'en' as const };
  expect(noteText(facts, words)).toBe('We have accepted your order. It will be ready at 21:21.');
  const tomorrow = { ...facts, promisedAt: at + 86_400_000 };
  expect(noteText(tomorrow, words)).toBe('We have accepted your order. It will be ready at 21:00 on November 21.');
  expect(noteText(tomorrow, { ...madrid, language: 'es' })).toContain('a las 21:00 del 21 de noviembre.');
  expect(noteText({ ...facts, promisedAt: null }, words)).toBe('We have accepted your order.');
});

test('[SH5h] the kitchen’s reason is said as a sentence', () => {
  const cancelled = { ...facts, step: 'cancelled' as const };
  const say = (reason: string | null) => noteText({ ...cancelled, reason }, { ...madrid, language: 'es' });
  expect([say('Sin masa'), say('¿Cerrado?'), say(null)]).toEqual([
    'No podemos preparar tu pedido: Sin masa.',
    'No podemos preparar tu pedido: ¿Cerrado?',
    'No podemos preparar tu pedido.',
  ]);
});

test('[SH5h] what a cook types never becomes markup in the guest’s mail, and reads back as it was written', () => {
  const reason = String.raw`<b>4 & "5"</b> C:\masa`;
  const text = noteText({ ...facts, step: 'cancelled', reason }, { ...madrid, language: 'en' });
  expect(text).toBe('We cannot prepare your order: &lt;b&gt;4 &amp; "5"&lt;/b&gt; C:&#92;masa.');
});
