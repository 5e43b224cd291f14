import type { FuzzReport } from './run-fuzz.ts';

/** What came back, how memory went, and each failure with how to see it again. */
export function summary({ count, seconds, answers, failures, memory, samples }: FuzzReport, seed: number): string {
  const statuses = [...answers].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([status, many]) => `${status} × ${many}`);
  return [
    `${count} cases and a warm-up in ${seconds.toFixed(1)} s: ${statuses.join(', ')}`,
    ...(memory === null ? [] : [memoryLine(memory), samplesLine(samples)]),
    ...(failures.length === 0 ? ['Nothing broke.'] : failures.map((failure) => failureText(failure, seed))),
  ].join('\n');
}

function memoryLine({ firstHalf, lastHalf, growth }: NonNullable<FuzzReport['memory']>): string {
  const change = `${growth >= 0 ? '+' : ''}${(growth * 100).toFixed(1)} %`;
  return `Resident memory after collecting garbage: ${megabytes(firstHalf)} in the first half, ${megabytes(lastHalf)} in the last (${change}, medians, after a warm-up)`;
}

function samplesLine(samples: FuzzReport['samples']): string {
  const step = Math.max(1, Math.floor(samples.length / 10));
  const some = samples.filter((_, index) => index % step === 0);
  return `  resident/heap: ${some.map(({ rss, heapUsed }) => `${megabytes(rss)}/${megabytes(heapUsed)}`).join(' ')}`;
}

function failureText({ index, what }: FuzzReport['failures'][number], seed: number): string {
  if (index === null) return `FAILED after all (seed ${seed}): ${what}`;
  return `FAILED (seed ${seed}, case ${index}): ${what}\n  again: npm run fuzz -- --seed ${seed} --only ${index}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(0)} MiB`;
}
