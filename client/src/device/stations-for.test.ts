import { expect, test } from 'vitest';
import { stationsFor } from './stations-for.ts';

test('[BO2] counter, guests and the look before service see whole orders, whatever the device shows as a board', () => {
  const kept = new Map([['kasera.stations', 'grill,cold']]);
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) };
  expect(stationsFor('board', storage).get()).toEqual(['grill', 'cold']);
  for (const page of ['handover', 'pickup', 'service'] as const) {
    const stations = stationsFor(page, storage);
    expect(stations.get()).toBeNull();
    stations.set(['salad']);
  }
  expect(kept.get('kasera.stations')).toBe('grill,cold');
});
