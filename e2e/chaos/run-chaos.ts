import { seededRandom } from '../simulators/woocommerce/chance.ts';
import { openKitchen, runKillRound, type Kitchen, type KillRoundReport } from './kill-round.ts';
import { startProvider } from './provider.ts';
import { runStorageRound, type StorageRoundReport } from './storage-round.ts';

export interface ChaosOptions {
  rounds: number;
  seed: number;
  /** Told of each round when it has ended. */
  onRound?: (report: RoundReport) => void;
}

export interface RoundReport {
  round: number;
  /** Goes on with the data of the round before. */
  continued: boolean;
  seconds: number;
  kill: KillRoundReport | null;
  storage: StorageRoundReport | null;
  /** Every promise that was broken, as a sentence; empty: all was kept. */
  findings: string[];
}

/**
 * Plays what can happen to the server, its process and its disk, round after round, and holds it to what it answered.
 * Every second round goes on with the data folder of the one before. It stays on this machine, ends by itself, and ends
 * only processes it started.
 */
export async function runChaos({ rounds, seed, onRound }: ChaosOptions): Promise<RoundReport[]> {
  const reports: RoundReport[] = [];
  for (let round = 1; round <= rounds; round += 2) {
    const roundSeed = seedOf(seed, round);
    await using kitchen = await openKitchen(roundSeed, await startProvider(seededRandom(roundSeed)));
    for (const each of [round, round + 1].filter((one) => one <= rounds)) {
      const report = await playRound(kitchen, each, seedOf(seed, each));
      report.continued = each !== round;
      reports.push(report);
      onRound?.(report);
    }
  }
  return reports;
}

/** The kills and the failing storage at the same time, each with a server of its own. */
async function playRound(kitchen: Kitchen, round: number, seed: number): Promise<RoundReport> {
  const startedAt = performance.now();
  await using provider = await startProvider(seededRandom(seed + 1));
  const [kill, storage] = await Promise.allSettled([runKillRound(kitchen, seed), runStorageRound(seed + 2, provider)]);
  return {
    round,
    continued: false,
    seconds: (performance.now() - startedAt) / 1_000,
    kill: kill.status === 'fulfilled' ? kill.value : null,
    storage: storage.status === 'fulfilled' ? storage.value : null,
    findings: [...findingsOf(kill), ...findingsOf(storage)],
  };
}

function findingsOf(result: PromiseSettledResult<{ findings: readonly string[] }>): readonly string[] {
  if (result.status === 'fulfilled') return result.value.findings;
  const { reason }: { reason: unknown } = result;
  return [`it broke off: ${reason instanceof Error ? (reason.stack ?? reason.message) : 'unknown'}`];
}

function seedOf(seed: number, round: number): number {
  return Math.floor(seededRandom(seed * 1_000 + round)() * 2 ** 31);
}
