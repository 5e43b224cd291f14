import { expect, test } from 'vitest';
import { rowEn } from './row-en.ts';
import { rowEs } from './row-es.ts';

test('[BO11] the row has short words for the same troubles in both languages, each in its own', () => {
  expect(Object.keys(rowEs.words).sort()).toEqual(Object.keys(rowEn.words).sort());
  for (const [code, say] of Object.entries(rowEn.words)) {
    const notice = { code: 'disk-low', level: 'error', count: 2, name: 'GRILL' } as const;
    const spoken = Object.entries(rowEs.words).find(([of]) => of === code)?.[1](notice);
    expect([code, spoken]).not.toEqual([code, say(notice)]);
    // It stands beside a STOP and what waits, on a wall of 1920.
    for (const words of [say(notice), spoken ?? '']) expect([words, words.length <= 75]).toEqual([words, true]);
  }
});
