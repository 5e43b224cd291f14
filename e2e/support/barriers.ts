import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What stands in the way of somebody on the page as it is now, by the rules of WCAG 2.2 AA that a program can judge.
 * @returns a line for each: the rule, where, and what is wrong; empty: nothing was found
 */
export async function barriersOn(page: Page): Promise<string[]> {
  // Moving things are judged where they come to rest.
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)));
  });
  // By the debugger's door: the page's own policy lets no foreign script in, and shall not.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const found = await page.evaluate(async (tags): Promise<axe.AxeResults['violations']> => {
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations;
  }, rules);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary = '' }) =>
        `${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}: ${html}`,
    ),
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
