/** What the recorded shop sells, as its orders and its product lists name it. */
export interface Dish {
  id: number;
  name: string;
  sku: string;
  categoryIds: readonly number[];
  /** Counted in the shop; left out: not counted. */
  stock?: number;
  variations?: readonly { id: number; sku: string; choices: readonly Choice[] }[];
}

export interface Choice {
  name: string;
  slug: string;
  option: string;
}

const [pizza, grill, drinks, desserts, starters, none, specials] = [16, 17, 18, 19, 20, 15, 21] as const;

const size = (option: string): Choice => ({ name: 'Tamaño', slug: 'tamano', option });
const crust = (option: string): Choice => ({ name: 'Masa', slug: 'masa', option });
const done = (option: string): Choice => ({ name: 'Punto de la carne', slug: 'pa_punto', option });

const menu: readonly Dish[] = [
  { id: 11, name: 'Pizza Margarita', sku: 'PZ-MARG', categoryIds: [pizza] },
  { id: 12, name: 'Pizza Jamón & Piña 🍍', sku: 'PZ-JAMPI', categoryIds: [pizza, specials] },
  { id: 13, name: 'Chuletón de añojo a la brasa (500 g)', sku: 'GR-CHUL', categoryIds: [grill], stock: 6 },
  { id: 14, name: '½ Pollo al carbón', sku: 'GR-POLLO', categoryIds: [grill] },
  { id: 15, name: 'Croquetas caseras (8 uds.)', sku: 'EN-CROQ', categoryIds: [starters] },
  { id: 16, name: 'Agua con gas 50 cl', sku: 'BE-AGUA', categoryIds: [drinks] },
  { id: 17, name: 'Sangría de la casa 1 L 🍷', sku: 'BE-SANG', categoryIds: [drinks] },
  { id: 18, name: 'Flan de huevo', sku: 'PO-FLAN', categoryIds: [desserts] },
  { id: 19, name: 'Crème brûlée «à l’ancienne»', sku: 'PO-BRUL', categoryIds: [desserts] },
  { id: 20, name: 'Servilletas y cubiertos', sku: 'EX-CUB', categoryIds: [none] },
  { id: 21, name: 'Plato del día sin categoría', sku: '', categoryIds: [none] },
  {
    ...{ id: 22, name: 'Pizza al gusto', sku: 'PZ-GUSTO', categoryIds: [pizza] },
    variations: [
      { id: 23, sku: 'PZ-GUSTO-M-F', choices: [size('Mediana'), crust('Fina')] },
      { id: 24, sku: 'PZ-GUSTO-M-C', choices: [size('Mediana'), crust('Clásica')] },
      { id: 25, sku: 'PZ-GUSTO-F-F', choices: [size('Familiar'), crust('Fina')] },
      { id: 26, sku: 'PZ-GUSTO-F-C', choices: [size('Familiar'), crust('Clásica')] },
    ],
  },
  {
    ...{ id: 27, name: 'Entrecot a la parrilla', sku: 'GR-ENTR', categoryIds: [grill] },
    variations: [
      { id: 28, sku: 'GR-ENTR', choices: [done('Poco hecho')] },
      { id: 29, sku: 'GR-ENTR', choices: [done('Al punto')] },
      { id: 30, sku: 'GR-ENTR', choices: [done('Muy hecho')] },
    ],
  },
];

const plates = ['Pizza pequeña', 'Brocheta', 'Refresco', 'Helado', 'Tapa'] as const;
const plateCategories = [pizza, grill, drinks, desserts, starters] as const;

/** The menu, and the forty plates that only the largest recorded orders hold. */
export function allDishes(): Dish[] {
  const numbered = Array.from({ length: 40 }, (_, index): Dish => {
    const number = String(index + 1).padStart(2, '0');
    const kind = (index + 1) % plates.length;
    const name = `Plato nº ${number} – ${plates[kind] ?? ''}`;
    return { id: 31 + index, name, sku: `PL-${number}`, categoryIds: [plateCategories[kind] ?? none] };
  });
  return [...menu, ...numbered];
}
