import { expect, test } from 'vitest';
import { en } from './en.ts';
import { es } from './es.ts';
import { ago, money, quantity } from './format.ts';
import { chooseLanguage } from './language.ts';

/** Every place in a dictionary, with what stands there; a function counts by how many things it takes. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

test('[BD1] both languages say everything, and nothing is left empty in one of them', () => {
  expect(leaves(es).map(([path]) => path)).toEqual(leaves(en).map(([path]) => path));
  const empty = (all: [string, string][]) => all.filter(([, words]) => words === '').map(([path]) => path);
  expect(empty(leaves(es))).toEqual(empty(leaves(en)));
  expect(empty(leaves(en))).toEqual(['.kinds.unknown']);
});

test('[BD1] nothing was left in the other language', () => {
  const alike = new Set(['½ m', '1 m', '1½ m', '2 m', 'function', '', 'Total', '#']);
  const english = new Map(leaves(en));
  const same = leaves(es).filter(([path, words]) => english.get(path) === words && !alike.has(words));
  expect(same).toEqual([]);
});

test('[BD1] every notice has words with its figures in both languages', () => {
  for (const language of [en, es]) {
    for (const code of Object.keys(en.notices) as (keyof typeof en.notices)[]) {
      expect(language.notices[code]({ code, level: 'info' }, language)).not.toMatch(/undefined|null|NaN/);
    }
    expect(
      language.notices['signature-failing']({ code: 'signature-failing', level: 'error', count: 7 }, language),
    ).toContain('7');
    expect(language.notices['push-parked']({ code: 'push-parked', level: 'error', error: '403' }, language)).toContain(
      '403',
    );
  }
});

test("[BD1] speaks the chosen language, else the browser's, else English", () => {
  expect(chooseLanguage('en', ['es-ES'])).toBe('en');
  expect(chooseLanguage(null, ['fr', 'es-MX', 'en'])).toBe('es');
  expect(chooseLanguage('xx', ['fr'])).toBe('en');
});

test('[BD1] writes figures as its people do', () => {
  expect(quantity(1.5, es)).toBe('1,5');
  expect(quantity(1.5, en)).toBe('1.5');
  expect(money('24.50', 'EUR', es).replace(/\s/g, ' ')).toBe('24,50 €');
  expect(money('24.50', 'not a currency', es)).toBe('24.50 not a currency');
  expect(ago(8_900, en)).toBe('8 s');
  expect(ago(240_000, en)).toBe('4 min');
  expect(ago(3 * 3_600_000, en)).toBe('3 h');
});
