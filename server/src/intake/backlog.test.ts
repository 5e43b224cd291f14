import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBacklog, type Found } from './backlog.ts';

interface Item {
  id: string;
  bytes: number;
}

const idOf = (n: number) => String(n).padStart(6, '0');
const inMemory = { most: 10, mostBytes: 10, bytesOf: ({ bytes }: Item) => bytes };

/** The first of them, and others as long as they are not too many or too large together. */
function upTo(limit: number, maxBytes: number, items: Item[]): Found<Item> {
  let bytes = 0;
  const found = items.filter((item, index) => (bytes += item.bytes) <= maxBytes || index === 0).slice(0, limit);
  return { items: found, more: found.length === limit || found.length < items.length };
}

const step = fc.constantFrom('put', 'take', 'refill', 'put-while-reading');

test('[IN6c] loses nothing and repeats nothing, however puts, takes and refills interleave', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 200 }),
      fc.constantFrom(4, 100),
      fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 10 }),
      async (steps, most, sizes) => {
        const disk: Item[] = [];
        const taken: string[] = [];
        let whileReading: (() => void) | undefined;
        const backlog = createBacklog<Item>({
          ...inMemory,
          most,
          read: (after, limit, maxBytes) => {
            const found = disk.filter(({ id }) => id > after && !taken.includes(id));
            whileReading?.();
            whileReading = undefined;
            return Promise.resolve(upTo(limit, maxBytes, found));
          },
        });
        const put = () => {
          const item = { id: idOf(disk.length), bytes: sizes[disk.length % sizes.length] ?? 1 };
          disk.push(item);
          backlog.put(item);
        };
        const take = () => {
          const item = backlog.next();
          if (item) taken.push(item.id);
        };
        const refill = async () => {
          if (backlog.wantsRefill()) await backlog.refill();
        };
        for (const each of steps) {
          if (each === 'put') put();
          if (each === 'take') take();
          if (each === 'refill') await refill();
          if (each === 'put-while-reading') {
            whileReading = put;
            await refill();
          }
        }
        for (let round = 0; round < 500 && taken.length < disk.length; round++) {
          take();
          await refill();
        }
        expect(taken).toEqual(disk.map(({ id }) => id));
      },
    ),
  );
});

test('[IN6c] takes in few large ones or many small ones, and no other before there is room again', async () => {
  for (const [bytes, held] of [
    [4, 3],
    [1, 10],
    [90, 1],
  ] as const) {
    const disk: Item[] = [];
    const read = async (after: string, limit: number, maxBytes: number) =>
      upTo(
        limit,
        maxBytes,
        disk.filter(({ id }) => id > after),
      );
    const backlog = createBacklog<Item>({ ...inMemory, read });
    for (let n = 0; n < 30; n++) {
      disk.push({ id: idOf(n), bytes });
      backlog.put({ id: idOf(n), bytes });
    }
    expect([backlog.size(), backlog.wantsRefill()]).toEqual([held, false]);
    while (!backlog.wantsRefill()) backlog.next();
    await backlog.refill();
    expect(backlog.size()).toBeLessThan(2 * held + 1);
  }
});

test('what could not be carried out comes first again', () => {
  const backlog = createBacklog<Item>({ ...inMemory, read: () => Promise.resolve({ items: [], more: false }) });
  backlog.put({ id: 'a', bytes: 1 });
  backlog.put({ id: 'b', bytes: 1 });
  const first = backlog.next();
  if (first) backlog.putBack(first);
  expect(backlog.next()?.id).toBe('a');
});
