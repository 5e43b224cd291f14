import type { MemoryVerdict } from './memory.ts';
import type { FuzzReport } from './run-fuzz.ts';

/** What came back, how memory went, and each failure with how to see it again. */
export function summary({ played, seconds, answers, failures, memory, samples }: FuzzReport, seed: number): string {
  const statuses = [...answers].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([status, many]) => `${status} × ${many}`);
  return [
    `${played} cases in ${seconds.toFixed(1)} s: ${statuses.join(', ')}`,
    ...(memory === null ? [] : Object.entries(memory).map(([kind, verdict]) => memoryLine(kind, verdict))),
    ...(memory === null ? [] : [samplesLine(samples)]),
    ...(failures.length === 0 ? ['Nothing broke.'] : failures.map((failure) => failureText(failure, seed))),
  ].join('\n');
}

function memoryLine(kind: string, { firstHalf, lastHalf, growth }: MemoryVerdict): string {
  const change = `${growth >= 0 ? '+' : ''}${(growth * 100).toFixed(1)} %`;
  return `Memory ${kind}, garbage collected: ${megabytes(firstHalf)} in the first half, ${megabytes(lastHalf)} in the last (${change}; medians)`;
}

function samplesLine(samples: FuzzReport['samples']): string {
  const step = Math.max(1, Math.floor(samples.length / 10));
  const some = samples.filter((_, index) => index % step === 0);
  return `  resident/held: ${some.map(({ resident, held }) => `${megabytes(resident)}/${megabytes(held)}`).join(' ')}`;
}

function failureText({ index, what }: FuzzReport['failures'][number], seed: number): string {
  if (index === null) return `FAILED after all (seed ${seed}): ${what}`;
  return `FAILED (seed ${seed}, case ${index}): ${what}\n  again: npm run fuzz -- --seed ${seed} --only ${index}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(0)} MiB`;
}
