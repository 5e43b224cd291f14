import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { summary } from './report-text.ts';
import { runFuzz } from './run-fuzz.ts';

const usage = `Throws mutated deliveries, requests and socket packets at a Kasera of its own on this machine.

  npm run fuzz                            20000 of them
  npm run fuzz -- --count 500 --seed 7    500, made of seed 7
  npm run fuzz -- --seed 7 --only 123     the one that failed`;

process.exitCode = await run();

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '20000' },
      seed: { type: 'string', default: `${randomInt(1_000_000)}` },
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [count, seed, only] = [values.count, values.seed, values.only ?? '0'].map(Number);
  if (values.help || !isCount(count) || !isCount(seed) || !isCount(only) || count > 1_000_000) {
    console.log(usage);
    return values.help ? 0 : 1;
  }
  console.log(values.only === undefined ? `${count} cases with seed ${seed}` : `case ${only} of seed ${seed}`);
  const report = await runFuzz({ count, seed, ...(values.only !== undefined && { only }), onProgress: say });
  console.log(`\n${summary(report, seed)}`);
  return report.failures.length === 0 ? 0 : 1;
}

function say({ done, failures }: { done: number; failures: number }): void {
  if (done % 1_000 === 0) console.log(`${done} done, ${failures} failed`);
}

function isCount(value: number | undefined): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}
