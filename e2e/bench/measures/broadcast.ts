import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../support/wait-until.ts';
import { benchFile, temporaryFolder, webhookSecret, type Bench, type Section } from '../bench.ts';
import { startChild, type Child } from '../child.ts';
import { machineNow } from '../board-client.ts';
import type { KaseraProcess } from '../kasera-process.ts';
import type { Arrivals, Boards } from '../load/boards.ts';
import type { LoadGenerator } from '../load/generator.ts';
import type { BareLoop } from '../peers/bare-loop.ts';
import { median } from '../report/statistics.ts';
import { ms, spread, times } from '../report/words.ts';

const screens = 1_000;
const aim = 1.5;

interface Parts {
  kasera: Child<KaseraProcess>;
  port: number;
  generator: Child<LoadGenerator>;
  boards: readonly Child<Boards>[];
  bare: Child<BareLoop>;
}

/** (c) One order to 1,000 screens, beside a loop that does nothing but send the same bytes to as many. */
export async function measureBroadcast(bench: Bench): Promise<Section> {
  await using stack = new AsyncDisposableStack();
  bench.say(`connecting ${screens} boards and ${screens} bare web sockets`);
  const parts = await startParts(stack);
  const rounds = bench.quick ? 10 : 60;
  const warmUp = bench.quick ? 3 : 10;
  bench.say(`${rounds} orders and as many bare broadcasts in turn`);
  const kasera: Round[] = [];
  const bare: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const taken = await sendOrder(parts, 3_000_000 + round);
    const looped = await loopBare(parts, `round ${round}`);
    if (round < warmUp) continue;
    kasera.push(taken);
    bare.push(looped);
  }
  return section(kasera, bare);
}

async function startParts(stack: AsyncDisposableStack): Promise<Parts> {
  const folder = stack.use(await temporaryFolder());
  const kasera = stack.use(startChild<KaseraProcess>(benchFile('kasera-process.ts')));
  const env = { HOST: '127.0.0.1', WOOCOMMERCE_WEBHOOK_SECRET: webhookSecret, LOG_LEVEL: 'error' };
  const { port, apiKey } = await kasera.ask('start', { dataDir: folder.path, env, commitMs: 0 });
  const bare = stack.use(startChild<BareLoop>(benchFile('peers/bare-loop.ts')));
  const { url } = await bare.ask('start', undefined);
  const generator = stack.use(startChild<LoadGenerator>(benchFile('load/generator.ts')));
  const boards = [1, 2].map(() => stack.use(startChild<Boards>(benchFile('load/boards.ts'))));
  const count = screens / boards.length;
  for (const each of boards) {
    await each.ask('connectBoards', { url: `http://127.0.0.1:${port}`, apiKey, count });
    await each.ask('connectBare', { url, count });
  }
  return { kasera, port, generator, boards, bare };
}

interface Round {
  /** From the return of the commit to the last screen. */
  fromCommitMs: number;
  /** From asking for the webhook to be sent to the last screen. */
  fromSendingMs: number;
}

async function sendOrder({ kasera, port, generator, boards }: Parts, id: number): Promise<Round> {
  await generator.ask('prepare', { count: 1, firstId: id, secret: webhookSecret, placedAt: Date.now() });
  await kasera.ask('watch', undefined);
  const sentAt = machineNow();
  await generator.ask('sendAll', { port, connections: 1 });
  const { firstAt, lastAt } = await allArrived(boards, `${id}`);
  // The change's own commit is the last one before the first screen heard of it.
  const commits = await kasera.ask('commitTimes', undefined);
  const committedAt = commits.findLast((at) => at <= firstAt);
  if (committedAt === undefined) throw new Error('a screen heard of an order before it was committed');
  return { fromCommitMs: lastAt - committedAt, fromSendingMs: lastAt - sentAt };
}

/** The same bytes as an order's event, with a name in front by which it is known again. */
async function loopBare({ bare, boards }: Parts, name: string): Promise<number> {
  const text = (await boards[0]?.ask('lastEvent', undefined)) ?? '';
  const named = `42["${name}"${text.slice('42["board:event"'.length)}`;
  const startedAt = await bare.ask('broadcast', named);
  const { lastAt } = await allArrived(boards, name);
  return lastAt - startedAt;
}

async function allArrived(boards: readonly Child<Boards>[], name: string): Promise<Arrivals> {
  const merged = await waitUntil(
    async () => {
      const parts = (await Promise.all(boards.map((each) => each.ask('arrivals', name)))).filter(
        (each) => each !== null,
      );
      const count = parts.reduce((sum, each) => sum + each.count, 0);
      const firstAt = Math.min(...parts.map((each) => each.firstAt));
      return count === screens && { count, firstAt, lastAt: Math.max(...parts.map((each) => each.lastAt)) };
    },
    // Seldom: each look takes time from what is measured.
    { what: `all ${screens} screens have ${name}`, everyMs: 150 },
  );
  await sleep(20);
  return merged;
}

function section(kasera: readonly Round[], bare: readonly number[]): Section {
  const ours = kasera.map((round) => round.fromCommitMs);
  const ratio = median(ours) / median(bare);
  return {
    title: `(c) One order to ${screens} connected boards`,
    rows: [
      {
        what: 'commit → last board',
        kasera: `${ms(median(ours))} ${spread(ours)}`,
        beside: `bare ws loop, same bytes: ${ms(median(bare))} ${spread(bare)}`,
        ...{ ratio: times(ratio), aim: `≤ ${times(aim)}`, met: ratio <= aim },
      },
      {
        what: 'webhook sent → last board',
        kasera: ms(median(kasera.map((round) => round.fromSendingMs))),
        ...{ beside: '', ratio: '', aim: '', met: null },
      },
    ],
    remarks: [
      `Median of ${ours.length} (least–most in ms), in turns. Two processes are the ${screens} screens; reading is in both figures.`,
    ],
  };
}
