import type { KitchenSettings } from '@kasera/shared/kitchen-settings.ts';
import type { Asked } from './kitchen-api.ts';
import { setKitchen, toStations } from './kitchen-settings-api.ts';

type Words = KitchenSettings['routing']['words'];
const drinks = { stations: [], handOver: true, leadMinutes: null };
const usual: Words = [
  { word: 'pollo', route: toStations('grill') },
  { word: 'pizza', route: toStations('grill') },
  { word: 'croquetas', route: toStations('cold') },
  { word: 'brûlée', route: toStations('cold') },
  { word: 'flan', route: toStations('cold') },
  { word: 'agua', route: drinks },
  { word: 'sangría', route: drinks },
];

/**
 * Gives a kitchen GRILL, which makes chicken and pizza, COLD, which makes desserts and croquettes, and water and sangría
 * that are only handed over. Napkins are left to nobody.
 * @param first words that go before those
 */
export async function setTwoStations(
  asked: Asked,
  change: Partial<KitchenSettings> = {},
  first: Words = [],
): Promise<void> {
  const stations = [
    { id: 'grill', name: 'GRILL' },
    { id: 'cold', name: 'COLD' },
  ];
  await setKitchen(asked, {
    stations,
    routing: { categories: {}, products: {}, words: [...first, ...usual] },
    ...change,
  });
}
