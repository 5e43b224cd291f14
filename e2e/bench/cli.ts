import { cpus, totalmem } from 'node:os';
import { temporaryFolder, type Bench, type Section } from './bench.ts';
import { measureBroadcast } from './measures/broadcast.ts';
import { measureCatchingUp } from './measures/catching-up.ts';
import type { History } from './measures/history.ts';
import { measureIntake } from './measures/intake.ts';
import { measureMemory } from './measures/memory.ts';
import { measurePainting } from './measures/painting.ts';
import { measureRestart } from './measures/restart.ts';
import { measureSlowBoard } from './measures/slow-board.ts';
import { help, readOptions, type MeasureName } from './options.ts';
import { writeTable } from './report/table.ts';

// `npm run bench`: every number we claim, measured in one run on one machine.

const measures: Record<MeasureName, (bench: Bench, history: History) => Promise<Section>> = {
  a: measureIntake,
  b: measurePainting,
  c: measureBroadcast,
  d: measureMemory,
  e: measureRestart,
  f: measureCatchingUp,
  g: measureSlowBoard,
};

process.exitCode = await main();

/** @returns 0 unless something broke: an aim that is not met is told, not a fault */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.type === 'help') {
    console.log([...(options.fault ? [options.fault, ''] : []), help].join('\n'));
    return options.fault ? 1 : 0;
  }
  const startedAt = performance.now();
  const sections: Section[] = [];
  await using folder = await temporaryFolder();
  const history: History = { dataDir: folder.path, orders: 0 };
  let broken = 0;
  for (const name of options.only) {
    const say = (text: string): void => console.log(`${clock(startedAt)}  (${name}) ${text}`);
    try {
      sections.push(await measures[name]({ quick: options.quick, say }, history));
    } catch (error) {
      broken += 1;
      console.error(`(${name}) broke:`, error);
    }
  }
  console.log(`\n${machine()}${options.quick ? ' · QUICK RUN: coarse figures' : ''}\n`);
  if (sections.length > 0) console.log(writeTable(sections));
  return broken === 0 ? 0 : 1;
}

function clock(startedAt: number): string {
  const seconds = Math.floor((performance.now() - startedAt) / 1_000);
  return `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `Node ${process.versions.node}, ${cpus().length} × ${first?.model.trim() ?? 'CPU'}, ${memory} GB, ${process.platform}`;
}
