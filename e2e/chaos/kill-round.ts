import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../simulators/woocommerce/chance.ts';
import { createHttpPost } from '../simulators/woocommerce/http-post.ts';
import type { OneSignalSimulator } from '../simulators/onesignal/onesignal.ts';
import { startKasera, type RunningKasera } from '../support/start-kasera.ts';
import { waitUntil } from '../support/wait-until.ts';
import { createChaosOrders, type ChaosOrders } from './chaos-orders.ts';
import { createFindings, type Findings } from './findings.ts';
import { createKiller, type Killer } from './killer.ts';
import { createLedger, expectationsOf, type Ledger } from './ledger.ts';
import { openLiveScreen } from './live-screen.ts';
import { pushSettings } from './provider.ts';
import { sendAsHookdeck, sendAsShop, type SenderDeps } from './senders.ts';
import { copyStorage, databaseName, type StorageCopy } from './storage-copy.ts';
import { untilSettled, verifyOrders, verifyPushes, verifyScreens } from './verify.ts';
import { verifyDatabase } from './verify-database.ts';
import { chooseCut, cutAtRandom, cutInto, isOwed, type CutResult } from './wal-cut.ts';
import { createWalTracker, type WalTracker } from './wal-tracker.ts';

/** What outlives a round when the next one goes on with its data: the folder, and what was promised in it. */
export interface Kitchen extends AsyncDisposable {
  dataDir: string;
  orders: ChaosOrders;
  ledger: Ledger;
  tracker: WalTracker;
  killer: Killer;
  provider: OneSignalSimulator;
}

export interface KillRoundReport {
  sent: number;
  answered: number;
  orders: number;
  kills: number;
  pushes: number;
  /** How often the write-ahead log was emptied into the database file and began anew. */
  checkpoints: number;
  cuts: CutResult[];
  findings: readonly string[];
}

const shopSecret = 'chaos-shop-secret';
const hookdeckSecret = 'chaos-hookdeck-secret';
const apiKey = 'chaos-api-key-0123456789';
const secrets = {
  KASERA_API_KEY: apiKey,
  WOOCOMMERCE_WEBHOOK_SECRET: shopSecret,
  HOOKDECK_SIGNING_SECRET: hookdeckSecret,
};

/** A new data folder with nothing promised in it yet. */
export async function openKitchen(seed: number, provider: OneSignalSimulator): Promise<Kitchen> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kasera-chaos-'));
  const random = seededRandom(seed);
  const killer = createKiller(random);
  const hugeShare = random() < 0.5 ? 0.5 : 0;
  return {
    ...{ dataDir, killer, provider },
    orders: createChaosOrders({ random, now: Date.now, firstId: 100_000, hugeShare }),
    ledger: createLedger(() => killer.answered()),
    tracker: createWalTracker(join(dataDir, databaseName)),
    async [Symbol.asyncDispose]() {
      await provider.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Webhooks under load, with the server killed at random moments and started again; every kill leaves a copy of the
 * storage whose log is cut at random points afterwards. In the end everything that was answered 200 must be there.
 */
export async function runKillRound(kitchen: Kitchen, seed: number): Promise<KillRoundReport> {
  const random = seededRandom(seed);
  const findings = createFindings();
  const scratch = await mkdtemp(join(tmpdir(), 'kasera-chaos-cuts-'));
  const killsBefore = kitchen.killer.kills;
  const sentBefore = kitchen.ledger.deliveries.length;
  const answeredBefore = kitchen.ledger.answers.length;
  const env = { ...secrets, ...pushSettings(kitchen.provider) };
  await using kasera = await startKasera({ env, dataDir: kitchen.dataDir });
  const { generation } = kitchen.tracker.position();
  using screen = openLiveScreen(kasera.url, apiKey);
  try {
    const copies = await storm(kitchen, kasera, { random, findings, scratch, env });
    const asked = { url: kasera.url, apiKey };
    await untilSettled(asked);
    const expectations = expectationsOf(kitchen.ledger);
    await verifyOrders(asked, expectations, findings);
    await verifyScreens(screen, expectations, findings);
    const { pushes } = await verifyPushes(asked, kitchen.provider, findings);
    const checkpoints = kitchen.tracker.position().generation - generation;
    const end = await kasera.stop();
    findings.expect(end.code === 0, `TERM ended it with ${end.code ?? end.signal} instead of 0`);
    verifyDatabase(kitchen.dataDir, kitchen.ledger, findings);
    const cuts = await cutCopies(kitchen.ledger, copies, { random, findings });
    return {
      ...{ pushes, checkpoints, cuts, findings: findings.list },
      sent: kitchen.ledger.deliveries.length - sentBefore,
      answered: kitchen.ledger.answers.length - answeredBefore,
      orders: expectations.size,
      kills: kitchen.killer.kills - killsBefore,
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface StormDeps {
  random: () => number;
  findings: Findings;
  scratch: string;
  env: Record<string, string>;
}

/** @returns the copies taken of the storage, after each kill and once while it ran */
async function storm(kitchen: Kitchen, kasera: RunningKasera, deps: StormDeps): Promise<StorageCopy[]> {
  const { random, findings, scratch, env } = deps;
  const { dataDir, tracker, killer } = kitchen;
  const copies: (StorageCopy | null)[] = [];
  let phase: 'on' | 'over' | 'lost' = 'on';
  const load = startLoad(kitchen, kasera, { random, findings, phase: () => phase });
  try {
    const kills = 2 + Math.floor(random() * 3);
    const liveCopyAfter = Math.floor(random() * kills);
    for (let kill = 0; kill < kills; kill += 1) {
      await killer.strike(kasera);
      copies.push(copyStorage(dataDir, join(scratch, `killed-${kill}`), tracker, 'killed'));
      if (random() < 0.4) await killer.strikeDuringStart({ env, dataDir, port: kasera.port });
      await kasera.restart();
      if (kill !== liveCopyAfter) continue;
      await untilMoreAnswers(kitchen.ledger, 10);
      copies.push(copyStorage(dataDir, join(scratch, 'live'), tracker, 'live'));
    }
    await untilMoreAnswers(kitchen.ledger, 10);
    phase = 'over';
  } finally {
    if (phase === 'on') phase = 'lost';
    await load;
  }
  return copies.filter((copy) => copy !== null);
}

async function untilMoreAnswers({ answers }: Ledger, more: number): Promise<void> {
  const enough = answers.length + more;
  await waitUntil(() => answers.length >= enough, { what: 'deliveries are answered again' });
}

/** Six connections of the shop and two of a retrying proxy; resolves when each has ended its last delivery. */
async function startLoad(
  { orders, ledger, tracker }: Kitchen,
  { url }: RunningKasera,
  { random, findings, phase }: Pick<SenderDeps, 'random' | 'findings' | 'phase'>,
): Promise<void> {
  using post = createHttpPost({ timeoutMs: 15_000 });
  const deps: SenderDeps = {
    ...{ url, webhookSecret: shopSecret, hookdeckSecret, orders, mostOrders: 35, ledger, post, random, findings },
    ...{ now: Date.now, walPosition: tracker.position, phase },
  };
  const shop = Array.from({ length: 6 }, () => sendAsShop(deps));
  const proxy = ['a', 'b'].map((name) => sendAsHookdeck(deps, `${name}${ledger.deliveries.length}`));
  await Promise.all([...shop, ...proxy]);
}

/** Cuts each copy several times; the last cut becomes a server again, which must show all it owes. */
async function cutCopies(
  ledger: Ledger,
  copies: readonly StorageCopy[],
  { random, findings }: Pick<StormDeps, 'random' | 'findings'>,
): Promise<CutResult[]> {
  const results: CutResult[] = [];
  for (const copy of copies) {
    results.push(...(await cutAtRandom(copy, { cuts: 4, random, answers: ledger.answers, findings })));
  }
  const last = copies.at(-1);
  if (last) await restartFromCut(last, ledger, random, findings);
  return results;
}

async function restartFromCut(
  copy: StorageCopy,
  ledger: Ledger,
  random: () => number,
  findings: Findings,
): Promise<void> {
  const at = chooseCut(copy, random);
  const dataDir = `${copy.folder}-restarted`;
  cutInto(copy, dataDir, at, random);
  await using kasera = await startKasera({ env: secrets, dataDir });
  const asked = { url: kasera.url, apiKey };
  await untilSettled(asked);
  const before = findings.list.length;
  await verifyOrders(
    asked,
    expectationsOf(ledger, (delivery) => isOwed(delivery, copy, at)),
    findings,
  );
  findings.expect(findings.list.length === before, `that was a server started on a log cut at byte ${at}`);
}
