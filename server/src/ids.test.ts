import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIds } from './ids.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const someChance = fc.uint8Array({ minLength: 1, maxLength: 40 });
const clockTimes = fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 200 });

/** Ids made at these times, with these few bytes of chance repeated for ever. */
function idsAt(times: readonly number[], chance: Uint8Array): string[] {
  let call = 0;
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, (_, index) => chance[index % chance.length]!);
  const nextId = createIds({ now: () => times[call++]!, random });
  return times.map(() => nextId());
}

test('[ID1] every id is a UUID of version 7, whatever clock and chance say', () => {
  fc.assert(
    fc.property(clockTimes, someChance, (times, chance) => {
      for (const id of idsAt(times, chance)) expect(id).toMatch(uuidV7);
    }),
  );
});

test('[ID1] an id begins with the time at which it was made', () => {
  const nextId = createIds({ now: () => 1_763_690_123_456.7, random: randomBytes });
  expect(Number.parseInt(nextId().replaceAll('-', '').slice(0, 12), 16)).toBe(1_763_690_123_456);
});

test('[ID2] ids rise strictly as text, also when the clock stands or steps back', () => {
  fc.assert(
    fc.property(clockTimes, someChance, (times, chance) => {
      const ids = idsAt(times, chance);
      for (let index = 1; index < ids.length; index += 1) expect(ids[index]! > ids[index - 1]!).toBe(true);
    }),
  );
});

test('[ID2] ids rise strictly within one millisecond', () => {
  const nextId = createIds({ now: () => 1_763_690_000_000, random: randomBytes });
  let former = nextId();
  for (let count = 0; count < 100_000; count += 1) {
    const id = nextId();
    if (id <= former) expect.unreachable(`${id} follows ${former}`);
    former = id;
  }
});

test('[ID2] two processes that start in the same millisecond make different ids', () => {
  const [first, second] = [1, 2].map(() => createIds({ now: () => 7, random: randomBytes }));
  expect(first!()).not.toBe(second!());
});
