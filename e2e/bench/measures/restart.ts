import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/free-port.ts';
import { launchKasera, startKasera } from '../../support/start-kasera.ts';
import { benchFile, webhookSecret, type Bench, type Section } from '../bench.ts';
import { startChild, type Child } from '../child.ts';
import type { LoadGenerator } from '../load/generator.ts';
import { median } from '../report/statistics.ts';
import { ms } from '../report/words.ts';
import { historyEnv, workThrough, type History } from './history.ts';

const aimMs = 2_000;

/** (e) From starting the process to its first 200, after a kill -9 while orders came in. */
export async function measureRestart(bench: Bench, history: History): Promise<Section> {
  const orders = bench.quick ? 3_000 : 100_000;
  await fill(bench, history, orders);
  await using generator = startChild<LoadGenerator>(benchFile('load/generator.ts'));
  const took: number[] = [];
  const rounds = bench.quick ? 2 : 5;
  for (let round = 1; round <= rounds; round += 1) {
    bench.say(`kill -9 under load and start, ${round} of ${rounds}`);
    took.push(await startAfterKill(history, generator, 5_000_000 + round * 100_000));
  }
  return {
    title: `(e) Start after kill -9, ${orders} orders stored`,
    rows: [
      {
        what: 'process started → 200',
        kasera: ms(median(took)),
        beside: `the slowest of ${rounds}: ${ms(Math.max(...took))}`,
        ...{ ratio: '', aim: `< ${ms(aimMs)}`, met: Math.max(...took) < aimMs },
      },
    ],
    remarks: [
      'Killed while orders came in at full speed; the next start finds a WAL not yet moved and requests not yet carried out.',
    ],
  };
}

async function fill(bench: Bench, history: History, until: number): Promise<void> {
  if (history.orders >= until) return;
  await using kasera = await startKasera({ env: historyEnv, dataDir: history.dataDir });
  await workThrough(kasera, history, { until, bench, each: () => {} });
}

async function startAfterKill({ dataDir }: History, generator: Child<LoadGenerator>, firstId: number): Promise<number> {
  const port = await freePort();
  await generator.ask('prepare', { count: 20_000, firstId, secret: webhookSecret, placedAt: Date.now() });
  const options = { env: historyEnv, dataDir, port };
  const killed = launchKasera(options);
  await serving(port);
  // Its connections break with the server: that is what this is about.
  const load = generator.ask('sendAll', { port, connections: 20 }).catch(() => 0);
  await sleep(1_000);
  killed.child.kill('SIGKILL');
  await Promise.all([killed.end, load]);
  const startedAt = performance.now();
  const started = launchKasera(options);
  try {
    await serving(port);
    return performance.now() - startedAt;
  } finally {
    started.child.kill('SIGKILL');
    await started.end;
  }
}

/** Resolves with the first 200 of `/healthz`. */
async function serving(port: number): Promise<void> {
  const givenUpAt = performance.now() + 60_000;
  while ((await healthOf(port)) !== 200) {
    if (performance.now() > givenUpAt) throw new Error('Kasera did not serve within 60 s');
    await sleep(5);
  }
}

function healthOf(port: number): Promise<number> {
  return new Promise((resolve) => {
    const request = get({ port, host: '127.0.0.1', path: '/healthz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', () => resolve(0));
  });
}
