import type { Page } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';

const withinMs = 4_000;

/**
 * Waits until boards that are open have fetched what they fetch after their first ticket: a screen whose server goes away
 * just then is loaded anew when it is back, which would end whatever a story does there. A page without a board, or with
 * a clock that stands, is not waited for longer than 4 s.
 */
export async function untilAllIsHere(pages: readonly Page[]): Promise<void> {
  const boards = pages.filter((page) => !page.isClosed() && new URL(page.url()).pathname === '/board');
  await Promise.all(boards.map(untilItIsHere));
}

async function untilItIsHere(page: Page): Promise<void> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (await page.evaluate(isAllFetched)) return;
    await sleep(50);
  }
}

/** Runs inside the page: the last of the parts, and nothing more on the way for a moment. */
function isAllFetched(): boolean {
  const files = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/'));
  const lastAt = Math.max(...files.map(({ startTime, duration }) => startTime + duration));
  return files.some(({ name }) => name.includes('/print-orders-')) && performance.now() - lastAt > 300;
}
