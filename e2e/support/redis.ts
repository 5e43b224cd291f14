import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnd, readOutput } from './child-process.ts';
import { findProgram } from './find-program.ts';
import { freePort } from './free-port.ts';
import { waitUntil } from './wait-until.ts';

export type Redis = ({ type: 'running'; url: string } & AsyncDisposable) | { type: 'absent'; why: string };

/** What Redis keeps: nothing, or every write on disk before it answers. */
export type RedisKeeping = 'in-memory' | 'on-disk';

/** Starts a Redis of its own on a free port; says why where there is none installed. */
export async function startRedis(keeping: RedisKeeping = 'in-memory'): Promise<Redis> {
  const program = findProgram('redis-server');
  if (!program) return { type: 'absent', why: 'no redis-server is installed' };
  const folder = await mkdtemp(join(tmpdir(), 'kasera-redis-'));
  const port = await freePort();
  const log = keeping === 'on-disk' ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...log];
  const child = spawn(program, settings, { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = readOutput(child);
  const end = childEnd(child);
  await waitUntil(() => output().includes('Ready to accept connections'), { what: 'Redis is ready' });
  return {
    type: 'running',
    url: `redis://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await end;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
