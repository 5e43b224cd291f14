import { expect, test } from 'vitest';
import { historyEn } from './history-en.ts';
import { historyEs } from './history-es.ts';
import { kitchenEn } from './kitchen-en.ts';
import { kitchenEs } from './kitchen-es.ts';
import { pagesEn } from './pages-en.ts';
import { pagesEs } from './pages-es.ts';
import { storyEn } from './story-en.ts';
import { storyEs } from './story-es.ts';
import { waitsEn } from './waits-en.ts';
import { waitsEs } from './waits-es.ts';

/** Every place in a dictionary, with what stands there. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

/** What is the same in both, and rightly so. */
const alike = ['min', 'Pizza', 'EpiPen', 'Kasera', 'function'];

const pairs = [
  ['every page', pagesEn, pagesEs],
  ['the kitchen’s settings', kitchenEn, kitchenEs],
  ['the history', historyEn, historyEs],
  ['the page of an order', storyEn, storyEs],
  ['the bars of waiting', waitsEn, waitsEs],
] as const;

test.each(pairs)('[BO13] both languages say everything on %s, and leave nothing empty', (_, english, spanish) => {
  const withoutLists = (words: unknown) => leaves(words).filter(([path]) => !path.includes('.builtIn.'));
  expect(withoutLists(spanish).map(([path]) => path)).toEqual(withoutLists(english).map(([path]) => path));
  for (const words of [english, spanish]) expect(leaves(words).filter(([, text]) => text.trim() === '')).toEqual([]);
});

test.each(pairs)('[BO13] nothing on %s was left in the other language', (_, english, spanish) => {
  const said = new Map(leaves(english));
  const same = leaves(spanish).filter(([path, text]) => said.get(path) === text && !alike.includes(text));
  expect(same).toEqual([]);
});

test('[BO2c] what the way to the board says on a phone is part of its name', () => {
  for (const { backToBoard, boardInShort } of [pagesEn, pagesEs]) {
    expect(backToBoard.toLowerCase()).toContain(boardInShort.toLowerCase());
  }
});
