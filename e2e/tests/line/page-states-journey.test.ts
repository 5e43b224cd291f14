import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { barriersInAllLooks, barriersOn } from '../../support/barriers.ts';
import { boardWords } from '../../support/board-words.ts';
import { journey } from '../../support/journey.ts';
import { command, readOrder } from '../../support/kitchen-api.ts';
import type { RunningKasera } from '../../support/start-kasera.ts';
import { untilTaken } from '../../support/line-page.ts';
import { lineWords } from '../../support/line-words.ts';
import { setTwoStations } from '../../support/two-stations.ts';

interface Story {
  page: Page;
  kitchen: RunningKasera;
  go(path: string): Promise<void>;
  /** An order with a story, and one that waits to be handed over. */
  told: { id: string; number: string };
}

/** What a page shows only after somebody did something there; each begins where the one before it ended. */
const states: Record<string, (story: Story) => Promise<void>> = {
  async 'an order sought at the counter'({ page, go, told }) {
    await go('handover');
    await page.keyboard.type(told.number);
    await page.getByText('Clear the search', { exact: true }).waitFor();
    for (const fold of await page.locator('summary').all()) await fold.click();
  },
  async 'the way back after a hand-over'({ page, go, told }) {
    await go('handover');
    await untilTaken(page);
    await page.getByRole('button', { name: lineWords.en.handedOver(told.number), exact: true }).click();
    await page.getByRole('button', { name: lineWords.en.undoHandOver(told.number), exact: true }).waitFor();
  },
  async 'the guests’ screen with its controls'({ page, go }) {
    await go('pickup');
    await page.mouse.move(200, 200);
    await page.mouse.move(300, 300);
    await page.getByRole('complementary').getByRole('button').first().waitFor();
  },
  async 'what was late'({ page, go }) {
    await go('history?late=1&day=any');
    await page.getByRole('button', { name: 'Late, worst first', pressed: true }).waitFor();
  },
  async 'nothing found'({ go }) {
    await go('history?q=nobody');
  },
  async 'an order taken back from history'({ page, go, told }) {
    await go('history');
    await page.getByRole('button', { name: new RegExp(`Reopen.*${told.number}`) }).click();
    await page.getByText('Reopened').waitFor();
  },
  async 'what the shop sent'({ page, go, told, kitchen }) {
    await go(`order/${told.id}`);
    await page.getByLabel('API key').fill(kitchen.apiKey);
    await page.getByRole('button', { name: 'Show request 1' }).click();
    await page.getByText('"line_items"').waitFor();
  },
  async 'what nobody sent'({ page, go }) {
    await go('order/none');
    await page.getByText('There is no such order.').waitFor();
  },
  async 'a kitchen being set up, with faults in it'({ page, go }) {
    await go('settings/kitchen');
    await page.getByRole('button', { name: 'Fields of another plugin' }).click();
    await page.getByRole('button', { name: 'Monday: add an opening' }).click();
    await page.getByText('Differently for each kind of order').click();
    await page.getByLabel('New word', { exact: true }).fill('burger');
    await page.getByLabel('New word', { exact: true }).press('Enter');
    await page.getByLabel('Name of station 1').fill('');
    await page.getByText('Something needs fixing.').waitFor();
  },
  async 'a station about to be removed'({ page }) {
    await page.getByRole('button', { name: 'Remove COLD' }).click();
    await page.getByRole('dialog').waitFor();
  },
  async 'a shop that cannot be reached'({ page, go }) {
    page.once('dialog', (asked) => void asked.accept());
    await go('settings/shop');
    await page.getByRole('textbox').first().fill('http://127.0.0.1:1');
  },
};

journey(
  '[Quality] what the other pages show only after a deed stands in nobody’s way either',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    await setTwoStations(kitchen);
    const { number } = await shop.placeOrder('guest');
    await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 5 });
    await command(kitchen, number, { type: 'ready' });
    const { page } = await screen(kitchen.boardLink, {
      viewport: { width: 1280, height: 800 },
      allowedErrors: [/404/],
    });
    page.setDefaultTimeout(10_000);
    const go = async (path: string) => {
      await page.goto(`${kitchen.url}/${path}`);
      await page.getByRole('main').first().waitFor();
      await page.waitForLoadState('networkidle');
    };
    const told = { id: (await readOrder(kitchen, number)).id, number };
    const found: string[] = [];
    for (const [name, begin] of Object.entries(states)) {
      await begin({ page, kitchen, go, told });
      found.push(...(await barriersInAllLooks(page, name)));
    }
    expect(found).toEqual([]);
  },
);

journey('[Quality] what a page says to a screen without the key stands in nobody’s way', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  const { page } = await screen(`${kitchen.url}/board`, { allowedErrors: [/40[13]/] });
  page.setDefaultTimeout(10_000);
  const found: string[] = [];
  for (const path of ['board', 'handover', 'pickup', 'service', 'history', 'order/none', 'settings/kitchen']) {
    await page.goto(`${kitchen.url}/${path}`);
    await page.getByRole('heading', { name: boardWords.en.keyNeeded }).waitFor();
    found.push(...(await barriersOn(page)).map((one) => `/${path}: ${one}`));
  }
  expect(found).toEqual([]);
});
