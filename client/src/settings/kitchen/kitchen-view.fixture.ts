import { usualSettings, type KitchenSettings, type KitchenView } from '@kasera/shared/kitchen-settings.ts';

/** A kitchen with a grill and a fryer, and a small catalogue; each test says what differs. */
export function settingsWith(own: Partial<KitchenSettings> = {}): KitchenSettings {
  return {
    ...structuredClone(usualSettings),
    readyInMinutes: [10, 20, 30],
    suggestedMinutes: 20,
    stations: [
      { id: 'grill', name: 'Grill' },
      { id: 'fryer', name: 'Fryer' },
    ],
    ...own,
  };
}

export function rule(own: Partial<KitchenSettings['routing']['words'][number]['route']> = {}) {
  return { stations: [], handOver: false, leadMinutes: null, ...own };
}

export const menu: Pick<KitchenView, 'categories' | 'products'> = {
  categories: [
    { id: 'food', name: 'Food', parentId: null, products: 0 },
    { id: 'burgers', name: 'Burgers', parentId: 'food', products: 2 },
    { id: 'drinks', name: 'Drinks', parentId: null, products: 1 },
  ],
  products: [
    { id: '1', name: 'Cheeseburger', categoryIds: ['burgers'] },
    { id: '2', name: 'Vegan burger', categoryIds: ['burgers'] },
    { id: '3', name: 'Cola', categoryIds: ['drinks'] },
    { id: '4', name: 'Patatas bravas', categoryIds: [] },
  ],
};
