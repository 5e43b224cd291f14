/** Makes the next id. */
export type NextId = () => string;

/**
 * Makes ids that sort, as text, in the order in which they were made: UUIDv7, strictly rising within this process even
 * inside one millisecond and when the clock steps back (it then keeps the latest time it saw and counts on).
 *
 * Layout: 48 bits of time, 26 bits of counter, 48 bits of chance (and the six fixed ones). The counter starts anew at a
 * random place of its lower half in each millisecond; if it ever runs out, the time moves on by one.
 * @param deps `now` answers epoch milliseconds; `random(bytes)` answers that many random bytes
 */
export function createIds({ now, random }: { now: () => number; random: (bytes: number) => Uint8Array }): NextId {
  let latestMs = -1;
  let counter = 0;
  let pool = Buffer.alloc(0);

  /** Asks for chance in larger portions: one call for each id would cost more than all else here. */
  function takeChance(): Buffer {
    if (pool.length === 0) pool = Buffer.from(random(chanceBytes * idsPerPortion));
    const chance = pool.subarray(0, chanceBytes);
    pool = pool.subarray(chanceBytes);
    return chance;
  }

  return function nextId() {
    const nowMs = Math.floor(now());
    const chance = takeChance();
    if (nowMs > latestMs) {
      latestMs = nowMs;
      counter = firstCounter(chance.readUInt32BE(6));
    } else if (counter < maxCounter) {
      counter += 1;
    } else {
      latestMs += 1;
      counter = firstCounter(chance.readUInt32BE(6));
    }
    return format(latestMs, counter, chance.toString('hex', 0, 6));
  };
}

const chanceBytes = 10;
const idsPerPortion = 128;
const counterBits = 26;
const maxCounter = 2 ** counterBits - 1;

function firstCounter(chance: number): number {
  return chance % 2 ** (counterBits - 1);
}

function format(ms: number, counter: number, chance: string): string {
  const time = hex(ms, 12);
  const high = hex(Math.floor(counter / 2 ** 14), 3);
  const low = hex(0x8000 + (counter % 2 ** 14), 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low}-${chance}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
