import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { attachTo } from './tab-session.ts';

/** A page of a browser as a kitchen's screen has it: nobody looks over its shoulder. */
export interface BarePage extends AsyncDisposable {
  /** Asks for an address and does not wait for it. */
  go(url: string): Promise<void>;
  /** Runs a function inside the page, which may use nothing from outside but its arguments (JSON). @returns its answer */
  run<A extends unknown[]>(fn: (...args: A) => unknown, ...args: A): Promise<unknown>;
  /** Runs a function inside every page before the page's own scripts. */
  runFirst(fn: () => void): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** How many times slower the page's processor is from now on. */
  slow(times: number): Promise<void>;
  /** What its scripts hold, in bytes, when the garbage is collected: the least of a few looks. */
  heap(): Promise<number>;
}

const heapLooks = 5;
const betweenLooksMs = 400;

/**
 * Opens a page without the watching a test tool does. With the inspector's network and runtime domains on, which such
 * tools turn on, the browser reads every script of the page a second time for the lines it may have to name, and tells
 * of each message and frame: on a slow processor a tenth of a page's start is that, and it is not the page's.
 */
export async function openBarePage(browser: Browser, viewport: { width: number; height: number }): Promise<BarePage> {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send('Target.createBrowserContext');
  const target = await root.send('Target.createTarget', { url: 'about:blank', browserContextId, ...viewport });
  const tab = await attachTo(root, target.targetId);
  await tab.send('Page.enable');
  await tab.send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor: 1, mobile: false });
  const mouse = (type: string, x: number, y: number) =>
    tab.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
  return {
    go: async (url) => void (await tab.send('Page.navigate', { url })),
    run: (fn, ...args) => tab.evaluate(`(${fn.toString()})(...${JSON.stringify(args)})`),
    runFirst: async (fn) =>
      void (await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${fn.toString()})()` })),
    async click(x, y) {
      await mouse('mousePressed', x, y);
      await mouse('mouseReleased', x, y);
    },
    slow: async (rate) => void (await tab.send('Emulation.setCPUThrottlingRate', { rate })),
    async heap() {
      const seen: number[] = [];
      for (let look = 0; look < heapLooks; look += 1) {
        await tab.send('HeapProfiler.collectGarbage');
        seen.push(Number((await tab.send('Runtime.getHeapUsage')).usedSize));
        await sleep(betweenLooksMs);
      }
      return Math.min(...seen);
    },
    async [Symbol.asyncDispose]() {
      await root.send('Target.disposeBrowserContext', { browserContextId });
      await root.detach();
    },
  };
}
