import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser, openScreen } from '../../support/browser.ts';
import { findBrowser } from '../../support/find-browser.ts';
import { startKasera } from '../../support/start-kasera.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { webhookSecret, type Bench, type Section } from '../bench.ts';
import { connectBoard, machineNow, press, type BoardSocket } from '../board-client.ts';
import { runConnection } from '../load/connection.ts';
import { buildSignedOrders } from '../load/signed-orders.ts';
import { distributionOf } from '../report/statistics.ts';
import { ms } from '../report/words.ts';
import { watchPainting } from './watch-painting.ts';

const open = 100;
const ratePerSecond = 20;
const aimMs = 100;
/**
 * High enough for those few that are new at once: who waits on another page is not in sight, however fast all is. Not so
 * wide that the board takes it for a 4K wall, on which everything is twice as large.
 */
const viewport = { width: 1760, height: 2160 };
const title = `(b) Webhook sent → ticket painted, ${ratePerSecond} orders/s, ${open} open tickets, a real browser`;

/** (b) From the first byte of the webhook to the frame that shows the ticket. */
export async function measurePainting(bench: Bench): Promise<Section> {
  const found = await findBrowser();
  if (found.type === 'absent') return { title, rows: [], remarks: [`Skipped: ${found.why}.`] };
  await using parts = new AsyncDisposableStack();
  const env = { WOOCOMMERCE_WEBHOOK_SECRET: webhookSecret, LOG_LEVEL: 'error' };
  const kasera = parts.use(await startKasera({ env }));
  const { socket } = await connectBoard(kasera.url, kasera.apiKey);
  parts.defer(() => void socket.disconnect());
  const orderIds = new Map<string, string>();
  const heardAt = new Map<string, number>();
  socket.on('board:event', ({ order }) => {
    orderIds.set(order.number, order.id);
    if (!heardAt.has(order.number)) heardAt.set(order.number, machineNow());
  });
  bench.say(`placing and accepting ${open} orders`);
  await placeOpenOrders(kasera.port, socket, orderIds);
  const browser = parts.use(await launchBrowser(found));
  const screen = parts.use(await openScreen(browser, kasera.boardLink, { viewport }));
  // Those of far pages are not drawn, and some of an evening's orders are for later.
  const placed = async () => parseInt((await screen.page.locator('[data-view="open"]').innerText()).replace(/\D/g, ''));
  await waitUntil(async () => (await placed()) >= 0.8 * open, { what: 'the board has the open orders' });
  const seconds = bench.quick ? 5 : 20;
  bench.say(`sending ${ratePerSecond} orders a second for ${seconds} s`);
  const took = await sendAndWatch({ page: screen.page, port: kasera.port, socket, orderIds, heardAt, seconds });
  const { count, p50, p99, max } = distributionOf(took.toPaint);
  const heard = distributionOf(took.toHear);
  return {
    title,
    rows: [
      {
        what: 'sent → painted',
        kasera: `p50 ${ms(p50)}, p99 ${ms(p99)}`,
        beside: `the slowest: ${ms(max)}`,
        ...{ ratio: '', aim: `p99 < ${aimMs} ms`, met: p99 < aimMs },
      },
      {
        what: 'of it, until another screen’s socket had it',
        kasera: `p50 ${ms(heard.p50)}, p99 ${ms(heard.p99)}`,
        ...{ beside: '', ratio: '', aim: '', met: null },
      },
    ],
    remarks: [
      `${count} orders, each on a connection of its own; painted = the second animation frame after its ticket is in sight.`,
      `A screen of ${viewport.width} × ${viewport.height}. Each is cancelled by a command as soon as it is painted, so that ${open} stay open.`,
    ],
  };
}

async function placeOpenOrders(port: number, socket: BoardSocket, orderIds: Map<string, string>): Promise<void> {
  const orders = { count: open, firstId: 1_000_000, secret: webhookSecret, placedAt: Date.now() };
  for (const request of buildSignedOrders(orders)) await sendOrder(port, request);
  await waitUntil(() => orderIds.size === open, { what: 'all orders are on the board' });
  for (const id of orderIds.values()) await press(socket, id, { type: 'acknowledge' });
}

interface Watched {
  page: Page;
  port: number;
  socket: BoardSocket;
  orderIds: ReadonlyMap<string, string>;
  /** When this process heard of each order as a screen. */
  heardAt: ReadonlyMap<string, number>;
  seconds: number;
}

/** @returns how long each order took from sending to being painted, and to being heard of; the first two seconds warm up and do not count */
async function sendAndWatch({ page, port, socket, orderIds, heardAt, seconds }: Watched) {
  const warmUp = 2 * ratePerSecond;
  const count = warmUp + seconds * ratePerSecond;
  const firstId = 2_000_000;
  const sentAt = new Map<string, number>();
  const paintedAt = new Map<string, number>();
  const cleared: Promise<void>[] = [];
  await page.exposeFunction('benchPainted', (number: string, at: number) => {
    if (!sentAt.has(number) || paintedAt.has(number)) return;
    paintedAt.set(number, at);
    cleared.push(press(socket, orderIds.get(number) ?? '', { type: 'cancel', reason: 'bench' }));
  });
  await page.evaluate(watchPainting);
  const requests = buildSignedOrders({ count, firstId, secret: webhookSecret, placedAt: Date.now() });
  const startedAt = performance.now();
  const sending: Promise<void>[] = [];
  for (const [index, request] of requests.entries()) {
    await sleep(Math.max(0, startedAt + (index * 1_000) / ratePerSecond - performance.now()));
    sentAt.set(`${firstId + index}`, machineNow());
    sending.push(sendOrder(port, request));
  }
  await Promise.all(sending);
  await waitUntil(() => paintedAt.size === count, { what: 'every ticket is painted', withinMs: 15_000 });
  await Promise.all(cleared);
  const since = (times: ReadonlyMap<string, number>): number[] =>
    [...sentAt].slice(warmUp).map(([number, at]) => (times.get(number) ?? Infinity) - at);
  return { toPaint: since(paintedAt), toHear: since(heardAt) };
}

/** One webhook on a connection of its own, as the shop sends it. */
async function sendOrder(port: number, request: Buffer): Promise<void> {
  const left = [request];
  let status = 0;
  await runConnection({ port, next: () => left.pop() ?? null, answered: (answered) => void (status = answered) });
  if (status !== 200) throw new Error(`an order was answered ${status}`);
}
