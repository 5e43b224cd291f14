import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser, openScreen } from '../../support/browser.ts';
import { findBrowser } from '../../support/find-browser.ts';
import { startKasera, type RunningKasera } from '../../support/start-kasera.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { webhookSecret, type Bench, type Row, type Section } from '../bench.ts';
import { median, percentile } from '../report/statistics.ts';
import { megabytes, ms, share } from '../report/words.ts';
import { startKitchen, type KitchenAtWork } from './kitchen-at-work.ts';
import { watchFrames, watchTaps } from './watch-frames.ts';

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
      'Script: every script the page had loaded when its first ticket was painted, gzipped. First ticket: from asking for the page, with an empty cache.',
      'Tap: from the press until the frame that shows it is out. A frame is dropped where two are further apart than one and a half.',
    ],
  };
}

interface Work {
  kasera: RunningKasera;
  kitchen: KitchenAtWork;
}

async function openSlowly(browser: Browser, url: string) {
  const screen = await openScreen(browser, 'about:blank', { viewport });
  const session = await screen.context.newCDPSession(screen.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowing });
  return { screen, page: screen.page, session, go: () => screen.page.goto(url, { waitUntil: 'commit' }) };
}

async function firstTicket(bench: Bench, browser: Browser, kasera: RunningKasera): Promise<Row[]> {
  const took: number[] = [];
  let scriptBytes = 0;
  for (let round = 0; round < (bench.quick ? 3 : 9); round += 1) {
    bench.say(`first ticket, pass ${round + 1}`);
    const { screen, page, go } = await openSlowly(browser, kasera.boardLink);
    const scripts: Promise<number>[] = [];
    let isShown = false;
    page.on('response', (response) => {
      if (isShown || response.request().resourceType() !== 'script') return;
      scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    const askedAt = performance.now();
    await go();
    await page.locator('article').first().waitFor({ state: 'visible' });
    took.push(performance.now() - askedAt);
    isShown = true;
    scriptBytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
    await screen[Symbol.asyncDispose]();
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

const frameMs = 1_000 / 60;

/** @param plan how many stay open while newer ones come, and how that is called */
async function frames(bench: Bench, browser: Browser, plan: Work & { keep: number; what: string }): Promise<Row> {
  const { kasera, kitchen, keep, what } = plan;
  const seconds = bench.quick ? 10 : 60;
  bench.say(`${what}, for ${seconds} s`);
  const { screen, page, go } = await openSlowly(browser, kasera.boardLink);
  await go();
  await page.locator('article').first().waitFor({ state: 'visible' });
  await page.evaluate(watchFrames);
  await kitchen.serve({ perSecond: 20, seconds, keep });
  const gaps = await page.evaluate(() => window.benchFrames);
  await screen[Symbol.asyncDispose]();
  const dropped = gaps.reduce((sum, gap) => sum + (gap > 1.5 * frameMs ? Math.round(gap / frameMs) - 1 : 0), 0);
  const part = dropped / (gaps.length + dropped);
  return {
    ...{ what: `frames dropped, ${what}`, kasera: share(part), ratio: '' },
    ...{ beside: `the longest gap ${ms(Math.max(...gaps))}`, aim: '≤ 5 %', met: part <= 0.05 },
  };
}

async function memory(bench: Bench, browser: Browser, { kasera, kitchen }: Work): Promise<Row> {
  const orders = bench.quick ? 500 : 5_000;
  const { screen, page, session, go } = await openSlowly(browser, kasera.boardLink);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await go();
  await page.locator('article').first().waitFor({ state: 'visible' });
  // What an evening fills once (its list of what is done) is there before the first look.
  await kitchen.serve({ perSecond: 25, seconds: 10, keep: 40 });
  const before = await heapOf(session);
  bench.say(`${orders} orders come and go`);
  await kitchen.serve({ perSecond: 25, seconds: orders / 25, keep: 40 });
  const after = await heapOf(session);
  await screen[Symbol.asyncDispose]();
  return {
    ...{ what: `heap after ${orders} orders came and went`, kasera: megabytes(after) },
    ...{ beside: `before: ${megabytes(before)}`, ratio: `${(after / before).toFixed(2)}×` },
    ...{ aim: '≤ 1.10×', met: after <= before * 1.1 },
  };
}

async function heapOf(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function taps(bench: Bench, browser: Browser, { kasera, kitchen }: Work): Promise<Row> {
  bench.say(`opening ${openTickets} tickets`);
  await kitchen.open(openTickets);
  const { screen, page, go } = await openSlowly(browser, kasera.boardLink);
  await go();
  await fillWall(page, kitchen);
  await page.evaluate(watchTaps);
  const count = bench.quick ? 20 : 100;
  bench.say(`tapping ${count} times`);
  for (let tap = 0; tap < count; tap += 1) await tapOne(page, tap);
  const took = await page.evaluate(() => window.benchTaps);
  await screen[Symbol.asyncDispose]();
  const p95 = percentile(took, 0.95);
  return {
    ...{ what: `tap → painted, ${openTickets} open tickets`, kasera: `p50 ${ms(median(took))}, p95 ${ms(p95)}` },
    ...{ beside: `slowest ${ms(Math.max(...took))}`, ratio: '', aim: 'p95 < 50 ms', met: p95 < 50 },
  };
}

/** Some of an evening's orders are for later, or only to be handed over: others stand in for them on the wall. */
async function fillWall(page: Page, kitchen: KitchenAtWork): Promise<void> {
  // The tickets of far pages have their place and are not drawn.
  const places = page.locator('[data-piece="0"]');
  for (let round = 0; (await places.count()) < openTickets; round += 1) {
    if (round > 20) throw new Error(`only ${await places.count()} of ${openTickets} tickets stand on the wall`);
    await page.waitForTimeout(1_000);
    await kitchen.open(openTickets - (await places.count()));
  }
}

/** Three dishes are ticked or unticked for each ticket that is bumped. */
async function tapOne(page: Page, tap: number): Promise<void> {
  const wanted = tap % 4 === 3 ? '[data-action="ready"] [data-primary]' : 'button[data-line]';
  const before = await page.evaluate(() => window.benchTaps.length);
  const target = page.locator(`[data-page="here"] ${wanted}`).nth(tap % 3);
  const box = await target.boundingBox();
  if (!box) throw new Error(`nothing to tap at ${wanted}`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await waitUntil(async () => (await page.evaluate(() => window.benchTaps.length)) > before, {
    what: 'the tap is painted',
    everyMs: 20,
  });
  // Past the 600 ms in which a bar whose meaning changed takes nothing.
  await page.waitForTimeout(700);
}
