import { readFile } from 'node:fs/promises';
import { waitUntil } from '../support/wait-until.ts';

/** The server's memory in bytes, right after a whole garbage collection. */
export interface MemorySample {
  /** How many cases it had seen. */
  cases: number;
  rss: number;
  heapUsed: number;
}

export interface MemoryVerdict {
  firstHalf: number;
  lastHalf: number;
  /** By how much the last half is above the first: 0.1 is 10 %. */
  growth: number;
}

/** Cases before memory counts: code is compiled, the database's cache and the allocator's own stock fill up. */
export const warmUpCases = 2_000;

/**
 * Compares the resident memory of the first and the last half of the samples after the warm-up, by their medians, so
 * that neither one sample nor the collector decides.
 */
export function judgeMemory(samples: readonly MemorySample[]): MemoryVerdict {
  const warm = samples.filter(({ cases }) => cases > warmUpCases);
  const middle = Math.floor(warm.length / 2);
  const firstHalf = median(warm.slice(0, middle).map(({ rss }) => rss));
  const lastHalf = median(warm.slice(-middle).map(({ rss }) => rss));
  return { firstHalf, lastHalf, growth: lastHalf / firstHalf - 1 };
}

/** Has the server collect its garbage (see `collect-garbage.mjs`) and reads what is left. */
export async function sampleMemory(
  pid: number,
  file: string,
  earlier: readonly MemorySample[],
  cases: number,
): Promise<MemorySample> {
  process.kill(pid, 'SIGUSR2');
  const isNew = async () => {
    const { samples, rss, heapUsed }: { samples: number; rss: number; heapUsed: number } = JSON.parse(
      await readFile(file, 'utf8'),
    );
    return samples > earlier.length && { cases, rss, heapUsed };
  };
  return waitUntil(isNew, { what: 'the server has collected its garbage', withinMs: 20_000 });
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
