import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { roundLine, summary } from './report-text.ts';
import { runChaos } from './run-chaos.ts';

const usage = `Kills Kasera, fills its disk and cuts its log, and looks whether anything answered 200 is missing.

  npm run chaos                          20 rounds
  npm run chaos -- --rounds 3 --seed 7   three, with the dice of seed 7 (the machine's own moments still differ)`;

process.exitCode = await run();

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '20' },
      seed: { type: 'string', default: `${randomInt(1_000_000)}` },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const seed = Number(values.seed);
  if (values.help || !Number.isInteger(rounds) || !Number.isInteger(seed) || rounds < 1 || rounds > 1_000) {
    console.log(usage);
    return values.help ? 0 : 1;
  }
  console.log(`${rounds} rounds with seed ${seed}`);
  const reports = await runChaos({ rounds, seed, onRound: (report) => console.log(roundLine(report, rounds)) });
  console.log(`\n${summary(reports)}`);
  const isWhole = reports.every(({ findings }) => findings.length === 0);
  if (!isWhole) console.log(`\nTo play it again: npm run chaos -- --rounds ${rounds} --seed ${seed}`);
  return isWhole ? 0 : 1;
}
