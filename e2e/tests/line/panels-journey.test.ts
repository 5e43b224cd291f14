import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { barriersInAllLooks, barriersInAllThemes, barriersOn, phone } from '../../support/barriers.ts';
import { boardOn, eventually } from '../../support/board-page.ts';
import { startClockedKasera, type ClockedKasera } from '../../support/clocked-kasera.ts';
import { journey } from '../../support/journey.ts';
import { command } from '../../support/kitchen-api.ts';
import { setKitchen } from '../../support/kitchen-settings-api.ts';
import { tabTo } from '../../support/line-page.ts';
import { setTwoStations } from '../../support/two-stations.ts';

const secret = 'a secret of the shop and Kasera';
const minuteMs = 60_000;

/** What a panel is opened by, what is pressed in it one after the other, and whether the last of it ends the panel. */
interface Panel {
  opener: RegExp;
  presses?: RegExp[];
  ends?: boolean;
}

/** In the order in which the kitchen can have them: each leaves the board as the next needs it. */
const panels = (number: string): Record<string, Panel> => {
  const more = new RegExp(`^More for #${number}$`);
  return {
    'this screen’s stations': { opener: /^This screen shows: / },
    more: { opener: /^More$/ },
    'all day, from more': { opener: /^More$/, presses: [/^All day$/], ends: true },
    'settings of this screen': { opener: /^Settings$/ },
    'what is wrong': { opener: /live|without a station/ },
    busy: { opener: /^BUSY/ },
    'busy, chosen': { opener: /^BUSY/, presses: [/^\+10/], ends: true },
    'of a ticket': { opener: more },
    'a note': { opener: more, presses: [/^Add a note/] },
    'an allergy': { opener: more, presses: [/^Add an allergy/] },
    'sold out, of a ticket': { opener: more, presses: [/sold out/i] },
    'rejecting, with a reason': { opener: more, presses: [/^Cancel the order/, /^Sold out$/] },
    'more time': { opener: more, presses: [/^\+10 min/], ends: true },
    rush: { opener: more, presses: [/^Rush/], ends: true },
  };
};

journey(
  '[Quality] each panel of the board is opened by keys, keeps the focus, gives it back, and stands in nobody’s way',
  async ({ screen, parts }) => {
    const { kitchen, open } = await startStory(parts);
    const board = boardOn(await screen(kitchen.boardLink, { viewport: { width: 1280, height: 800 } }));
    const { page } = board;
    await board.ticket(open).waitFor();
    await board.untilEquipped();
    const found: string[] = [];
    for (const [name, panel] of Object.entries(panels(open))) {
      await board.showOpen();
      await openByKeys(page, panel);
      if (!panel.ends) {
        expect([name, await strays(page)]).toEqual([name, []]);
        found.push(...(await barriersInAllThemes(page, name)));
        await page.keyboard.press('Escape');
      }
      await eventually(() => page.locator('dialog[open]').count()).toBe(0);
      // The opener may have other words by then ("BUSY +10 until 20:41"), but it is the same.
      await eventually(() => focusedName(page)).toMatch(panel.opener);
    }
    expect(found).toEqual([]);
  },
);

journey(
  '[Quality] what opens from a list, by a key or after closing time stands in nobody’s way either',
  async ({ screen, parts }) => {
    const { kitchen, open, over } = await startStory(parts);
    const board = boardOn(await screen(kitchen.boardLink, { viewport: { width: 1280, height: 800 } }));
    const { page, words } = board;
    await board.ticket(open).waitFor();
    await board.untilEquipped();
    const found: string[] = [];
    const look = async (name: string, begin: () => Promise<void>) => {
      await begin();
      await page.getByRole('dialog').waitFor();
      found.push(...(await barriersInAllLooks(page, name)));
      await page.getByRole('dialog').getByRole('button', { name: words.close }).click();
      await eventually(() => page.locator('dialog[open]').count()).toBe(0);
    };
    await look('the keys', () => page.keyboard.press('?'));
    await look('looking at one that is done', async () => {
      await page.getByRole('button', { name: words.doneList }).click();
      await page.getByRole('button', { name: `Look at #${over}` }).click();
    });
    await look('selling out by name', async () => {
      await page.getByRole('button', { name: /Sold out/ }).click();
      await page.getByRole('main').getByRole('button').first().click();
      await page.getByRole('searchbox').fill('pizza');
    });
    await board.showOpen();
    await closeIn(kitchen, 1);
    await look('what is left at closing', () =>
      page
        .getByRole('button', { name: /^Closed, / })
        .first()
        .click(),
    );
    expect(found).toEqual([]);
  },
);

journey(
  '[Quality] in the hand too nothing stands in anybody’s way on any panel, nor wider than the phone',
  async ({ screen, parts }) => {
    const { kitchen, open } = await startStory(parts);
    const board = boardOn(await screen(kitchen.boardLink, { viewport: phone }));
    const { page } = board;
    await board.ticket(open).waitFor();
    await board.untilEquipped();
    const found: string[] = [];
    for (const [name, { opener, presses = [], ends }] of Object.entries(panels(open))) {
      if (ends) continue;
      await board.showOpen();
      const button = page.getByRole('button', { name: opener });
      // BUSY stands in More there.
      if ((await button.count()) === 0) await page.getByRole('button', { name: 'More', exact: true }).click();
      for (const one of [opener, ...presses]) await page.getByRole('button', { name: one }).last().click();
      await page.getByRole('dialog').last().waitFor();
      found.push(...(await barriersOn(page)).map((one) => `${name}: ${one}`));
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, phone.width]);
      while ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
    }
    expect(found).toEqual([]);
  },
);

async function startStory(
  parts: AsyncDisposableStack,
): Promise<{ kitchen: ClockedKasera; open: string; over: string }> {
  const kitchen = parts.use(await startClockedKasera({ WOOCOMMERCE_WEBHOOK_SECRET: secret }));
  const shop = parts.use(createShop({ url: kitchen.url, secret, now: kitchen.now }));
  await setTwoStations(kitchen, { timeZone: 'UTC' });
  const over = await shop.placeOrder('guest');
  await command(kitchen, over.number, { type: 'acknowledge', readyInMinutes: 10 });
  await command(kitchen, over.number, { type: 'ready' });
  const open = await shop.placeOrder('addons');
  await command(kitchen, open.number, { type: 'acknowledge', readyInMinutes: 20 });
  return { kitchen, open: open.number, over: over.number };
}

/** Opening hours that end in so many minutes, and then that time passes. */
async function closeIn(kitchen: ClockedKasera, minutes: number): Promise<void> {
  const now = new Date(kitchen.now());
  const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
  const opening = { from: Math.max(0, minute - 60), to: minute + minutes };
  await setKitchen(kitchen, { hours: Array.from({ length: 7 }, () => [opening]) });
  kitchen.passTime((minutes + 1) * minuteMs);
}

async function openByKeys(page: Page, { opener, presses = [] }: Panel): Promise<void> {
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  for (const name of presses) {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }
  // One step gives way to the next; what had the focus is gone, and the focus is within all the same.
  if (presses.length > 0) await eventually(async () => [presses, await focusedName(page)]).not.toEqual([presses, '']);
}

/** Tabs once through a panel. @returns what the focus went to outside of it */
async function strays(page: Page): Promise<string[]> {
  const count = await page.getByRole('dialog').locator('button, a[href], input, select, textarea, summary').count();
  const found: string[] = [];
  for (let steps = 0; steps < count + 3; steps += 1) {
    await page.keyboard.press('Tab');
    const stray = await page.evaluate(() => {
      const at = document.activeElement;
      // Between the last and the first it is the browser's own.
      return at === document.body || at?.closest('dialog[open]') ? null : at?.outerHTML.slice(0, 120);
    });
    if (stray) found.push(stray);
  }
  return found;
}

/** What has the focus, as a screen reader says it; '' where nothing has. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    return at.getAttribute('aria-label') || at.textContent || at.tagName;
  });
}
