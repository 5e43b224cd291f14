import { isServed } from './is-served.ts';
import { mayReload } from './may-reload.ts';

/** What loading needs of the page it is for. */
export interface LoadingPage {
  /** Whether the server, or the worker that keeps its files, would give one now. */
  isThere(): Promise<boolean>;
  wait(): Promise<void>;
  /** Loads the page anew. @returns false where that was done too often for the same reason, and it is not; unless forced */
  reload(isForced?: boolean): boolean;
  /** Where it was done too often: waits until it may be tried all the same. Absent: it may not. */
  rest?(): Promise<void>;
}

const againAfterMs = 2_000;
const answersWithinMs = 3_000;
/** Small, and kept by the worker like every script. */
const probe = '/icon.svg';
let asking: Promise<boolean> | null = null;

/**
 * The page that is open.
 * @param reloadedKey under which it is kept when it was loaded anew for this reason
 * @param rarelyMs where that did not help a few times it is done once in so long; left out: not any more
 */
export function loadingPage(reloadedKey: string, rarelyMs?: number): LoadingPage {
  return {
    ...(rarelyMs !== undefined && { rest: () => waiting(rarelyMs) }),
    async isThere() {
      asking ??= isServed(probe, answersWithinMs);
      const isThere = await asking;
      asking = null;
      return isThere;
    },
    wait: () => waiting(againAfterMs),
    reload(isForced = false) {
      const now = Date.now();
      const reloaded = (sessionStorage.getItem(reloadedKey) ?? '').split(' ').filter(Boolean).map(Number);
      if (!isForced && !mayReload(reloaded, now)) return false;
      sessionStorage.setItem(reloadedKey, [...reloaded, now].slice(-10).join(' '));
      window.location.reload();
      return true;
    },
  };
}

/** Loads a page anew a moment from now, as soon as the server gives it: presses and the last state are kept over that. */
export async function loadAnew(page: LoadingPage): Promise<void> {
  await page.wait();
  await untilThere(page);
  if (page.reload() || !page.rest) return;
  await page.rest();
  await untilThere(page);
  page.reload(true);
}

async function untilThere(page: LoadingPage): Promise<void> {
  while (!(await page.isThere())) await page.wait();
}

function waiting(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
