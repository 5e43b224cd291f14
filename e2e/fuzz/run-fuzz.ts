import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pushSettings, startQuietProvider } from '../chaos/provider.ts';
import type { OneSignalSimulator } from '../simulators/onesignal/onesignal.ts';
import { startKasera, type RunningKasera } from '../support/start-kasera.ts';
import { checkAfterwards, placeOrders } from './afterwards.ts';
import type { CaseSource } from './cases.ts';
import { diceFor } from './dice.ts';
import { judge } from './judge.ts';
import { makeCase } from './make-case.ts';
import { judgeMemory, sampleMemory, warmUpCases, type MemorySample } from './memory.ts';
import { readRecorded } from './recorded.ts';

export interface FuzzOptions {
  count: number;
  seed: number;
  /** Plays this one case instead of all. */
  only?: number;
  onProgress?: (progress: { done: number; failures: number }) => void;
}

export interface FuzzFailure {
  /** Null: it shows only after all of them. */
  index: number | null;
  what: string;
}

export interface FuzzReport {
  /** How many were played, the warm-up included. */
  played: number;
  seconds: number;
  /** How many cases were answered with which status; `closed` without one. */
  answers: Map<string, number>;
  failures: FuzzFailure[];
  /** Null where too few cases were played to tell. */
  memory: ReturnType<typeof judgeMemory> | null;
  samples: MemorySample[];
}

const batchSize = 100;
const atOnce = 16;
/** When nothing works any more, more of the same tells nothing. */
const mostFailures = 25;

/**
 * Throws mutated deliveries, requests and socket packets at the real server. After each hundred it must answer
 * `/healthz`, and its memory is read; in the end an ordinary order must still arrive, nothing may be left undone, and
 * nobody's name may stand in the log.
 */
export async function runFuzz({ count, seed, only, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const startedAt = performance.now();
  const scratch = await mkdtemp(join(tmpdir(), 'kasera-fuzz-'));
  const memoryFile = join(scratch, 'memory.json');
  try {
    await using provider = await startQuietProvider();
    await using kasera = await startKasera(optionsFor(provider, memoryFile));
    const source = await openSource(kasera);
    const report: FuzzReport = { played: 0, seconds: 0, answers: new Map(), failures: [], memory: null, samples: [] };
    const indexes = only === undefined ? inOrder(count) : [only];
    for (let at = 0; at < indexes.length && report.failures.length < mostFailures; at += batchSize) {
      await playBatch(source, seed, indexes.slice(at, at + batchSize), report);
      if (!(await isWell(kasera, indexes[at] ?? 0, report))) break;
      const done = Math.min(at + batchSize, indexes.length);
      report.played = done;
      report.samples.push(await sampleMemory(kasera.pid(), memoryFile, report.samples, done));
      onProgress?.({ done, failures: report.failures.length });
    }
    const late = await checkAfterwards(kasera, source, provider);
    report.failures.push(...late.map((what) => ({ index: null, what })));
    if (only === undefined) judgeGrowth(report, count);
    return { ...report, seconds: (performance.now() - startedAt) / 1_000 };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The warm-up first: cases like all others, beyond the count. */
function inOrder(count: number): number[] {
  const beyond = Array.from({ length: warmUpCases }, (_, index) => count + index);
  return [...beyond, ...Array.from({ length: count }, (_, index) => index)];
}

const hookdeckSecret = 'fuzz-hookdeck-secret';

function optionsFor(provider: OneSignalSimulator, memoryFile: string) {
  const env = {
    ...pushSettings(provider),
    HOOKDECK_SIGNING_SECRET: hookdeckSecret,
    // All that it can say, so that a name in any of it is found.
    LOG_LEVEL: 'debug',
    KASERA_MEMORY_FILE: memoryFile,
  };
  return { env, nodeArgs: ['--expose-gc', '--import', join(import.meta.dirname, 'collect-garbage.mjs')] };
}

async function openSource(kasera: RunningKasera): Promise<CaseSource> {
  const { port, apiKey, webhookSecret } = kasera;
  const orderIds = await placeOrders(kasera);
  const target = { port, apiKey, orderIds, secret: webhookSecret, hookdeckSecret };
  return { target, recorded: readRecorded(), now: Date.now() };
}

async function playBatch(source: CaseSource, seed: number, indexes: readonly number[], report: FuzzReport) {
  const left = [...indexes];
  const playNext = async (): Promise<void> => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) {
      const { answer, failure } = await judge(makeCase(source, diceFor(seed, index)), source.target);
      report.answers.set(answer, (report.answers.get(answer) ?? 0) + 1);
      if (failure !== null) report.failures.push({ index, what: failure });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, playNext));
}

async function isWell(kasera: RunningKasera, from: number, report: FuzzReport): Promise<boolean> {
  try {
    const { status } = await fetch(`${kasera.url}/healthz`, { signal: AbortSignal.timeout(10_000) });
    if (status === 200) return true;
    report.failures.push({ index: null, what: `/healthz was answered ${status} after case ${from + batchSize - 1}` });
  } catch {
    const cases = `one of the cases ${from} to ${from + batchSize - 1}`;
    const said = kasera.output().slice(-2_000);
    report.failures.push({ index: null, what: `the server is gone after ${cases}. It said last:\n${said}` });
  }
  return false;
}

/** What is held hardly moves, so less growth of it says more. */
const mostGrowth = { resident: 0.1, held: 0.05 };

function judgeGrowth(report: FuzzReport, count: number): void {
  const { samples, failures } = report;
  if (count < 10 * batchSize || (samples.at(-1)?.cases ?? 0) < count + warmUpCases) return;
  report.memory = judgeMemory(samples);
  for (const kind of ['resident', 'held'] as const) {
    const { growth } = report.memory[kind];
    if (growth <= mostGrowth[kind]) continue;
    const percent = (growth * 100).toFixed(1);
    failures.push({ index: null, what: `${kind} memory of the last half is ${percent} % above the first` });
  }
}
