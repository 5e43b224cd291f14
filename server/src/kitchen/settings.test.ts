import { expect, test } from 'vitest';
import { usualSettings } from '@kasera/shared/kitchen-settings.ts';
import { handOver, kitchenSettings, to } from '../../tests/support/kitchen-settings.ts';
import { openKitchenSettings } from './settings.ts';
import { storedSettingsSchema } from './stored-settings.ts';
import { settingsKept } from '../../tests/support/settings-kept.ts';

const given = { readyInMinutes: [5, 10], suggestedMinutes: 10 };
const open = (kept = settingsKept()) => openKitchenSettings({ settings: kept, given });

test('[BO13] until something is saved the usual holds, with the minutes of the configuration', async () => {
  const keeper = await open();
  expect(keeper.current()).toEqual({ ...usualSettings, ...given });
  expect(keeper.version()).toBe(0);
});

test('[BO13] what is saved is known at once and after a restart', async () => {
  const kept = settingsKept();
  const keeper = await open(kept);
  const settings = kitchenSettings({ dayEndsAt: 360, readyInMinutes: [30, 10, 10] });
  expect(await keeper.save(settings, 0)).toEqual({ type: 'saved' });
  for (const one of [keeper, await open(kept)]) {
    expect(one.current()).toEqual({ ...settings, readyInMinutes: [10, 30] });
    expect(one.version()).toBe(1);
  }
});

test('[BO13] who saves upon an older version is told so, also where two save at once', async () => {
  const keeper = await open();
  const [first, second] = [kitchenSettings({ leadMinutes: 1 }), kitchenSettings({ leadMinutes: 2 })];
  expect(await Promise.all([keeper.save(first, 0), keeper.save(second, 0)])).toEqual([
    { type: 'saved' },
    { type: 'conflict' },
  ]);
  expect(keeper.current().leadMinutes).toBe(1);
  expect(await keeper.save(second, 1)).toEqual({ type: 'saved' });
});

test('[BO13] a zone nobody knows is refused', async () => {
  const keeper = await open();
  expect(await keeper.save(kitchenSettings({ timeZone: 'Mars/Olympus' }), 0)).toMatchObject({
    ...{ type: 'invalid', path: 'settings.timeZone' },
  });
  expect(await keeper.save(kitchenSettings({ timeZone: 'Europe/Madrid' }), 0)).toEqual({ type: 'saved' });
});

test('[BO13] minutes the page left as they were stay the configuration’s', async () => {
  const kept = settingsKept();
  const keeper = await open(kept);
  await keeper.save(kitchenSettings(given), 0);
  const later = { readyInMinutes: [7], suggestedMinutes: 7 };
  expect((await openKitchenSettings({ settings: kept, given: later })).current()).toMatchObject(later);
  await keeper.save(kitchenSettings({ ...given, suggestedMinutes: 20 }), 1);
  await keeper.save(kitchenSettings(given), 2);
  expect((await openKitchenSettings({ settings: kept, given: later })).current()).toMatchObject({
    ...{ readyInMinutes: [7], suggestedMinutes: 10 },
  });
});

test('[BO13] what is not understood any more falls back by itself, not all of it', async () => {
  const kept = settingsKept();
  await (await open(kept)).save(kitchenSettings({ leadMinutes: 45 }), 0);
  const { version, settings } = storedSettingsSchema.parse(kept.values.get('kitchen'));
  const routing = {
    categories: { 1: to('grill'), 2: { stations: 'oven' } },
    products: 'all',
    words: [{ word: 'p', route: to('bar') }, { word: 'pan', route: handOver }, 7],
  };
  const stations = [
    ...[
      { id: 'grill', name: 'Grill' },
      { id: 'grill', name: 'Other' },
    ],
    ...[
      { id: 'expo', name: 'Expo' },
      { id: 'oven', name: 'GRILL' },
      { id: 'bar', name: 'Bar' },
    ],
  ];
  kept.values.set('kitchen', { version, settings: { ...settings, stations, routing, hours: 7, dayEndsAt: -1 } });
  const keeper = await open(kept);
  expect(keeper.version()).toBe(1);
  expect(keeper.current()).toMatchObject({
    stations: [
      { id: 'grill', name: 'Grill' },
      { id: 'bar', name: 'Bar' },
    ],
    routing: { categories: { 1: to('grill') }, products: {}, words: [{ word: 'pan', route: handOver }] },
    ...{ leadMinutes: 45, hours: usualSettings.hours, dayEndsAt: usualSettings.dayEndsAt },
  });
  expect(keeper.current().routing.categories).not.toHaveProperty('2');
});

test('[BO13] a document that is none is nothing', async () => {
  const kept = settingsKept();
  kept.values.set('kitchen', ['?']);
  expect((await open(kept)).current()).toEqual({ ...usualSettings, ...given });
});
