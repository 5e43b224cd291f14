import { expect, test } from 'vitest';
import { createKeyedQueue } from './keyed-queue.ts';

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

test('work on one key runs in turn, on another key meanwhile', async () => {
  const queue = createKeyedQueue();
  const log: string[] = [];
  const { open, opened } = gate();
  const first = queue.run('a', async () => {
    await opened;
    log.push('a1');
  });
  const second = queue.run('a', () => Promise.resolve(void log.push('a2')));
  await queue.run('b', () => Promise.resolve(void log.push('b1')));
  open();
  await Promise.all([first, second]);
  expect(log).toEqual(['b1', 'a1', 'a2']);
});

test('a failure reaches its caller and does not hold up the next', async () => {
  const queue = createKeyedQueue();
  const first = queue.run('a', () => Promise.reject(new Error('no')));
  const second = queue.run('a', () => Promise.resolve('yes'));
  await expect(first).rejects.toThrow('no');
  await expect(second).resolves.toBe('yes');
});
