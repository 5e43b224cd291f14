import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../support/board-page.ts';
import { networkLoss } from '../support/browser.ts';
import { journey } from '../support/journey.ts';
import { heardIn, openAudible } from '../support/sound-of.ts';

journey('[BD4] a silent server is said in words after 12 s and with sound after 30 s', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen('about:blank', { allowedErrors: [networkLoss] }));
  await board.page.clock.install();
  await openAudible(board, kitchen.boardLink);
  await board.page.getByText(board.words.emptyTitle).waitFor();
  const { number } = await shop.placeOrder('guest');
  await board.accept(number, 20);
  const left = async () => (await board.ticket(number).boundingBox())?.x;
  await eventually(left).toBeLessThan(100);
  await eventually(() => board.page.evaluate(() => document.getAnimations().length)).toBe(0);
  const place = await board.ticket(number).boundingBox();

  const heard = await heardIn(board);

  // It hangs: the connection stands, and nobody speaks. The page's time is then moved on by hand.
  process.kill(kitchen.pid(), 'SIGSTOP');
  await board.page.clock.fastForward(6_000);
  await board.page.clock.runFor(1_000);
  expect(await board.messages.innerText()).toBe('');
  await board.page.clock.fastForward(6_000);
  await eventually(() => board.messages.innerText()).toContain(board.words.silent);
  expect(await heardIn(board)).toEqual(heard);
  // Second by second: a page whose time leaps has slept, and says nothing of a silence that was its own.
  await board.page.clock.runFor(18_000);
  await eventually(async () => (await heardIn(board)).length).toBeGreaterThan(heard.length);
  await eventually(() => board.messages.getByRole('button', { name: board.words.hush }).count()).toBe(1);
  // The words stand in a row kept for them: the ticket is where it was.
  expect(await board.ticket(number).boundingBox()).toEqual(place);

  process.kill(kitchen.pid(), 'SIGCONT');
  await eventually(() => board.messages.innerText()).not.toContain(board.words.silent);
  await board.ready(number);
});
