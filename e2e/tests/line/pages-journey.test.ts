import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { barriersInAllThemes, barriersOn, phone, wall } from '../../support/barriers.ts';
import { eventually } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import { command, readOrder } from '../../support/kitchen-api.ts';
import { tabTo } from '../../support/line-page.ts';
import { lineWords } from '../../support/line-words.ts';
import type { RunningKasera } from '../../support/start-kasera.ts';
import { setTwoStations } from '../../support/two-stations.ts';

const pages = ['handover', 'pickup', 'service', 'history', 'settings/kitchen', 'settings/shop', 'keys'];

for (const [language, viewport] of [
  ['es', wall],
  ['en', phone],
] as const) {
  journey(
    `[Quality] nothing stands in the way of anybody on any other page, ${language} at ${viewport.width} px`,
    async ({ kasera, screen }) => {
      const kitchen = await kasera();
      const orderPath = `order/${await fillKitchen(kitchen)}`;
      const { page } = await screen(kitchen.boardLink, { locale: lineWords[language].locale, viewport });
      const found: string[] = [];
      for (const path of [...pages, orderPath]) {
        await page.goto(`${kitchen.url}/${path}`);
        await page.getByRole('main').first().waitFor();
        await page.waitForLoadState('networkidle');
        await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
        // Contrast is the theme's, not the size's.
        if (viewport === wall) found.push(...(await barriersInAllThemes(page, `/${path}`)));
        else found.push(...(await barriersOn(page)).map((one) => `/${path}: ${one}`));
      }
      expect(found).toEqual([]);
    },
  );
}

journey(
  '[Quality] the counter and the kitchen’s settings are worked by keys alone, and one sees where',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    await fillKitchen(kitchen);
    const { page } = await screen(kitchen.boardLink, { viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(10_000);
    for (const path of ['handover', 'settings/kitchen']) {
      await page.goto(`${kitchen.url}/${path}`);
      await page.getByRole('main').first().waitFor();
      await page.waitForLoadState('networkidle');
      const { missed, faults } = await walk(page);
      expect(faults).toEqual([]);
      expect(missed).toEqual([]);
    }

    // A dialog keeps the focus, and gives it back to what opened it.
    await page.getByRole('button', { name: lineWords.en.removeStation('GRILL') }).waitFor();
    await tabTo(page, lineWords.en.removeStation('GRILL'));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    for (let steps = 0; steps < 8; steps += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).toMatch(
        /DIALOG|BODY/,
      );
      expect(await page.evaluate(() => document.activeElement?.matches('main :not(dialog *)') ?? false)).toBe(false);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toMatch(
      lineWords.en.removeStation('GRILL'),
    );
  },
);

/** Orders in every state. @returns the id of one with a story */
async function fillKitchen(kitchen: RunningKasera): Promise<string> {
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  await setTwoStations(kitchen);
  const [made, cooked, over] = [
    await shop.placeOrder('guest'),
    await shop.placeOrder('addons'),
    await shop.placeOrder('delivery'),
  ];
  await shop.placeOrder('markup');
  for (const { number } of [made, cooked, over]) await command(kitchen, number, { type: 'acknowledge' });
  await command(kitchen, cooked.number, { type: 'rush', why: 'driver' });
  await command(kitchen, made.number, { type: 'note', text: 'Alergia al marisco', allergy: true });
  await command(kitchen, made.number, { type: 'ready' });
  await command(kitchen, over.number, { type: 'cancel', reason: 'Sold out' });
  return (await readOrder(kitchen, made.number)).id;
}

/** Tabs through the whole page. @returns what Tab never reached, and where one does not see the focus */
async function walk(page: Page): Promise<{ missed: string[]; faults: string[] }> {
  await page.evaluate(() => {
    const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    for (const [index, one] of [...document.querySelectorAll<HTMLElement>(controls)].entries()) {
      const isHere = one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, [tabindex="-1"]');
      // Of a group of radio buttons Tab reaches the chosen one; the arrows lead to the others.
      if (isHere && !one.matches('[type="radio"]:not(:checked)')) one.dataset['toReach'] = String(index);
    }
  });
  const faults: string[] = [];
  for (let steps = 0; steps < 400; steps += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return { type: 'end' as const };
      // Within a field for a time there are several stops; the last is its picker, which the browser marks itself.
      const isFirstStop = focused.dataset['toReach'] !== undefined;
      delete focused.dataset['toReach'];
      const left = document.querySelectorAll('[data-to-reach]').length;
      const shown = [focused, focused.parentElement, focused.closest('label'), focused.nextElementSibling];
      const isSeen = shown.some((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      });
      const { top, bottom } = focused.getBoundingClientRect();
      const inSight = bottom > 0 && top < innerHeight;
      return {
        type: 'control' as const,
        left,
        fault: !isFirstStop || (isSeen && inSight) ? '' : focused.outerHTML.slice(0, 160),
      };
    });
    if (at.type === 'end') continue;
    if (at.fault) faults.push(at.fault);
    if (at.left === 0) break;
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('[data-to-reach]')].map((one) => one.outerHTML.slice(0, 160)),
  );
  return { missed, faults };
}
