import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBacklog } from './backlog.ts';

const idOf = (n: number) => String(n).padStart(6, '0');

test('[IN6c] loses nothing and repeats nothing, however puts, takes and refills interleave', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('put', 'take', 'refill', 'put-while-reading'), { maxLength: 200 }),
      async (steps) => {
        const disk: { id: string }[] = [];
        const taken: string[] = [];
        let whileReading: (() => void) | undefined;
        const backlog = createBacklog<{ id: string }>({
          most: 4,
          read: (after, limit) => {
            const found = disk.filter(({ id }) => id > after && !taken.includes(id)).slice(0, limit);
            whileReading?.();
            whileReading = undefined;
            return Promise.resolve(found);
          },
        });
        const put = () => {
          const item = { id: idOf(disk.length) };
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
        for (const step of steps) {
          if (step === 'put') put();
          if (step === 'take') take();
          if (step === 'refill') await refill();
          if (step === 'put-while-reading') {
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

test('what could not be carried out comes first again', () => {
  const backlog = createBacklog<{ id: string }>({ most: 10, read: () => Promise.resolve([]) });
  backlog.put({ id: 'a' });
  backlog.put({ id: 'b' });
  const first = backlog.next();
  if (first) backlog.putBack(first);
  expect(backlog.next()?.id).toBe('a');
});
