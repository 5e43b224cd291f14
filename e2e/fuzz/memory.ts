import { readFile } from 'node:fs/promises';
import { waitUntil } from '../support/wait-until.ts';

/** The server's memory in bytes, right after a whole garbage collection. */
export interface MemorySample {
  /** How many cases it had seen. */
  cases: number;
  /** What the machine gives it, the allocator's own stock included. */
  resident: number;
  /** What it holds: objects, and buffers outside of the heap. */
  held: number;
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
 * Compares the first and the last half of the samples after the warm-up, by their medians, so that neither one sample
 * nor the collector decides. What is resident is what an owner pays for; what is held shows a leak that hides in it.
 */
export function judgeMemory(samples: readonly MemorySample[]): { resident: MemoryVerdict; held: MemoryVerdict } {
  const warm = samples.filter(({ cases }) => cases > warmUpCases);
  return {
    resident: compareHalves(warm.map(({ resident }) => resident)),
    held: compareHalves(warm.map(({ held }) => held)),
  };
}

function compareHalves(bytes: readonly number[]): MemoryVerdict {
  const middle = Math.floor(bytes.length / 2);
  const firstHalf = median(bytes.slice(0, middle));
  const lastHalf = median(bytes.slice(-middle));
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
    const { samples, resident, held }: Omit<MemorySample, 'cases'> & { samples: number } = JSON.parse(
      await readFile(file, 'utf8'),
    );
    return samples > earlier.length && { cases, resident, held };
  };
  return waitUntil(isNew, { what: 'the server has collected its garbage', withinMs: 20_000 });
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
