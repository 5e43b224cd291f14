import type { Section, Row } from '../bench.ts';
import { median } from '../report/statistics.ts';
import { ms, perSecond, share, spread, times } from '../report/words.ts';
import type { IntakeFigures, PeerRun } from './intake-runs.ts';

export interface IntakeSetting {
  orderBytes: number;
  awayMs: number;
  slowDiskMs: number;
  passes: number;
}

const aimOfLimit = 0.35;
const aimOfQueue = 3;

/** The table's lines of (a). */
export function intakeRows(figures: IntakeFigures, setting: IntakeSetting): Section {
  const { kasera, slowDisk, fresh, slowFresh } = figures;
  const rate = rateOf(kasera);
  const of = (pick: (run: (typeof kasera)[number]) => number): number => median(kasera.map(pick));
  const latency = `p50 ${ms(of((run) => run.load.latencyMs.p50))}, p99 ${ms(of((run) => run.load.latencyMs.p99))}`;
  const worst = Math.max(...kasera.map((run) => run.strain.longestStallMs));
  return {
    title: '(a) Durable intake, 50 connections: on disk before its 200',
    rows: [
      besideLimit(rate, figures),
      besideVerifying(rate, figures),
      besideQueue(rate, 'Express + BullMQ, Redis on disk', figures.queueOnDisk),
      besideQueue(rate, 'Express + BullMQ, Redis in memory', figures.queue),
      besidePush(rate, figures, setting),
      plain('processor time for each order', cpuOf(kasera), cpuBeside(figures)),
      plain('answer time', latency, `limit: ${latencyOf(figures.limit)}`),
      plain('commit p99 · longest stall', `${ms(of((run) => run.strain.commitMs.p99))} · ${ms(worst)}`),
      plain(
        `the same, each commit ${setting.slowDiskMs} ms`,
        loadWords(slowDisk),
        `commit p99 ${ms(slowDisk.strain.commitMs.p99)}, stall ${ms(slowDisk.strain.longestStallMs)}`,
      ),
      plain('a new connection for each order, as the shop', loadWords(fresh)),
      plain(`the same, each commit ${setting.slowDiskMs} ms`, loadWords(slowFresh)),
      plain(
        'stored, not yet on the board at the end',
        `${of((run) => run.backlog)} orders`,
        `caught up in ${ms(of((run) => run.caughtUpMs))}`,
      ),
    ],
    remarks: remarks(figures, setting),
  };
}

function besideLimit(rate: number, { kasera, limit }: IntakeFigures): Row {
  const beside = rateOf(limit);
  return {
    what: 'orders a second',
    kasera: `${perSecond(rate)} ${spread(ratesOf(kasera))}`,
    beside: `stores nothing: ${perSecond(beside)} ${spread(ratesOf(limit))}`,
    ratio: times(rate / beside),
    aim: `≥ ${times(aimOfLimit)}`,
    met: rate / beside >= aimOfLimit,
  };
}

/** What is left is what storing costs: any receiver has to check and to read. */
function besideVerifying(rate: number, { verifying }: IntakeFigures): Row {
  const beside = rateOf(verifying);
  const figure = `checks and reads, stores nothing: ${perSecond(beside)} ${spread(ratesOf(verifying))}`;
  return { what: '', kasera: '', beside: figure, ratio: times(rate / beside), aim: '', met: null };
}

function besideQueue(rate: number, name: string, queue: IntakeFigures['queue']): Row {
  const row = { what: '', kasera: '', aim: `≥ ${times(aimOfQueue)}` };
  if ('skipped' in queue) return { ...row, beside: `${name}: skipped, ${queue.skipped}`, ratio: '', met: null };
  const beside = rateOf(queue);
  return {
    ...row,
    beside: `${name}: ${perSecond(beside)} ${spread(ratesOf(queue))}`,
    ratio: times(rate / beside),
    met: rate / beside >= aimOfQueue,
  };
}

function besidePush(rate: number, { pushFirst }: IntakeFigures, { awayMs }: IntakeSetting): Row {
  const beside = rateOf(pushFirst);
  const figure = `awaits a push of ${awayMs} ms: ${perSecond(beside)}`;
  return { what: '', kasera: '', beside: figure, ratio: times(rate / beside), aim: '', met: null };
}

function plain(what: string, kasera: string, beside = ''): Row {
  return { what, kasera, beside, ratio: '', aim: '', met: null };
}

const loadWords = ({ load }: PeerRun): string => `${perSecond(load.perSecond)}, p99 ${ms(load.latencyMs.p99)}`;

const cpuOf = (runs: readonly PeerRun[]): string => `${Math.round(median(runs.map((run) => run.cpuUs)))} µs`;
const cpuBeside = ({ limit, verifying, queue }: IntakeFigures): string =>
  [
    `stores nothing: ${cpuOf(limit)}, checks and reads: ${cpuOf(verifying)}`,
    ...('skipped' in queue ? [] : [`BullMQ without its Redis: ${cpuOf(queue)}`]),
  ].join(', ');

const ratesOf = (runs: readonly PeerRun[]): number[] => runs.map((run) => run.load.perSecond);
const rateOf = (runs: readonly PeerRun[]): number => median(ratesOf(runs));
const latencyOf = (runs: readonly PeerRun[]): string =>
  `p50 ${ms(median(runs.map((run) => run.load.latencyMs.p50)))}, p99 ${ms(median(runs.map((run) => run.load.latencyMs.p99)))}`;

function remarks({ kasera, limit, queue }: IntakeFigures, { orderBytes, passes }: IntakeSetting): string[] {
  const checked = kasera.reduce((sum, run) => sum + run.load.accepted, 0);
  const busy = (runs: readonly PeerRun[]): string => share(median(runs.map((run) => run.load.busy)));
  return [
    `Median of ${passes} interleaved passes (least–most). Requests of ${Math.round(orderBytes)} bytes, every one another order.`,
    `All ${checked} orders answered 200 were found on Kasera’s board afterwards, each once; pushes went out beside.`,
    'The other peers check no signature; none carries anything out. “On disk” is Redis with appendfsync always, as Kasera syncs.',
    `The load generator used ${busy(limit)} of a core against the limit, ${busy(kasera)} against Kasera${
      'skipped' in queue ? '' : `, ${busy(queue)} against BullMQ`
    }; Kasera itself ${share(median(kasera.map((run) => run.strain.busy)))}.`,
    ...(kasera.some((run) => run.load.ranOut) ? ['Kasera used up the prepared orders before the time was over.'] : []),
  ];
}
