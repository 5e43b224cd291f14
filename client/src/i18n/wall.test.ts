import { expect, test } from 'vitest';
import { en } from './en.ts';
import { wallEn } from './en-wall.ts';
import { wallEs } from './es-wall.ts';
import { wallPanelsEn } from './wall-panels-en.ts';
import { wallPanelsEs } from './wall-panels-es.ts';

/** Every place in a dictionary, with what stands there. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

test('[BO1] both languages say everything around the tickets, and nothing is left in the other one', () => {
  for (const [english, spanish] of [
    [wallEn, wallEs],
    [wallPanelsEn, wallPanelsEs],
  ]) {
    expect(leaves(spanish).map(([path]) => path)).toEqual(leaves(english).map(([path]) => path));
    const words = new Map(leaves(english));
    expect(leaves(spanish).filter(([path, text]) => text === words.get(path) && text !== 'function')).toEqual([]);
    expect([...leaves(english), ...leaves(spanish)].filter(([, text]) => text.trim() === '')).toEqual([]);
  }
});

test('[BO11] every trouble has words of its own in the health chip, in both languages', () => {
  const codes = Object.keys(en.notices) as (keyof typeof en.notices)[];
  for (const { troubles } of [wallEn, wallEs]) {
    const said = codes.map((code) => troubles[code]({ code, level: 'error' }));
    expect(new Set(said).size).toBe(codes.length);
    for (const words of said) expect(words).not.toMatch(/undefined|null|NaN/);
  }
});
