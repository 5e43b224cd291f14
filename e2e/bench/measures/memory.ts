import { setTimeout as sleep } from 'node:timers/promises';
import { startKasera } from '../../support/start-kasera.ts';
import type { Bench, Section } from '../bench.ts';
import { megabytes } from '../report/words.ts';
import { historyEnv, workThrough, type History } from './history.ts';
import { residentBytes } from './resident.ts';

const aims = { idle: 150 * 1024 * 1024, after: 250 * 1024 * 1024 };

/** (d) The memory the server process holds: after a start with nothing stored, and after a long evening. */
export async function measureMemory(bench: Bench, history: History): Promise<Section> {
  const orders = bench.quick ? 2_000 : 50_000;
  await using kasera = await startKasera({ env: historyEnv, dataDir: history.dataDir });
  await sleep(5_000);
  const idle = await residentBytes(kasera.pid());
  let most = idle;
  const each = (): void => void residentBytes(kasera.pid()).then((bytes) => (most = Math.max(most, bytes)));
  await workThrough(kasera, history, { until: orders, bench, each });
  await sleep(5_000);
  const after = await residentBytes(kasera.pid());
  return {
    title: '(d) Resident memory of the server process',
    rows: [
      row('idle', idle, aims.idle),
      { ...row(`after ${orders} orders`, after, aims.after), beside: `the most meanwhile: ${megabytes(most)}` },
    ],
    remarks: ['Every order came by webhook and was accepted, made ready and handed over from a screen.'],
  };
}

function row(what: string, bytes: number, aim: number) {
  return { what, kasera: megabytes(bytes), beside: '', ratio: '', aim: `< ${megabytes(aim)}`, met: bytes < aim };
}
