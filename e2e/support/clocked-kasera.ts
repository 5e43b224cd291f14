import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveKeys, openSecrets } from '../../server/src/access/keys.ts';
import { readConfig } from '../../server/src/config.ts';
import { openSqlite } from '../../server/src/db/sqlite.ts';
import { createKasera } from '../../server/src/kasera.ts';
import { createLogs } from '../../server/src/ops/log.ts';
import { projectFolder } from './start-kasera.ts';

/** Kasera in this very process, put together as `main.ts` does, but for a clock that can be moved ahead. */
export interface ClockedKasera extends AsyncDisposable {
  readonly url: string;
  readonly apiKey: string;
  readonly boardLink: string;
  /** The clock it lives by: the real time, and what was let pass. A simulated shop may live by it too. */
  now(): number;
  /** Lets time pass in a moment. What waits by a timer of the process still waits for it. */
  passTime(ms: number): void;
}

/**
 * @param env settings, as an owner would write them in `.env`
 * @param port a free one when left out
 */
export async function startClockedKasera(env: Record<string, string>, port = 0): Promise<ClockedKasera> {
  await using parts = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'kasera-clocked-'));
  parts.defer(() => rm(dataDir, { recursive: true, force: true }));
  const { config, secrets: given } = readConfig({ HOST: '127.0.0.1', KASERA_DATA_DIR: dataDir, ...env });
  const secrets = openSecrets(dataDir, given);
  const database = parts.use(await openSqlite({ path: join(dataDir, 'kasera.sqlite') }));
  let aheadMs = 0;
  const now = (): number => Date.now() + aheadMs;
  const clientDir = join(projectFolder, 'client/dist');
  const logs = createLogs('silent');
  const kasera = parts.use(await createKasera({ config, secrets, database, logs, now, clientDir }));
  const url = await listen(kasera.http, port);
  const started = parts.move();
  return {
    ...{ url, now, apiKey: secrets.apiKey },
    boardLink: `${url}/board?key=${deriveKeys(secrets.apiKey).boardKey}`,
    passTime: (ms) => void (aheadMs += ms),
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

async function listen(http: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', resolve);
  });
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('Kasera listens nowhere');
  return `http://127.0.0.1:${address.port}`;
}
