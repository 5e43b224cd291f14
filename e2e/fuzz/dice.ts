import { pick, seededRandom } from '../simulators/woocommerce/chance.ts';

/** Everything a case is made from: the same for the same seed and index. */
export interface Dice {
  random: () => number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function diceFor(seed: number, index: number): Dice {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) + Math.imul(index + 1, 0x85ebca6b));
  return {
    random,
    below: (limit) => Math.floor(random() * limit),
    chance: (probability) => random() < probability,
    pick: (list) => pick(list, random),
  };
}
