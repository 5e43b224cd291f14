import { expect, test } from 'vitest';
import { createStationsChoice } from './stations-choice.ts';

function storageWith(kept: string | null) {
  let held = kept;
  return {
    getItem: () => held,
    setItem: (_key: string, value: string) => void (held = value),
    kept: () => held,
  };
}

test('[BO2] a screen shows everything until stations are chosen on it, and keeps its choice', () => {
  const storage = storageWith(null);
  const choice = createStationsChoice(storage);
  expect(choice.get()).toBeNull();
  choice.set(['grill', 'cold']);
  expect(createStationsChoice(storage).get()).toEqual(['grill', 'cold']);
  choice.set([]);
  expect(choice.get()).toBeNull();
  expect(createStationsChoice(storage).get()).toBeNull();
});
