import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { lockFolder } from './folder-lock.ts';

const holdALock = `
  import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)};
  const lock = lockFolder(process.argv[1]);
  setInterval(() => lock, 60_000);
  process.stdout.write(lock.type);
`;

test('[SU4] a second Kasera on the same folder finds it taken until the first lets go', () => {
  using folder = temporaryFolder();
  const lock = lockFolder(folder.path);
  expect(lock.type).toBe('locked');
  expect(lockFolder(folder.path)).toEqual({ type: 'taken' });
  if (lock.type === 'locked') lock.release();
  const next = lockFolder(folder.path);
  expect(next.type).toBe('locked');
  if (next.type === 'locked') next.release();
});

test('[SU4] the lock dies with its process, even killed with no time to let go', async () => {
  using folder = temporaryFolder();
  const holder = spawn(process.execPath, ['--input-type=module', '-e', holdALock, folder.path]);
  const [answer] = (await once(holder.stdout, 'data')) as [Buffer];
  expect(answer.toString()).toBe('locked');
  expect(lockFolder(folder.path)).toEqual({ type: 'taken' });

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = lockFolder(folder.path);
  expect(lock.type).toBe('locked');
  if (lock.type === 'locked') lock.release();
});

test('a folder that does not exist is no folder to lock', () => {
  using folder = temporaryFolder();
  expect(() => lockFolder(`${folder.path}/nowhere`)).toThrow(/directory does not exist/);
});
