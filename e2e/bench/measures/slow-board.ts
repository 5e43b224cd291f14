import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { findBrowser } from '../../support/find-browser.ts';
import { startKasera, type RunningKasera } from '../../support/start-kasera.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { webhookSecret, type Bench, type Row, type Section } from '../bench.ts';
import { openBarePage, type BarePage } from '../browser/bare-page.ts';
import { median, percentile } from '../report/statistics.ts';
import { megabytes, ms, share } from '../report/words.ts';
import { startKitchen, type KitchenAtWork } from './kitchen-at-work.ts';
import { watchFirstTicket, watchFrames, watchTaps } from './watch-frames.ts';

const slowing = 4;
const openTickets = 300;
const viewport = { width: 1920, height: 1080 };
const title = `(g) The board in a real browser, its processor slowed ${slowing} times`;

/** (g) What a cheap tablet makes of it. */
export async function measureSlowBoard(bench: Bench): Promise<Section> {
  const found = await findBrowser();
  if (found.type === 'absent') return { title, rows: [], remarks: [`Skipped: ${found.why}.`] };
  await using parts = new AsyncDisposableStack();
  const env = { WOOCOMMERCE_WEBHOOK_SECRET: webhookSecret, LOG_LEVEL: 'error' };
  const kasera = parts.use(await startKasera({ env }));
  const kitchen = parts.use(await startKitchen(kasera, 1_000_000));
  const browser = parts.use(await launchBrowser(found));
  await kitchen.open(12);
  const rows = [
    ...(await firstTicket(bench, browser, kasera)),
    await frames(bench, browser, { kasera, kitchen, keep: 40, what: '20 orders/s come and go, 40 open' }),
    await memory(bench, browser, { kasera, kitchen }),
  ];
  await kitchen.finishAll();
  rows.push(await taps(bench, browser, { kasera, kitchen }));
  rows.push(
    await frames(bench, browser, { kasera, kitchen, keep: Infinity, what: `20 orders/s come, ${openTickets} open` }),
  );
  return {
    title,
    rows,
    remarks: [
      'Script: every script the page had loaded when its first ticket was painted, gzipped. First ticket: from asking for the page, with an empty cache, until its frame is out.',
      'Heap: the least of five looks, before them after 1,000 orders (quick: 250): until then it grows by what the browser compiles.',
      'Tap: from the press until the frame that shows it is out. A frame is dropped where two are further apart than one and a half.',
    ],
  };
}

interface Work {
  kasera: RunningKasera;
  kitchen: KitchenAtWork;
}

interface SlowScreen {
  page: BarePage;
  go(): Promise<void>;
  [Symbol.asyncDispose](): PromiseLike<void>;
}

async function openSlowly(browser: Browser, url: string): Promise<SlowScreen> {
  const page = await openBarePage(browser, viewport);
  await page.slow(slowing);
  return { page, go: () => page.go(url), [Symbol.asyncDispose]: () => page[Symbol.asyncDispose]() };
}

/** Asked for seldom: every question costs the page time of its own. */
async function untilFirstTicket({ page }: SlowScreen): Promise<void> {
  const isThere = () => document.querySelector('[data-page="here"] article') !== null;
  await waitUntil(async () => (await page.run(isThere)) === true, {
    ...{ what: 'the first ticket is there', everyMs: 500, withinMs: 30_000 },
  });
}

async function firstTicket(bench: Bench, browser: Browser, kasera: RunningKasera): Promise<Row[]> {
  const took: number[] = [];
  let scriptBytes = 0;
  for (let round = 0; round < (bench.quick ? 5 : 9); round += 1) {
    bench.say(`first ticket, pass ${round + 1}`);
    await using screen = await openSlowly(browser, kasera.boardLink);
    await screen.page.runFirst(watchFirstTicket);
    await screen.go();
    const isOut = async () => (await screen.page.run(() => window.benchFirstTicket?.atMs !== undefined)) === true;
    await waitUntil(isOut, { what: 'the first ticket is painted', everyMs: 500, withinMs: 30_000 });
    took.push(...numbersIn(await screen.page.run(() => [window.benchFirstTicket?.atMs])));
    const scripts = textsIn(await screen.page.run(() => window.benchFirstTicket?.scripts));
    const sizes = await Promise.all(scripts.map(gzippedSize));
    scriptBytes = sizes.reduce((sum, bytes) => sum + bytes, 0);
  }
  const kilobytes = scriptBytes / 1_000;
  return [
    {
      ...{ what: 'script until the first ticket', kasera: `${kilobytes.toFixed(1)} KB`, beside: '', ratio: '' },
      ...{ aim: '≤ 130 KB', met: kilobytes <= 130 },
    },
    {
      ...{
        what: 'page asked for → first ticket',
        kasera: ms(median(took)),
        beside: `slowest ${ms(Math.max(...took))}`,
      },
      ...{ ratio: '', aim: '< 1 s', met: median(took) < 1_000 },
    },
  ];
}

async function gzippedSize(url: string): Promise<number> {
  const { data } = await axios.get<ArrayBuffer>(url, { responseType: 'arraybuffer' });
  return gzipSync(Buffer.from(data), { level: 9 }).length;
}

const frameMs = 1_000 / 60;
const settledAfterMs = 5_000;
/** At rest a board draws its next page ahead, a few tickets a second: before that is done, two looks see other tickets. */
const allDrawnAfterMs = 20_000;

/** @param plan how many stay open while newer ones come, and how that is called */
async function frames(bench: Bench, browser: Browser, plan: Work & { keep: number; what: string }): Promise<Row> {
  const { kasera, kitchen, keep, what } = plan;
  const seconds = bench.quick ? 10 : 60;
  bench.say(`${what}, for ${seconds} s`);
  await using screen = await openSlowly(browser, kasera.boardLink);
  await screen.go();
  await untilFirstTicket(screen);
  // A rush comes to a board that is there; what a start costs is measured above.
  await sleep(settledAfterMs);
  await screen.page.run(watchFrames);
  await kitchen.serve({ perSecond: 20, seconds, keep });
  const gaps = numbersIn(await screen.page.run(() => window.benchFrames));
  const dropped = gaps.reduce((sum, gap) => sum + (gap > 1.5 * frameMs ? Math.round(gap / frameMs) - 1 : 0), 0);
  const part = dropped / (gaps.length + dropped);
  return {
    ...{ what: `frames dropped, ${what}`, kasera: share(part), ratio: '' },
    ...{ beside: `the longest gap ${ms(Math.max(...gaps))}`, aim: '≤ 5 %', met: part <= 0.05 },
  };
}

async function memory(bench: Bench, browser: Browser, { kasera, kitchen }: Work): Promise<Row> {
  const orders = bench.quick ? 500 : 5_000;
  await using screen = await openSlowly(browser, kasera.boardLink);
  await screen.page.slow(1);
  await screen.go();
  await untilFirstTicket(screen);
  // What an evening fills once is there before the first look: its list of what is done, and what the browser compiles of
  // the page's scripts while they are new.
  await kitchen.serve({ perSecond: 25, seconds: bench.quick ? 10 : 40, keep: 40 });
  await sleep(allDrawnAfterMs);
  const before = await screen.page.heap();
  bench.say(`${orders} orders come and go`);
  await kitchen.serve({ perSecond: 25, seconds: orders / 25, keep: 40 });
  await sleep(allDrawnAfterMs);
  const after = await screen.page.heap();
  return {
    ...{ what: `heap after ${orders} orders came and went`, kasera: megabytes(after) },
    ...{ beside: `before: ${megabytes(before)}`, ratio: `${(after / before).toFixed(2)}×` },
    ...{ aim: '≤ 1.10×', met: after <= before * 1.1 },
  };
}

async function taps(bench: Bench, browser: Browser, { kasera, kitchen }: Work): Promise<Row> {
  bench.say(`opening ${openTickets} tickets`);
  await kitchen.open(openTickets);
  await using screen = await openSlowly(browser, kasera.boardLink);
  await screen.go();
  await untilFirstTicket(screen);
  await fillWall(screen.page, kitchen);
  await screen.page.run(watchTaps);
  const count = bench.quick ? 40 : 120;
  bench.say(`tapping ${count} times`);
  for (let tap = 0; tap < count; tap += 1) await tapOne(screen.page, tap);
  const took = await tapsOf(screen.page);
  const p95 = percentile(took, 0.95);
  return {
    ...{ what: `tap → painted, ${openTickets} open tickets`, kasera: `p50 ${ms(median(took))}, p95 ${ms(p95)}` },
    ...{ beside: `slowest ${ms(Math.max(...took))}`, ratio: '', aim: 'p95 < 50 ms', met: p95 < 50 },
  };
}

/** Some of an evening's orders are for later, or only to be handed over: others stand in for them on the wall. */
async function fillWall(page: BarePage, kitchen: KitchenAtWork): Promise<void> {
  // The tickets of far pages are counted and not drawn.
  const places = async () => Number(await page.run(openCount));
  for (let round = 0; (await places()) < openTickets; round += 1) {
    if (round > 20) throw new Error(`only ${await places()} of ${openTickets} tickets stand on the wall`);
    await sleep(1_000);
    await kitchen.open(openTickets - (await places()));
  }
}

/** Runs inside the page. */
function openCount(): string {
  return document.querySelector('[data-view="open"]')?.textContent.replace(/\D/g, '') ?? '';
}

/** Three dishes are ticked or unticked for each ticket that is bumped. */
async function tapOne(page: BarePage, tap: number): Promise<void> {
  const wanted = tap % 4 === 3 ? '[data-action="ready"] [data-primary]' : 'button[data-line]';
  const before = (await tapsOf(page)).length;
  const [x, y] = numbersIn(await page.run(middleOf, `[data-page="here"] ${wanted}`, tap % 3));
  if (x === undefined || y === undefined) throw new Error(`nothing to tap at ${wanted}`);
  await page.click(x, y);
  await waitUntil(async () => (await tapsOf(page)).length > before, { what: 'the tap is painted', everyMs: 200 });
  // Past the 600 ms in which a bar whose meaning changed takes nothing; now and then the wall closes its gaps.
  await sleep(tap % 8 === 7 ? 2_000 : 600);
}

async function tapsOf(page: BarePage): Promise<number[]> {
  return numbersIn(await page.run(() => window.benchTaps));
}

/** Runs inside the page. */
function middleOf(selector: string, index: number): number[] {
  const elements = [...document.querySelectorAll(selector)];
  const element = elements[index % elements.length];
  if (element === undefined) return [];
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

function numbersIn(answer: unknown): number[] {
  const numbers = Array.isArray(answer) ? answer.filter((one) => typeof one === 'number') : [];
  if (!Array.isArray(answer) || numbers.length < answer.length) throw new Error(`no numbers: ${String(answer)}`);
  return numbers;
}

function textsIn(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : [];
}
