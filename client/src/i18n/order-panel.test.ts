import { expect, test } from 'vitest';
import { orderPanelEn } from './order-panel-en.ts';
import { orderPanelEs } from './order-panel-es.ts';

/** Every place in a dictionary, with what stands there. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

test('[TK6] both languages say everything of the ⋯ panel and of paper, and nothing was left in the other one', () => {
  const [en, es] = [leaves(orderPanelEn), leaves(orderPanelEs)];
  expect(es.map(([path]) => path)).toEqual(en.map(([path]) => path));
  expect([...en, ...es].filter(([, words]) => words.trim() === '')).toEqual([]);
  const english = new Map(en);
  expect(es.filter(([path, words]) => words !== 'function' && english.get(path) === words)).toEqual([]);
});

test('[TK6] each reason to reject an order says what else it means', () => {
  for (const { menu } of [orderPanelEn, orderPanelEs]) {
    expect(menu.reasons.length).toBeGreaterThan(3);
    for (const { effect } of menu.reasons) expect(effect).toMatch(/^[A-ZÁÉÍÓÚ].*[.]$/);
  }
});
