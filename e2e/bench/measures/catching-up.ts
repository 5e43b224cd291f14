import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../../support/wait-until.ts';
import { benchFile, temporaryFolder, webhookSecret, type Bench, type Row, type Section } from '../bench.ts';
import { machineNow } from '../board-client.ts';
import { startChild, type Child } from '../child.ts';
import type { KaseraProcess } from '../kasera-process.ts';
import type { Boards } from '../load/boards.ts';
import type { Sent, SteadySender } from '../load/steady-sender.ts';
import type { AskedShop } from '../peers/asked-shop.ts';
import { distributionOf, median, type Distribution } from '../report/statistics.ts';
import { megabytes, ms, perSecond, spread, times, whole } from '../report/words.ts';
import { residentBytes } from './resident.ts';

const everyMs = 200;
const hourMs = 3_600_000;
/** What Kasera promises: on the screen within a second of the shop telling it. */
const aimMs = 1_000;

/** (f) A shop with thousands of changed orders is caught up with, while new ones come by webhook. */
export async function measureCatchingUp(bench: Bench): Promise<Section> {
  const orders = bench.quick ? 1_000 : 5_000;
  const rounds: Round[] = [];
  const wanted = bench.quick ? 1 : 5;
  while (rounds.length < wanted) {
    bench.say(`catching up with ${orders} orders, ${rounds.length + 1} of ${wanted}`);
    rounds.push(await catchUp(orders, rounds.length));
  }
  return section(orders, rounds);
}

interface Parts {
  kasera: Child<KaseraProcess>;
  url: string;
  port: number;
  apiKey: string;
  board: Child<Boards>;
  sender: Child<SteadySender>;
}

interface Memory {
  before: number;
  most: number;
  after: number;
}

interface Round {
  tookMs: number;
  memory: Memory;
  during: Latency[];
  atRest: Latency[];
}

/** Of one live order, from the moment it was to be sent. */
interface Latency {
  answeredMs: number;
  onBoardMs: number;
}

async function catchUp(orders: number, round: number): Promise<Round> {
  await using stack = new AsyncDisposableStack();
  const shop = stack.use(startChild<AskedShop>(benchFile('peers/asked-shop.ts')));
  const at = Date.now();
  const access = await shop.ask('start', { orders, from: at - 10 * hourMs, until: at - hourMs / 6 });
  const parts = await startParts(stack);
  await sleep(3_000);
  const memory = await watchMemory(parts.kasera.pid);
  await startSending(parts, 6_000_000 + round * 10_000);
  const startedAt = machineNow();
  await connect(parts, access);
  await waitUntil(async () => (await parts.kasera.ask('stored', undefined)).orders >= orders, {
    what: `all ${orders} orders are there`,
    ...{ withinMs: 120_000, everyMs: 100 },
  });
  const endedAt = machineNow();
  // What follows is a part of it: one alert for them all, and a look whether all are still in the shop.
  await sleep(1_000);
  const during = await measureSent(parts, await parts.sender.ask('stop', undefined));
  await sleep(3_000);
  const after = await residentBytes(parts.kasera.pid);
  const most = memory.stop();
  // The same for as long, with as many orders stored.
  await startSending(parts, 7_000_000 + round * 10_000);
  await sleep(Math.max(endedAt - startedAt, 5_000));
  const atRest = await measureSent(parts, await parts.sender.ask('stop', undefined));
  return { tookMs: endedAt - startedAt, memory: { before: memory.before, most, after }, during, atRest };
}

async function startParts(stack: AsyncDisposableStack): Promise<Parts> {
  const folder = stack.use(await temporaryFolder());
  const kasera = stack.use(startChild<KaseraProcess>(benchFile('kasera-process.ts')));
  const env = { HOST: '127.0.0.1', WOOCOMMERCE_WEBHOOK_SECRET: webhookSecret, LOG_LEVEL: 'error' };
  const { port, apiKey } = await kasera.ask('start', { dataDir: folder.path, env, commitMs: 0 });
  const url = `http://127.0.0.1:${port}`;
  const board = stack.use(startChild<Boards>(benchFile('load/boards.ts')));
  await board.ask('connectBoards', { url, apiKey, count: 1 });
  const sender = stack.use(startChild<SteadySender>(benchFile('load/steady-sender.ts')));
  return { kasera, url, port, apiKey, board, sender };
}

function startSending({ sender, port }: Parts, firstId: number): Promise<void> {
  return sender.ask('start', { port, everyMs, count: 1_000, firstId, secret: webhookSecret });
}

/** As an owner does on the page: the shop is looked at, and asked from then on. */
async function connect({ url, apiKey }: Parts, access: { url: string; key: string; secret: string }): Promise<void> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const init = { method: 'PUT', headers, body: JSON.stringify(access) };
  const answer = await fetch(`${url}/api/shop/connection`, init);
  if (!answer.ok) throw new Error(`the shop could not be connected: ${await answer.text()}`);
}

async function watchMemory(pid: number): Promise<{ before: number; stop(): number }> {
  const before = await residentBytes(pid);
  let most = before;
  const timer = setInterval(() => {
    void residentBytes(pid).then((bytes) => (most = Math.max(most, bytes)));
  }, 50);
  return {
    before,
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

async function measureSent({ board }: Parts, sent: readonly Sent[]): Promise<Latency[]> {
  return Promise.all(
    sent.map(async ({ number, sentAt, answeredAt }) => {
      if (answeredAt === null) throw new Error(`the live order ${number} was not answered 200`);
      const what = `the live order ${number} is on the board`;
      const { firstAt } = await waitUntil(() => board.ask('arrivals', number), { what, everyMs: 100 });
      return { answeredMs: answeredAt - sentAt, onBoardMs: firstAt - sentAt };
    }),
  );
}

function section(orders: number, rounds: readonly Round[]): Section {
  const took = rounds.map(({ tookMs }) => tookMs);
  const during = rounds.flatMap((round) => round.during);
  const atRest = rounds.flatMap((round) => round.atRest);
  const compared = (what: string, of: (latency: Latency) => number, aim: number | null = null) =>
    latencyRows(what, distributionOf(during.map(of)), distributionOf(atRest.map(of)), aim);
  return {
    title: `(f) Catching up with ${whole(orders)} orders, while ${1_000 / everyMs} new ones a second come by webhook`,
    rows: [
      {
        what: 'shop connected → all stored',
        kasera: `${ms(median(took))} ${spread(took)}`,
        beside: perSecond((orders / median(took)) * 1_000),
        ...{ ratio: '', aim: '', met: null },
      },
      memoryRow(rounds.map(({ memory }) => memory)),
      ...compared('live webhook sent → 200', ({ answeredMs }) => answeredMs),
      ...compared('live webhook sent → board', ({ onBoardMs }) => onBoardMs, aimMs),
    ],
    remarks: [
      `${rounds.length} ${rounds.length === 1 ? 'round' : 'rounds'} with a new Kasera each; ${during.length} live orders until a second after its end, ${atRest.length} later, with as many orders stored.`,
      'All changed orders are new to Kasera and to be cooked. The simulated shop answers from memory, on the same machine.',
    ],
  };
}

function memoryRow(memory: readonly Memory[]): Row {
  const of = (name: keyof Memory): number => median(memory.map((each) => each[name]));
  return {
    what: 'resident memory, the most',
    kasera: megabytes(of('most')),
    beside: `before: ${megabytes(of('before'))}, some seconds after: ${megabytes(of('after'))}`,
    ...{ ratio: times(of('most') / of('before')), aim: '', met: null },
  };
}

function latencyRows(what: string, during: Distribution, atRest: Distribution, aim: number | null): Row[] {
  return (['p50', 'p99'] as const).map((name) => ({
    what: `${what}, ${name}`,
    kasera: ms(during[name]),
    beside: `without a catch-up: ${ms(atRest[name])}`,
    ratio: times(during[name] / atRest[name]),
    aim: aim === null ? '' : `< ${ms(aim)}`,
    met: aim === null ? null : during[name] < aim,
  }));
}
