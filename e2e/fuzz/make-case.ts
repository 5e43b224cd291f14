import { junkCommand, oddRequest } from './api-cases.ts';
import { oddCoding, oddHeaders, signedBody, unsignedBody, type CaseSource, type FuzzCase } from './cases.ts';
import type { Dice } from './dice.ts';
import { junkSocket } from './socket-cases.ts';

/** Of a hundred cases, so many of each kind. */
const kinds: readonly { share: number; make: (source: CaseSource, dice: Dice) => FuzzCase }[] = [
  { share: 45, make: signedBody },
  { share: 13, make: unsignedBody },
  { share: 15, make: oddHeaders },
  { share: 4, make: oddCoding },
  { share: 10, make: junkCommand },
  { share: 8, make: oddRequest },
  { share: 5, make: junkSocket },
];

/** Makes the case that these dice fall on. */
export function makeCase(source: CaseSource, dice: Dice): FuzzCase {
  let left = dice.below(100);
  for (const { share, make } of kinds) {
    if (left < share) return make(source, dice);
    left -= share;
  }
  throw new Error('the shares do not make a hundred');
}
