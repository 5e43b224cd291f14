import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../support/board-page.ts';
import { networkLoss } from '../support/browser.ts';
import { journey } from '../support/journey.ts';
import { command } from '../support/kitchen-api.ts';

const rightWithinMs = 3_000;
const restarts = [
  ['kill -9', 'SIGKILL'],
  ['TERM', 'SIGTERM'],
] as const;

for (const [name, signal] of restarts) {
  journey(
    `[BD2] within 3 s of a restart after ${name} every open screen is right again`,
    async ({ kasera, screen }) => {
      const kitchen = await kasera();
      using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
      const boards = [
        boardOn(await screen(kitchen.boardLink, { locale: 'es-ES', allowedErrors: [networkLoss] }), 'es'),
        boardOn(await screen(kitchen.boardLink, { locale: 'en-GB', allowedErrors: [networkLoss] }), 'en'),
      ];
      const known = await shop.placeOrder('guest');
      const gone = await shop.placeOrder('custom-number');
      for (const board of boards) {
        await board.ticket(known.number).waitFor();
        await board.ticket(gone.number).waitFor();
        await markPage(board);
      }

      await kitchen.kill(signal);
      await eventually(() => boards[0]?.page.getByRole('button', { name: /sin conexión/ }).count()).toBe(1);
      await kitchen.restart();
      const readyAt = performance.now();
      // What changed while no screen was listening.
      await Promise.all([
        command(kitchen, known.number, { type: 'acknowledge', readyInMinutes: 30 }),
        command(kitchen, gone.number, { type: 'cancel', reason: 'sold out' }),
      ]);
      const missed = await shop.placeOrder('zero-price');

      for (const board of boards) {
        await eventually(() => board.ticket(missed.number).count()).toBe(1);
        await eventually(() => board.bar(known.number).innerText()).toContain(board.words.ready);
        await eventually(() => board.ticket(gone.number).count()).toBe(0);
      }
      expect(performance.now() - readyAt).toBeLessThan(rightWithinMs);
      for (const board of boards) expect(await isMarked(board)).toBe(true);
    },
  );
}

journey('[BD2] an order right after each return comes to the screen that was there', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink, { allowedErrors: [networkLoss] }));
  const openList = board.page.getByRole('button', { name: board.words.openList });
  await board.page.getByText(board.words.emptyTitle).waitFor();
  await markPage(board);
  for (const [index, signal] of (['SIGKILL', 'SIGKILL', 'SIGTERM'] as const).entries()) {
    await kitchen.kill(signal);
    await kitchen.restart();
    await shop.placeOrder('custom-number');
    await eventually(() => openList.innerText(), rightWithinMs).toContain(`${index + 1}`);
  }
  expect(await isMarked(board)).toBe(true);
});

/** A page that is loaded anew has forgotten it. */
async function markPage({ page }: BoardPage): Promise<void> {
  await page.evaluate(() => void Object.assign(window, { stayed: true }));
}

function isMarked({ page }: BoardPage): Promise<boolean> {
  return page.evaluate(() => 'stayed' in window);
}
