import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../simulators/woocommerce/chance.ts';
import type { OneSignalSimulator } from '../simulators/onesignal/onesignal.ts';
import { freePort } from '../support/free-port.ts';
import { waitUntil } from '../support/wait-until.ts';
import { createCarefulSender, type CarefulSender, type Outcome } from './careful-sender.ts';
import { createChaosOrders, type ChaosOrder, type ChaosOrders } from './chaos-orders.ts';
import { createFindings, type Findings } from './findings.ts';
import { createLedger, expectationsOf } from './ledger.ts';
import { pushSettings } from './provider.ts';
import { startWorker, type RunningWorker } from './start-worker.ts';
import { databaseName } from './storage-copy.ts';
import { untilSettled, verifyOrders, verifyPushes } from './verify.ts';
import { verifyDatabase } from './verify-database.ts';

export interface StorageRoundReport {
  stored: number;
  refused: number;
  pushes: number;
  durability: string;
  findings: readonly string[];
}

const secret = 'chaos-shop-secret';
const apiKey = 'chaos-api-key-0123456789';

interface Scene {
  worker: RunningWorker;
  sender: CarefulSender;
  orders: ChaosOrders;
  random: () => number;
  findings: Findings;
}

/**
 * The storage itself fails: COMMITs that are held back, fail, fail after the fact or fail by chance; a disk that is
 * full and has room again; a kill while a COMMIT is held back. Each answer is judged on the spot against the disk.
 */
export async function runStorageRound(seed: number, provider: OneSignalSimulator): Promise<StorageRoundReport> {
  const random = seededRandom(seed);
  const findings = createFindings();
  const ledger = createLedger();
  const dataDir = await mkdtemp(join(tmpdir(), 'kasera-chaos-disk-'));
  const options = {
    dataDir,
    port: await freePort(),
    env: { ...pushSettings(provider), KASERA_API_KEY: apiKey, WOOCOMMERCE_WEBHOOK_SECRET: secret },
  };
  const orders = createChaosOrders({ random, now: Date.now, firstId: 500_000, hugeShare: 0 });
  const databasePath = join(dataDir, databaseName);
  try {
    await using first = await startWorker(options);
    const sender = createCarefulSender({ url: first.url, secret, databasePath, ledger, findings });
    const scene = { worker: first, sender, orders, random, findings };
    const durability = await readBackDurability(scene);
    await holdCommits(scene);
    await failCommits(scene);
    await fillDisk(scene);
    await killWhileHeld(scene);
    await using second = await startWorker(options);
    const asked = { url: second.url, apiKey };
    expectAll(scene, await sendMany(scene, 5), 'stored', 'after a kill and a restart');
    await untilSettled(asked);
    await verifyOrders(asked, expectationsOf(ledger), findings);
    const { pushes } = await verifyPushes(asked, provider, findings);
    await second.kill();
    verifyDatabase(dataDir, ledger, findings);
    const stored = ledger.answers.length;
    return { stored, refused: ledger.deliveries.length - stored, pushes, durability, findings: findings.list };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Killing a process proves little of the disk, whose cache survives it. So the connection that writes is asked. */
async function readBackDurability({ worker, findings }: Scene): Promise<string> {
  const { journalMode, synchronous } = await worker.ask({ ask: 'state' });
  const durability = `${journalMode}/${synchronous}`;
  findings.expect(durability === 'wal/full', `the writing connection has ${durability} instead of wal/full`);
  return durability;
}

/** While a COMMIT is held back no 200 leaves, and reading goes on; then all of them do. */
async function holdCommits(scene: Scene): Promise<void> {
  const { worker, sender, findings } = scene;
  await worker.ask({ ask: 'commits', mode: 'hold' });
  const { waiting, sent, isAnswered } = await sendHeld(scene);
  for (let read = 0; read < 5; read += 1) {
    const response = await fetch(`${worker.url}/api/orders`, { headers: { authorization: `Bearer ${apiKey}` } });
    findings.expect(response.status === 200, `a read was answered ${response.status} while a COMMIT was held back`);
    await response.arrayBuffer();
  }
  findings.expect(!isAnswered(), 'an answer left while its COMMIT was held back');
  findings.expect(sender.storedOnDisk(sent).length === 0, 'something was stored while its COMMIT was held back');
  await worker.ask({ ask: 'commits', mode: 'through' });
  expectAll(scene, await Promise.all(waiting), 'stored', 'once its COMMIT went through');
}

/** Sends ten orders and waits until a COMMIT is held back; the others wait behind it. */
async function sendHeld({ worker, sender, orders }: Scene) {
  const sent = Array.from({ length: 10 }, () => orders.place());
  let answers = 0;
  const waiting = sent.map((order) => sender.send(order).finally(() => (answers += 1)));
  const isHeld = async () => (await worker.ask({ ask: 'state' })).held > 0;
  await waitUntil(isHeld, { what: 'a COMMIT is held back' });
  return { sent, waiting, isAnswered: () => answers > 0 };
}

/** A COMMIT that fails: 503 and nothing stored. One that fails after the fact: stored, and 200. */
async function failCommits(scene: Scene): Promise<void> {
  const { worker, sender, orders } = scene;
  const repeated = Array.from({ length: 6 }, () => orders.place());
  const sendAll = (list: readonly ChaosOrder[]) => Promise.all(list.map((order) => sender.send(order)));
  await worker.ask({ ask: 'commits', mode: 'fail' });
  expectAll(scene, await sendAll(repeated), 'refused', 'while COMMITs fail');
  await expectHealth(scene, 503, 'while COMMITs fail');
  await worker.ask({ ask: 'commits', mode: 'fail-after' });
  expectAll(scene, await sendMany(scene, 5), 'stored', 'though an error followed its COMMIT');
  await worker.ask({ ask: 'commits', mode: 'flaky' });
  for (let burst = 0; burst < 6; burst += 1) await sendMany(scene, 6);
  await worker.ask({ ask: 'commits', mode: 'through' });
  expectAll(scene, await sendAll(repeated), 'stored', 'when it is sent again');
}

/** A disk that fills up under load, and has room again later: it heals without anybody's help. */
async function fillDisk(scene: Scene): Promise<void> {
  const { worker, random, findings } = scene;
  await worker.ask({ ask: 'disk', freePages: 20 + Math.floor(random() * 60) });
  let inARow = 0;
  // A small order may still fit where a larger one did not: full is when nothing fits any more.
  for (let burst = 0; burst < 100 && inARow < 3; burst += 1) {
    const outcomes = await sendMany(scene, 4);
    inARow = outcomes.every((outcome) => outcome === 'refused') ? inARow + 1 : 0;
  }
  findings.expect(inARow === 3, 'a disk with hardly any room took 400 orders');
  await expectHealth(scene, 503, 'with a full disk');
  await worker.ask({ ask: 'disk', freePages: null });
  await untilHealthy(scene);
  expectAll(scene, await sendMany(scene, 5), 'stored', 'with room on the disk again');
}

/** Killed with a COMMIT held back: nobody was answered, so nothing may be there. */
async function killWhileHeld(scene: Scene): Promise<void> {
  const { worker, sender, findings } = scene;
  await worker.ask({ ask: 'commits', mode: 'hold' });
  const { sent, waiting } = await sendHeld(scene);
  await worker.kill();
  expectAll(scene, await Promise.all(waiting), 'none', 'killed while its COMMIT was held back');
  const stored = sender.storedOnDisk(sent);
  findings.expect(stored.length === 0, `${stored.length} orders are stored though their COMMIT never came`);
}

function sendMany({ sender, orders }: Scene, count: number): Promise<Outcome[]> {
  return Promise.all(Array.from({ length: count }, () => sender.send(orders.place())));
}

function expectAll({ findings }: Scene, outcomes: readonly Outcome[], expected: Outcome, when: string): void {
  const others = outcomes.filter((outcome) => outcome !== expected);
  findings.expect(others.length === 0, `${others.length} of ${outcomes.length} orders were not ${expected} ${when}`);
}

async function expectHealth({ worker, findings }: Scene, expected: number, when: string): Promise<void> {
  const { status, headers } = await fetch(`${worker.url}/healthz`);
  findings.expect(status === expected, `/healthz was answered ${status} instead of ${expected} ${when}`);
  findings.expect(expected !== 503 || headers.has('retry-after'), `/healthz came without Retry-After ${when}`);
}

async function untilHealthy({ worker }: Scene): Promise<void> {
  const isHealthy = async () => (await fetch(`${worker.url}/healthz`)).status === 200;
  await waitUntil(isHealthy, { what: 'a server heals by itself', withinMs: 15_000, everyMs: 100 });
}
