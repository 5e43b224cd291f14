import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { keepWithin } from '../script-budget.ts';

const chunk = (name: string, code: string, imports: string[] = [], isEntry = false) => ({
  ...{ name, code, imports, isEntry, fileName: `assets/${name}-1.js` },
});
const size = (code: string) => gzipSync(code, { level: 9 }).length;

test('[BO10] the board may have so much script: the entry, what it cannot do without and its words', () => {
  const chunks = [
    chunk('index', 'entry', ['assets/shared-1.js'], true),
    chunk('shared', 'what the entry imports'),
    chunk('en', 'words'),
    chunk('es', 'more words, since Spanish is longer'),
    chunk('settings', 'comes later'),
  ];
  const bytes = size('entry') + size('what the entry imports');
  const withWords = bytes + size('more words, since Spanish is longer');
  expect(keepWithin(withWords, chunks)).toEqual({ bytes, withWords, fault: null });
  expect(keepWithin(withWords - 1, chunks).fault).toContain(`${withWords} bytes`);
});

test('[BO10] a build whose entry cannot be found is not taken for a small one', () => {
  expect(keepWithin(1_000, [chunk('other', 'x')]).fault).not.toBeNull();
});
