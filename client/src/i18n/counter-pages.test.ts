import { expect, test } from 'vitest';
import { handoverEn } from './en-handover.ts';
import { pickupEn } from './en-pickup.ts';
import { serviceEn } from './en-service.ts';
import { handoverEs } from './es-handover.ts';
import { pickupEs } from './es-pickup.ts';
import { serviceEs } from './es-service.ts';

/** Every place in a dictionary, with what stands there. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const pairs = [
  ['[BO6] hand-over', handoverEn, handoverEs],
  ['[SC1] pickup', pickupEn, pickupEs],
  ['[BO12] service', serviceEn, serviceEs],
] as const;

test.each(pairs)('%s: both languages say everything, and leave nothing empty', (_, english, spanish) => {
  expect(leaves(spanish).map(([path]) => path)).toEqual(leaves(english).map(([path]) => path));
  for (const words of [english, spanish]) expect(leaves(words).filter(([, text]) => text.trim() === '')).toEqual([]);
});

test.each(pairs)('%s: nothing was left in the other language', (_, english, spanish) => {
  const inEnglish = new Map(leaves(english));
  const same = leaves(spanish).filter(([path, text]) => inEnglish.get(path) === text && text !== 'function');
  expect(same).toEqual([]);
});
