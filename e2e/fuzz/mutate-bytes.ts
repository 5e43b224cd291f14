import type { Dice } from './dice.ts';

/** Damages bytes as lines, disks and hostile hands do. */
export function mutateBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  return dice.pick(mutations)(Buffer.from(bytes), dice);
}

const mutations: readonly ((bytes: Buffer, dice: Dice) => Uint8Array)[] = [
  flipBits,
  flipBits,
  (bytes, { below }) => bytes.subarray(0, below(bytes.length)),
  (bytes, { below }) => bytes.subarray(below(bytes.length)),
  insertNoise,
  // Not UTF-8: a lone continuation, an overlong slash, a surrogate, beyond Unicode.
  (bytes, dice) => inserted(bytes, dice.below(bytes.length), dice.pick(invalidUtf8)),
  (bytes, dice) => inserted(bytes, dice.below(bytes.length), Buffer.alloc(1 + dice.below(500))),
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (_bytes, { below, random }) => Uint8Array.from({ length: below(3_000) }, () => random() * 256),
  () => new Uint8Array(0),
];

const invalidUtf8 = [[0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xff, 0xfe]].map((bytes) =>
  Buffer.from(bytes),
);

function flipBits(bytes: Buffer, { below }: Dice): Buffer {
  for (let left = 1 + below(20); left > 0 && bytes.length > 0; left -= 1) {
    const at = below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
  }
  return bytes;
}

function insertNoise(bytes: Buffer, { below, random }: Dice): Buffer {
  const noise = Uint8Array.from({ length: 1 + below(200) }, () => random() * 256);
  return inserted(bytes, below(bytes.length), noise);
}

function inserted(bytes: Buffer, at: number, more: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
}
