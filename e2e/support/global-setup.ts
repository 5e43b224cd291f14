import type { TestProject } from 'vitest/node';
import { type BrowserSearch, findBrowser } from './find-browser.ts';
import { saySkipped } from './skip-reasons.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserSearch;
  }
}

/** Before the first test: finds a browser once (and unpacks the bundled one, if it is that). */
export async function setup(project: TestProject): Promise<void> {
  const browser = await findBrowser();
  project.provide('browser', browser);
  if (browser.type === 'absent') saySkipped(`the browser journeys, ${browser.why}`);
}
