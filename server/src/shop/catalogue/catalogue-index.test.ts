import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalogueIndex } from './catalogue-index.ts';
import type { Category, Product } from './products.ts';

const id = fc.integer({ min: 1, max: 9 }).map(String);
const product: fc.Arbitrary<Product> = fc.record({
  id,
  parentId: fc.option(fc.constantFrom('1', '2')),
  name: fc.constantFrom('Ñoquis', 'Pizza 2', 'Pizza 10', 'Agua', ''),
  type: fc.constant('simple'),
  categoryIds: fc.subarray(['16', '17']),
  brand: fc.constantFrom('', 'Fuego'),
  stockStatus: fc.constantFrom('instock', 'outofstock'),
  modifiedAt: fc.constant(1),
  readAt: fc.constantFrom(0, 5),
  goneAt: fc.option(fc.constant(7)),
});
const category: fc.Arbitrary<Category> = fc.record({
  id: fc.constantFrom('16', '17'),
  name: fc.constantFrom('Pizzas', 'Postres & más'),
  parentId: fc.constant(null),
});

test('[SH6] whatever changed between two searches, a search says what one of a fresh index would', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(product, category), { maxLength: 30 }), (changes) => {
      const kept = createCatalogueIndex();
      for (const [one, other] of changes) {
        kept.search('', 50);
        kept.put([one]);
        kept.putCategories([other]);
      }
      const fresh = createCatalogueIndex();
      fresh.putCategories([...kept.categories()]);
      fresh.put([...kept.products()]);
      expect(kept.search('', 50)).toEqual(fresh.search('', 50));
      const waiting = [...kept.products()].filter(({ readAt, goneAt }) => readAt === 0 && goneAt === null);
      expect(waiting.map((one) => one.id)).toEqual(kept.due() === null ? [] : expect.arrayContaining([kept.due()]));
    }),
  );
});
