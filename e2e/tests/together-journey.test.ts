import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../support/board-page.ts';
import { networkLoss } from '../support/browser.ts';
import { journey } from '../support/journey.ts';
import { readKitchen, readOrder } from '../support/kitchen-api.ts';

const offline = { allowedErrors: [networkLoss] };

journey(
  '[OR5] two who accept at the same moment have one promise, and nobody is scolded',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES', ...offline }), 'es');
    const en = boardOn(await screen(kitchen.boardLink, offline));
    const { number } = await shop.placeOrder('guest');
    const before = await readKitchen(kitchen);

    // Neither can know of the other's press.
    for (const board of [es, en]) {
      await board.ticket(number).waitFor();
      await board.untilEquipped();
      await board.context.setOffline(true);
    }
    await es.accept(number, 20);
    await en.accept(number, 30);
    await eventually(() => en.ticket(number).innerText()).toContain(en.words.inMinutes(30));
    await Promise.all([es.context.setOffline(false), en.context.setOffline(false)]);

    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
    const { promisedAt } = await readOrder(kitchen, number);
    const promised = minutesUntil(promisedAt);
    expect([20, 30]).toContain(promised);
    for (const board of [es, en]) {
      await eventually(() => clockOf(board, number)).toBe(board.words.inMinutes(promised));
      await eventually(() => board.page.getByText(board.words.notSent).count()).toBe(0);
      expect(await board.messages.innerText()).toBe('');
    }
    expect((await readKitchen(kitchen)).seq - before.seq).toBe(1);
  },
);

journey('[OR5] who says ready while another cancels is told, and sees the STOP', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const cook = boardOn(await screen(kitchen.boardLink, offline));
  const manager = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
  const { number } = await shop.placeOrder('guest');
  await cook.accept(number, 20);
  await eventually(() => manager.bar(number).innerText()).toContain(manager.words.ready);

  await cook.untilEquipped();
  await cook.context.setOffline(true);
  await manager.cancel(number);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('cancelled');
  await cook.ready(number);
  await eventually(() => cook.ticket(number).count()).toBe(0);
  await cook.context.setOffline(false);

  await eventually(() => cook.messages.innerText()).toContain(cook.words.refusedReady(number));
  await eventually(() => cook.ticket(number).innerText()).toContain(cook.words.stop);
  await cook.stopSeen(number);
  for (const board of [cook, manager]) await eventually(() => board.ticket(number).count()).toBe(0);
});

journey('[OR5] two who say ready at the same moment are both right', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const boards = [boardOn(await screen(kitchen.boardLink, offline)), boardOn(await screen(kitchen.boardLink, offline))];
  const [one] = boards;
  const { number } = await shop.placeOrder('guest');
  await one?.accept(number, 20);
  // On the screen that accepted it, the ticket stays in the NEW column for a moment more.
  for (const board of boards) {
    await eventually(async () => (await board.ticket(number).boundingBox())?.x).toBeLessThan(100);
    await eventually(() => board.bar(number).innerText()).toContain(board.words.ready);
  }
  // Both in one moment: a press that looks for its button first may find it gone by the other's.
  const bars = await Promise.all(boards.map((board) => readyButton(board, number)));
  await Promise.all(bars.map((bar) => bar?.dispatchEvent('click')));
  for (const board of boards) await eventually(() => board.ticket(number).count()).toBe(0);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
  for (const board of boards) expect(await board.messages.innerText()).toBe('');
});

/** The button itself, once it takes a press. */
async function readyButton(board: BoardPage, number: string) {
  const button = board.ticket(number).getByRole('button', { name: board.words.ready, exact: true }).first();
  await eventually(() => button.getAttribute('aria-disabled')).toBeNull();
  return button.elementHandle();
}

/** The clock at the head of a ticket, as a person reads it. */
async function clockOf(board: BoardPage, number: string): Promise<string> {
  const head = await board.ticket(number).getByRole('heading', { name: number }).locator('xpath=..').innerText();
  return head.replace(number, '').trim();
}

function minutesUntil(time: string | null): number {
  return Math.round((Date.parse(time ?? '') - Date.now()) / 60_000);
}
