import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../support/board-page.ts';
import { journey } from '../support/journey.ts';
import { readOrder } from '../support/kitchen-api.ts';
import { audioStatesIn, heardIn, openAudible, openListening } from '../support/sound-of.ts';

/** The ring's rhythm, and a little: who is silent for so long has stopped. */
const longerThanAPauseMs = 5_000;

journey(
  '[BD1] a screen the browser keeps silent says so, and one tap gives it its voice',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen('about:blank', { locale: 'es-ES' }), 'es');
    await openListening(board, kitchen.boardLink);
    const { number } = await shop.placeOrder('guest');
    await board.ticket(number).waitFor();
    await board.page.getByRole('button', { name: board.words.enableSound }).waitFor();
    expect(await audioStatesIn(board)).toEqual(['suspended']);
    expect(await heardIn(board)).toEqual([]);

    await board.page.getByRole('button', { name: board.words.enableSound }).click();
    await eventually(() => audioStatesIn(board)).toEqual(['running']);
    await board.page.getByRole('button', { name: board.words.soundOn }).waitFor();
    expect(await board.page.getByRole('button', { name: board.words.enableSound }).count()).toBe(0);
    await eventually(async () => (await heardIn(board)).length).toBeGreaterThan(0);
  },
);

journey(
  '[BD1] a new order rings again and again, and stops everywhere when one accepts',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const accepting = boardOn(await screen('about:blank'));
    const listening = boardOn(await screen('about:blank', { locale: 'es-ES' }), 'es');
    for (const board of [accepting, listening]) {
      await openAudible(board, kitchen.boardLink);
      await board.page.getByText(board.words.emptyTitle).waitFor();
      expect(await heardIn(board)).toEqual([]);
    }

    const { number } = await shop.placeOrder('guest');
    for (const board of [accepting, listening]) await eventually(() => ringsIn(board)).toBeGreaterThan(0);
    for (const board of [accepting, listening]) await eventually(() => ringsIn(board)).toBeGreaterThan(1);

    await accepting.accept(number, 20);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
    const stops = await Promise.all([accepting, listening].map((board) => timeOf(board)));
    for (const [index, board] of [accepting, listening].entries()) {
      const silentFrom = (stops[index] ?? 0) + 1_000;
      await board.page.waitForFunction((until) => performance.now() > until, silentFrom + longerThanAPauseMs);
      expect((await heardIn(board)).filter(({ at }) => at > silentFrom)).toEqual([]);
    }
  },
);

/** How often it rang: tones that begin together are one ring. */
async function ringsIn(board: BoardPage): Promise<number> {
  return new Set((await heardIn(board)).map(({ at }) => Math.round(at / 100))).size;
}

function timeOf({ page }: BoardPage): Promise<number> {
  return page.evaluate(() => performance.now());
}
