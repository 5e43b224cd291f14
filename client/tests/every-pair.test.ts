import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Every file of Spanish words, with the name of its twin. A pair nobody thought of a test for is among them. */
const folder = join(import.meta.dirname, '../src/i18n');
const files = readdirSync(folder);
const spanish = files.filter((name) => /^es(-.+)?\.ts$|-es\.ts$/.test(name));
const twinOf = (name: string) => name.replace(/^es(?=[-.])|(?<=-)es(?=\.ts$)/, 'en');

test('[Quality] each file of words exists in both languages', () => {
  const english = files.filter((name) => /^en(-.+)?\.ts$|-en\.ts$/.test(name));
  expect(spanish.map(twinOf).toSorted()).toEqual(english.toSorted());
  expect(spanish.length).toBeGreaterThan(15);
});

test.each(spanish)('[Quality] no key of %s is missing, and none of its twin', async (name) => {
  const [ours, theirs] = await Promise.all([wordsIn(name), wordsIn(twinOf(name))]);
  expect(ours).toEqual(theirs);
});

/** The places of everything a file exports, whatever it is called. */
async function wordsIn(name: string): Promise<string[]> {
  const exported: Record<string, unknown> = await import(join(folder, name));
  return Object.values(exported)
    .flatMap((words) => places(words))
    .toSorted();
}

function places(value: unknown, path = ''): string[] {
  // A list of examples may be longer in one language.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, `${path}.${key}`));
}
