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

/** On the wall, and in the hand. */
export const wall = { width: 1920, height: 1080 };
export const phone = { width: 390, height: 844 };
const themes = ['dark', 'contrast', 'light'];

/** As {@link barriersOn}, in each theme, and then in the other of the two sizes. @param scene is said with each finding */
export async function barriersInAllLooks(page: Page, scene: string): Promise<string[]> {
  const own = page.viewportSize() ?? wall;
  const found = await barriersInAllThemes(page, scene);
  const other = own.width === phone.width ? wall : phone;
  await page.setViewportSize(other);
  found.push(...(await barriersOn(page)).map((one) => `${scene}, dark, ${other.width} px: ${one}`));
  await page.setViewportSize(own);
  return found.filter((one) => !isFalseAlarm(one));
}

/** As {@link barriersOn}, in each theme; the dark one is left on. */
export async function barriersInAllThemes(page: Page, scene: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of themes) {
    await wear(page, theme);
    found.push(...(await barriersOn(page)).map((one) => `${scene}, ${theme}: ${one}`));
  }
  await wear(page, 'dark');
  return found;
}

async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), theme);
}

/**
 * After a change of the window's size axe sometimes says that a name lacks the words its button shows, where they stand
 * in it letter for letter ("Change the key for: Ticket 10 (0)", showing "0"). Nothing else is let pass.
 */
function isFalseAlarm(found: string): boolean {
  const [, name, shown] = /label-content-name-mismatch.*aria-label="([^"]+)"[^>]*>([^<]+)<\/button>$/.exec(found) ?? [];
  return name !== undefined && shown !== undefined && name.includes(shown);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
