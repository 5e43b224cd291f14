import { expect, test } from 'vitest';
import { deviceEn } from './en-device.ts';
import { panelEn } from './en-panel.ts';
import { deviceEs } from './es-device.ts';
import { panelEs } from './es-panel.ts';

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

/** Names of keys and measures that are the same in both. */
const alike = new Set(['1 m', '2 m', 'Paella', 'Ctrl', '←', '→', '↑', '↓', 'Esc', 'Alt', 'Insert', 'No', 'function']);

test.each([
  ['the panels', panelEn, panelEs],
  ['the screen itself', deviceEn, deviceEs],
])('[BO13] both languages say everything of %s, and nothing was left in the other one', (_name, english, spanish) => {
  const en = leaves(english);
  const es = leaves(spanish);
  expect(es.map(([path]) => path)).toEqual(en.map(([path]) => path));
  expect([...en, ...es].filter(([, words]) => words === '')).toEqual([]);
  const said = new Map(en);
  expect(es.filter(([path, words]) => said.get(path) === words && !alike.has(words))).toEqual([]);
});
