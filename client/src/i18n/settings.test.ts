import { publicUrlFaults, shopCheckNames, shopFaultKinds } from '@kasera/shared/shop.ts';
import { expect, test } from 'vitest';
import { settingsEn } from './settings-en.ts';
import { settingsEs } from './settings-es.ts';

/** Every place in a dictionary, with what stands there. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const languages = [
  ['en', settingsEn],
  ['es', settingsEs],
] as const;

test('[SH1] both languages say everything on the settings page, and leave nothing empty', () => {
  expect(leaves(settingsEs).map(([path]) => path)).toEqual(leaves(settingsEn).map(([path]) => path));
  for (const [, words] of languages) expect(leaves(words).filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('[SH1] nothing on the settings page was left in the other language', () => {
  const english = new Map(leaves(settingsEn));
  const same = leaves(settingsEs).filter(([path, text]) => english.get(path) === text && text !== 'function');
  expect(same.map(([, text]) => text)).toEqual(['Webhooks']);
});

test.each(languages)(
  '[SH1] %s: every check, fault and refusal of PUBLIC_URL says what it means and what to do',
  (_, words) => {
    const { faults, checks, publicUrl, codes } = words.advice;
    const all = [
      ...shopFaultKinds.map((kind) => faults[kind]),
      ...shopCheckNames.map((name) => checks[name].otherwise),
      ...publicUrlFaults.map((fault) => publicUrl[fault]),
      ...Object.values(codes),
    ];
    for (const { means, todo } of all) {
      expect(means).toMatch(/^[¿A-ZÁÉÍÓÚ].*[.]$/);
      expect(todo).toMatch(/^[¿A-ZÁÉÍÓÚ“«].*[.?]$/);
    }
  },
);

test.each(languages)(
  '[SH2] %s: what a webhook lacks without PUBLIC_URL is said as a way to run, not as a fault',
  (_, words) => {
    expect(words.advice.publicUrl.missing.means).toMatch(/^(Asking alone is enough|Con preguntar basta)/);
  },
);
