import { waitUntil } from '../../support/wait-until.ts';
import { benchFile, temporaryFolder, webhookSecret } from '../bench.ts';
import { startChild, type Child } from '../child.ts';
import type { KaseraProcess, Strain } from '../kasera-process.ts';
import type { LoadGenerator, LoadResult } from '../load/generator.ts';
import type { Peer } from '../peers/peer.ts';

export interface RunPlan {
  generator: Child<LoadGenerator>;
  push: { url: string; apiKey: string; appId: string };
  connections: number;
  warmUpMs: number;
  measuredMs: number;
}

export interface PeerRun {
  load: LoadResult;
  /** The processor time its process used for each order, in microseconds. */
  cpuUs: number;
}

export interface KaseraRun extends PeerRun {
  strain: Strain;
  /** What was stored and not yet on the board when the load ended, and how long that took then. */
  backlog: number;
  caughtUpMs: number;
}

/** A fresh process of a peer under load. */
export async function runPeer(plan: RunPlan, file: string, serviceUrl: string | null): Promise<PeerRun> {
  await using peer = startChild<Peer>(benchFile(file));
  const { port } = await peer.ask('start', { serviceUrl });
  const { generator, connections, warmUpMs, measuredMs } = plan;
  const running = generator.ask('run', { port, connections, warmUpMs, measuredMs, repeat: true, fresh: false });
  const before = await afterMs(warmUpMs).then(() => peer.ask('cpuMs', undefined));
  const load = await running;
  const usedMs = (await peer.ask('cpuMs', undefined)) - before;
  refuseRefusals(file, load);
  return { load, cpuUs: perOrderUs(usedMs, load, plan) };
}

const afterMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function perOrderUs(cpuMs: number, { perSecond }: LoadResult, { measuredMs }: RunPlan): number {
  return (cpuMs * 1_000) / ((perSecond * measuredMs) / 1_000);
}

/**
 * A new Kasera on an empty folder under load.
 * @param commitMs how long each commit takes at least
 * @param fresh whether each order comes on a connection of its own
 * @throws when an order it answered 200 is not on its board afterwards
 */
export async function runKasera(plan: RunPlan, { commitMs = 0, fresh = false } = {}): Promise<KaseraRun> {
  await using folder = await temporaryFolder();
  const nodeArgs = process.env['BENCH_NODE_ARGS']?.split(' ') ?? [];
  await using kasera = startChild<KaseraProcess>(benchFile('kasera-process.ts'), nodeArgs);
  const { port } = await kasera.ask('start', { dataDir: folder.path, env: environment(plan), commitMs });
  const { generator, connections, warmUpMs, measuredMs } = plan;
  const running = generator.ask('run', { port, connections, warmUpMs, measuredMs, repeat: false, fresh });
  const watching = afterMs(warmUpMs).then(() => kasera.ask('watch', undefined));
  const load = await running;
  await watching;
  const strain = await kasera.ask('strain', undefined);
  refuseRefusals('Kasera', load);
  const startedAt = performance.now();
  const { waiting } = await kasera.ask('stored', undefined);
  const done = await waitUntil(
    async () => {
      const stored = await kasera.ask('stored', undefined);
      return stored.waiting === 0 && stored;
    },
    { what: 'every stored request is carried out', withinMs: 120_000, everyMs: 50 },
  );
  const caughtUpMs = performance.now() - startedAt;
  if (done.orders !== load.accepted || done.failed > 0) {
    throw new Error(`${load.accepted} orders were answered 200, ${done.orders} are stored, ${done.failed} failed`);
  }
  // Whoever records something needs it to end by itself.
  if (nodeArgs.length > 0) {
    await kasera.ask('stop', undefined);
    await kasera.ended;
  }
  return { load, cpuUs: perOrderUs(strain.cpuMs, load, plan), strain, backlog: waiting, caughtUpMs };
}

/** As a restaurant runs it: with pushes. */
function environment({ push }: RunPlan): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    WOOCOMMERCE_WEBHOOK_SECRET: webhookSecret,
    ONESIGNAL_APP_ID: push.appId,
    ONESIGNAL_API_KEY: push.apiKey,
    ONESIGNAL_API_URL: push.url,
    ONESIGNAL_AUDIENCE: 'external_id:chef-1,chef-2',
  };
}

function refuseRefusals(name: string, { refused }: LoadResult): void {
  if (Object.keys(refused).length > 0) throw new Error(`${name} did not answer 200: ${JSON.stringify(refused)}`);
}

/** What the runs of (a) came to, pass by pass. */
export interface IntakeFigures {
  kasera: KaseraRun[];
  slowDisk: KaseraRun;
  /** Each order on a connection of its own. */
  fresh: KaseraRun;
  slowFresh: KaseraRun;
  limit: PeerRun[];
  /** Checks and reads as Kasera does, stores nothing. */
  verifying: PeerRun[];
  /** BullMQ on a Redis that keeps nothing, and on one that keeps everything, as Kasera does. */
  queue: PeerRun[] | { skipped: string };
  queueOnDisk: PeerRun[] | { skipped: string };
  pushFirst: PeerRun[];
}
