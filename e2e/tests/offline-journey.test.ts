import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../support/board-page.ts';
import { networkLoss } from '../support/browser.ts';
import { journey } from '../support/journey.ts';
import { readKitchen, readOrder } from '../support/kitchen-api.ts';

const offline = { allowedErrors: [networkLoss, /Failed to load resource/] };

journey(
  '[BD3] presses without a server show at once, survive a reload and are sent once',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen(kitchen.boardLink, offline));
    const { number } = await shop.placeOrder('guest');
    await board.ticket(number).waitFor();
    const before = await readKitchen(kitchen);
    const [held] = before.orders;

    await board.untilEquipped();
    await kitchen.kill('SIGKILL');
    await board.accept(number, 20);
    await eventually(() => board.ticket(number).innerText()).toContain(board.words.inMinutes(20));
    await board.dish(number, 'Pizza Margarita').click();
    await eventually(() => board.dish(number, 'Pizza Margarita').getAttribute('aria-pressed')).toBe('true');
    await eventually(() => board.ticket(number).innerText()).toContain(board.words.notSent);
    await board.ready(number);
    await eventually(() => board.ticket(number).count()).toBe(0);
    await eventually(() => board.page.getByRole('contentinfo').innerText()).toContain(`3 ${board.words.notSent}`);

    // The kitchen's computer is switched off and on while nothing answers.
    const answer = await board.page.reload().catch(() => null);
    // Its own worker may have been ready to answer.
    expect(answer === null || answer.fromServiceWorker()).toBe(true);
    await kitchen.restart();
    await board.page.goto(`${kitchen.url}/board`);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
    await eventually(() => board.page.getByText(board.words.notSent).count()).toBe(0);

    // One event for each press and no more, also after the next connection.
    await board.page.reload();
    const row = await board.inDoneList(number);
    await eventually(() => row.innerText()).toContain(board.words.statuses.ready);
    const after = await readKitchen(kitchen);
    expect(after.seq - before.seq).toBe(3);
    expect((after.orders[0]?.version ?? 0) - (held?.version ?? 0)).toBe(3);
    expect(after.orders[0]?.items.map((item) => item.done)).toEqual([true, true]);
  },
);

journey(
  '[BD3] a screen cut off shows its presses at once; those refused are undone with a word',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const cut = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES', ...offline }), 'es');
    const other = boardOn(await screen(kitchen.boardLink));
    const first = await shop.placeOrder('guest');
    const second = await shop.placeOrder('custom-number');
    await cut.accept(first.number, 20);
    await eventually(() => other.bar(first.number).innerText()).toContain(other.words.ready);
    await cut.ticket(second.number).waitFor();

    await cut.untilEquipped();
    await cut.context.setOffline(true);
    await cut.ready(first.number);
    await cut.accept(second.number, 10);
    await eventually(() => cut.ticket(first.number).count()).toBe(0);
    await eventually(() => cut.ticket(second.number).innerText()).toContain(cut.words.notSent);
    await other.cancel(first.number);
    await eventually(() => other.bar(first.number).innerText()).toContain(other.words.stopSeen);
    expect((await readOrder(kitchen, second.number)).status).toBe('new');

    await cut.context.setOffline(false);
    // A press that was under way when the connection died is given 8 s for its answer before it is sent again.
    await eventually(() => cut.messages.innerText(), 20_000).toContain(cut.words.refusedReady(first.number));
    await eventually(() => cut.ticket(first.number).innerText()).toContain(cut.words.stop);
    await eventually(async () => (await readOrder(kitchen, second.number)).status).toBe('acknowledged');
    await eventually(() => cut.page.getByText(cut.words.notSent).count()).toBe(0);
    expect((await readOrder(kitchen, first.number)).status).toBe('cancelled');
  },
);
