import { isServed } from './is-served.ts';
import { mayReload } from './may-reload.ts';

/** What loading needs of the page it is for. */
export interface LoadingPage {
  /** Whether the server, or the worker that keeps its files, would give one now. */
  isThere(): Promise<boolean>;
  wait(): Promise<void>;
  /** Loads the page anew, or not where that was just done for the same reason. */
  reload(): void;
}

const againAfterMs = 2_000;
const answersWithinMs = 3_000;
/** Small, and kept by the worker like every script. */
const probe = '/icon.svg';
let asking: Promise<boolean> | null = null;

/**
 * The page that is open.
 * @param reloadedKey under which it is kept when it was loaded anew for this reason
 * @param onTooOften what is done instead where that did not help
 */
export function loadingPage(reloadedKey: string, onTooOften: (reload: () => void) => void = () => {}): LoadingPage {
  const reload = () => window.location.reload();
  return {
    async isThere() {
      asking ??= isServed(probe, answersWithinMs);
      const isThere = await asking;
      asking = null;
      return isThere;
    },
    wait: () => new Promise((resolve) => setTimeout(resolve, againAfterMs)),
    reload() {
      const now = Date.now();
      const reloaded = (sessionStorage.getItem(reloadedKey) ?? '').split(' ').filter(Boolean).map(Number);
      if (!mayReload(reloaded, now)) {
        onTooOften(reload);
        return;
      }
      sessionStorage.setItem(reloadedKey, [...reloaded, now].slice(-10).join(' '));
      reload();
    },
  };
}

/** Loads a page anew a moment from now, as soon as the server gives it: presses and the last state are kept over that. */
export async function loadAnew(page: LoadingPage): Promise<void> {
  await page.wait();
  while (!(await page.isThere())) await page.wait();
  page.reload();
}
