import { startRedis } from '../../support/redis.ts';
import { benchFile, type Bench, type Section } from '../bench.ts';
import { startChild } from '../child.ts';
import type { LoadGenerator } from '../load/generator.ts';
import type { OneSignalAfar } from '../peers/onesignal-afar.ts';
import { webhookSecret } from '../bench.ts';
import { intakeRows } from './intake-rows.ts';
import { runKasera, runPeer, type KaseraRun, type PeerRun, type RunPlan } from './intake-runs.ts';

/** How long OneSignal takes to answer, network included. */
const awayMs = 150;
const slowDiskMs = 50;

/** (a) Orders a second on disk before their answer, beside three other handlers under the same load. */
export async function measureIntake(bench: Bench): Promise<Section> {
  await using parts = new AsyncDisposableStack();
  const redis = await startRedis('in-memory');
  if (redis.type === 'running') parts.use(redis);
  const redisOnDisk = await startRedis('on-disk');
  if (redisOnDisk.type === 'running') parts.use(redisOnDisk);
  const generator = parts.use(startChild<LoadGenerator>(benchFile('load/generator.ts')));
  const oneSignal = parts.use(startChild<OneSignalAfar>(benchFile('peers/onesignal-afar.ts')));
  const push = await oneSignal.ask('start', { awayMs });
  const plan: RunPlan = {
    ...{ generator, push, connections: 50 },
    ...(bench.quick ? { warmUpMs: 1_000, measuredMs: 2_000 } : { warmUpMs: 2_000, measuredMs: 7_000 }),
  };
  bench.say('preparing signed orders');
  const count = bench.quick ? 40_000 : 110_000;
  const orderBytes = await generator.ask('prepare', {
    count,
    firstId: 1_000_000,
    secret: webhookSecret,
    placedAt: Date.now(),
  });
  const noQueue = redis.type === 'absent' ? redis.why : missingPackage();
  const figures = {
    kasera: [] as KaseraRun[],
    limit: [] as PeerRun[],
    verifying: [] as PeerRun[],
    queue: [] as PeerRun[],
    queueOnDisk: [] as PeerRun[],
    pushFirst: [] as PeerRun[],
  };
  const passes = bench.quick ? 1 : 3;
  // In turns: a machine that is busy for a while is so for all of them.
  for (let pass = 1; pass <= passes; pass += 1) {
    const told = (what: string): void => bench.say(`pass ${pass} of ${passes}: ${what}`);
    told('an Express handler that stores nothing');
    figures.limit.push(await runPeer(plan, 'peers/limit.ts', null));
    told('an Express handler that checks and reads, and stores nothing');
    figures.verifying.push(await runPeer(plan, 'peers/verifying.ts', null));
    told('Kasera');
    figures.kasera.push(await runKasera(plan));
    if (redis.type === 'running' && redisOnDisk.type === 'running' && noQueue === null) {
      told('Express with BullMQ and Redis in memory');
      figures.queue.push(await runPeer(plan, 'peers/queue.ts', redis.url));
      told('Express with BullMQ and Redis on disk');
      figures.queueOnDisk.push(await runPeer(plan, 'peers/queue.ts', redisOnDisk.url));
    }
    told('an Express handler that awaits the push');
    figures.pushFirst.push(await runPeer(plan, 'peers/push-first.ts', push.url));
  }
  bench.say(`Kasera with every commit taking ${slowDiskMs} ms`);
  const slowDisk = await runKasera(plan, { commitMs: slowDiskMs });
  bench.say('Kasera with a connection for each order');
  const fresh = await runKasera(plan, { fresh: true });
  const slowFresh = await runKasera(plan, { fresh: true, commitMs: slowDiskMs });
  const { queue, queueOnDisk } =
    noQueue === null ? figures : { queue: { skipped: noQueue }, queueOnDisk: { skipped: noQueue } };
  return intakeRows(
    { ...figures, queue, queueOnDisk, slowDisk, fresh, slowFresh },
    { orderBytes, awayMs, slowDiskMs, passes },
  );
}

/** BullMQ and the Redis client it asks its user to bring. @returns why it cannot be measured, or null */
function missingPackage(): string | null {
  const missing = ['bullmq', 'ioredis'].filter((name) => !isInstalled(name));
  return missing.length === 0 ? null : `${missing.join(' and ')} not installed`;
}

function isInstalled(packageName: string): boolean {
  try {
    import.meta.resolve(packageName);
    return true;
  } catch {
    return false;
  }
}
