import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../../support/board-page.ts';
import { startClockedKasera } from '../../support/clocked-kasera.ts';
import { journey } from '../../support/journey.ts';
import { command, readOrder } from '../../support/kitchen-api.ts';
import { setKitchen } from '../../support/kitchen-settings-api.ts';
import { lineWords } from '../../support/line-words.ts';

const secret = 'a secret of the shop and Kasera';
const minuteMs = 60_000;
const dayMinutes = 1_440;

journey(
  '[BO14] BUSY +20 makes every suggestion longer on all screens, and ends by itself',
  async ({ screen, parts }) => {
    const kitchen = parts.use(await startClockedKasera({ WOOCOMMERCE_WEBHOOK_SECRET: secret }));
    using shop = createShop({ url: kitchen.url, secret, now: kitchen.now });
    const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const en = boardOn(await screen(kitchen.boardLink));
    const { page: counter } = await screen(kitchen.boardLink);
    await counter.goto(`${kitchen.url}/handover`);
    const { number } = await shop.placeOrder('guest');
    for (const board of [es, en]) await acceptButton(board, number, 20).waitFor();

    await en.page.getByRole('button', { name: lineWords.en.busyMore, exact: true }).first().click();
    await en.page.getByRole('button', { name: lineWords.en.busyAdd(20), exact: true }).click();
    for (const [board, words] of [
      [es, lineWords.es],
      [en, lineWords.en],
    ] as const) {
      await board.page
        .getByRole('button', { name: words.busyUntil(20) })
        .first()
        .waitFor();
      await acceptButton(board, number, 40).waitFor();
      expect(await acceptButton(board, number, 20).count()).toBe(0);
    }
    await counter.getByText(lineWords.en.busyUntil(20)).waitFor();

    kitchen.passTime(61 * minuteMs);
    for (const [board, words] of [
      [es, lineWords.es],
      [en, lineWords.en],
    ] as const) {
      await acceptButton(board, number, 20).waitFor();
      await eventually(() => board.page.getByRole('button', { name: words.busyUntil(20) }).count()).toBe(0);
    }
    await eventually(() => counter.getByText(lineWords.en.busyUntil(20)).count()).toBe(0);
  },
);

journey('[BO14] after closing what is left is made, not made or for tomorrow', async ({ screen, parts }) => {
  const kitchen = parts.use(await startClockedKasera({ WOOCOMMERCE_WEBHOOK_SECRET: secret }));
  using shop = createShop({ url: kitchen.url, secret, now: kitchen.now });
  // Open from an hour ago until in half an hour, each day, whatever the time is here.
  const now = new Date(kitchen.now());
  const minutes = now.getUTCHours() * 60 + now.getUTCMinutes();
  const from = (minutes - 60 + dayMinutes) % dayMinutes;
  const week = Array.from({ length: 7 }, () => [{ from, to: from + 90 }]);
  await setKitchen(kitchen, { timeZone: 'UTC', hours: week, dayEndsAt: (minutes + 720) % dayMinutes });
  const words = lineWords.en;
  const board = boardOn(await screen(kitchen.boardLink));
  const placed = [];
  for (let index = 0; index < 6; index += 1) placed.push(await shop.placeOrder('guest'));
  for (const { number } of placed) await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 20 });
  await board.ticket(placed[0]?.number ?? '').waitFor();
  expect(await board.page.getByRole('button', { name: words.leftAtClosing(6) }).count()).toBe(0);

  kitchen.passTime(32 * minuteMs);
  await board.page
    .getByRole('button', { name: words.leftAtClosing(6) })
    .first()
    .click();
  const dialog = board.page.getByRole('dialog');
  const [made, notMade, tomorrow, ...others] = placed.map(({ number }) => number) as [string, string, string];
  await dialog.getByRole('button', { name: words.made(made), exact: true }).click();
  await dialog.getByRole('button', { name: words.notMade(notMade), exact: true }).click();
  await dialog.getByRole('button', { name: words.tomorrow(tomorrow), exact: true }).click();
  const order = (number: string) => readOrder(kitchen, number);
  await eventually(async () => (await order(made)).status).toBe('completed');
  await eventually(async () => (await order(notMade)).status).toBe('cancelled');
  const promisedAt = async () => Date.parse((await order(tomorrow)).promisedAt ?? '');
  await eventually(promisedAt).toBeGreaterThan(kitchen.now() + 20 * 60 * minuteMs);
  await eventually(() => board.ticket(tomorrow).count()).toBe(0);

  // For all the others at once it is asked a second time.
  await dialog.getByRole('button', { name: words.allMade, exact: true }).click();
  expect(await Promise.all(others.map(async (number) => (await order(number)).status))).not.toContain('completed');
  await dialog.getByRole('button', { name: words.allMadeSure(3), exact: true }).click();
  for (const number of others) await eventually(async () => (await order(number)).status).toBe('completed');
  await eventually(() => dialog.innerText()).toContain(words.nothingLeft);
  await board.page.keyboard.press('Escape');
  await eventually(() => board.page.getByRole('button', { name: /^Later 1/ }).count()).toBe(1);
});

function acceptButton(board: ReturnType<typeof boardOn>, number: string, minutes: number) {
  return board.ticket(number).getByRole('button', { name: board.words.accept(minutes), exact: true });
}
