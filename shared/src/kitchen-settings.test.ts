import { expect, test } from 'vitest';
import { kitchenSettingsSchema, usualSettings, type KitchenSettings } from './kitchen-settings.ts';

const settings: KitchenSettings = { ...usualSettings, readyInMinutes: [10], suggestedMinutes: 10 };

test('[BO13d] names and words are one line, and turn no other text around', () => {
  const route = { stations: ['grill'], handOver: false, leadMinutes: null };
  const read = kitchenSettingsSchema.parse({
    ...settings,
    stations: [{ id: 'grill', name: ' \u202eGrill\n\u0000 1 ' }],
    routing: { ...settings.routing, words: [{ word: 'ribs\u2066', route }] },
    allergyWords: ['\u202dnut\tallergy'],
  });
  expect(read.stations).toEqual([{ id: 'grill', name: 'Grill 1' }]);
  expect(read.routing.words.map(({ word }) => word)).toEqual(['ribs']);
  expect(read.allergyWords).toEqual(['nut allergy']);
});

test('[BO13d] a name of nothing but such marks is none, and two that are alike without them are one too many', () => {
  const named = (...names: string[]) =>
    kitchenSettingsSchema.safeParse({ ...settings, stations: names.map((name, at) => ({ id: `s${at}`, name })) });
  expect(named('\u202e\n').error?.issues[0]?.message).toBe('needs a name');
  expect(named('Grill', '\u202egrill').success).toBe(false);
  expect(named('Grill', 'شواية').success).toBe(true);
});
