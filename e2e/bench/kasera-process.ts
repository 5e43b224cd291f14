import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join, resolve } from 'node:path';
import { openSecrets } from '../../server/src/access/keys.ts';
import { readConfig } from '../../server/src/config.ts';
import { sql } from '../../server/src/db/sql.ts';
import type { Database } from '../../server/src/db/database.ts';
import { openSqliteInThread } from '../../server/src/db/sqlite-thread.ts';
import { createKasera, type Kasera } from '../../server/src/kasera.ts';
import { createLogs } from '../../server/src/ops/log.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { BroadcastChannel } from 'node:worker_threads';
import { answerParent } from './child.ts';
import { distributionOf, type Distribution } from './report/statistics.ts';
import { commitChannel, commitMsVariable, toldWithinMs, type TimedCommit } from './timed-commit.ts';

// Kasera as `main.ts` starts it, with a clock at its commits and an eye on its event loop.

export interface KaseraPlan {
  dataDir: string;
  /** As in `.env`. */
  env: Record<string, string>;
  /** How long each COMMIT takes at least, blocking as a slow disk does; 0: as long as it takes. */
  commitMs: number;
}

export interface Strain {
  commitMs: Distribution;
  /** The longest time the event loop was not free. */
  longestStallMs: number;
  /** The share of a core this process used. */
  busy: number;
  /** The processor time it used, all its threads. */
  cpuMs: number;
}

export interface Stored {
  orders: number;
  /** Requests stored and not yet carried out. */
  waiting: number;
  /** Requests that could not be carried out. */
  failed: number;
}

const resolutionMs = 1;
const stalls = monitorEventLoopDelay({ resolution: resolutionMs });
let commits: TimedCommit[] = [];
const told = new BroadcastChannel(commitChannel);
told.onmessage = (message: unknown) => void commits.push(...(message as { data: TimedCommit[] }).data);
told.unref();
let since = { cpu: process.cpuUsage(), at: performance.now() };
let running: { kasera: Kasera; database: Database } | undefined;

const questions = {
  async start({ dataDir, env, commitMs }: KaseraPlan): Promise<{ port: number; apiKey: string }> {
    const { config, secrets: given } = readConfig(env);
    const secrets = openSecrets(dataDir, given);
    const logs = createLogs(config.logLevel);
    process.env[commitMsVariable] = String(commitMs);
    const commitModule = new URL('timed-commit.ts', import.meta.url).href;
    const path = join(dataDir, 'kasera.sqlite');
    const database = await openSqliteInThread({ path, log: logs.of('db'), commitModule });
    const clientDir = resolve(import.meta.dirname, '../../client/dist');
    const kasera = await createKasera({
      config: { ...config, dataDir },
      secrets,
      database,
      logs,
      now: Date.now,
      clientDir,
    });
    await new Promise<void>((listening) => kasera.http.listen(0, '127.0.0.1', listening));
    running = { kasera, database };
    stalls.enable();
    const address = kasera.http.address();
    return { port: typeof address === 'object' && address ? address.port : 0, apiKey: secrets.apiKey };
  },
  async watch(): Promise<void> {
    await allTold();
    stalls.reset();
    commits = [];
    since = { cpu: process.cpuUsage(), at: performance.now() };
  },
  async strain(): Promise<Strain> {
    const { user, system } = process.cpuUsage(since.cpu);
    const cpuMs = (user + system) / 1_000;
    const busy = cpuMs / (performance.now() - since.at);
    const longestStallMs = Math.max(0, stalls.max / 1e6 - resolutionMs);
    await allTold();
    return { commitMs: distributionOf(commits.map(({ tookMs }) => tookMs)), longestStallMs, busy, cpuMs };
  },
  /** When the commits since `watch` ended, on the machine's clock. */
  async commitTimes(): Promise<number[]> {
    await allTold();
    return commits.map(({ endedAt }) => endedAt);
  },
  stored,
  /** Ends it in order, so that Node writes down what it was told to record (`--cpu-prof`). */
  async stop(): Promise<void> {
    await running?.kasera.close();
    await running?.database[Symbol.asyncDispose]();
    setImmediate(() => process.exit());
  },
};
export type KaseraProcess = typeof questions;

const allTold = (): Promise<void> => sleep(toldWithinMs);

async function stored(): Promise<Stored> {
  const [row] =
    (await running?.database.query<Record<keyof Stored, number>>(sql`
    select (select count(*) from orders) as orders,
      (select count(*) from inbox where state = 'received') as waiting,
      (select count(*) from inbox where state = 'failed') as failed`)) ?? [];
  return { orders: Number(row?.orders), waiting: Number(row?.waiting), failed: Number(row?.failed) };
}

answerParent(questions);
