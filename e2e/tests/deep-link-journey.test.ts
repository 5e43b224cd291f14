import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../support/board-page.ts';
import { journey } from '../support/journey.ts';
import { command, readOrder } from '../support/kitchen-api.ts';

journey('[PU1] the link of a push points at its order, on whatever page or list it is', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const numbers: string[] = [];
  for (let placed = 0; placed < 14; placed += 1) numbers.push((await shop.placeOrder('guest')).number);
  for (const [index, number] of numbers.entries()) {
    await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 10 + index });
  }
  const known = await screen(kitchen.boardLink);
  const home = boardOn(known);
  await home.ticket(numbers[0] ?? '').waitFor();
  const last = numbers.at(-1) ?? '';
  expect(await home.ticket(last).count()).toBe(0);

  const { id } = await readOrder(kitchen, last);
  const tapped = boardOn(await screen(`${kitchen.url}/board#${id}`, { beside: known }));
  const pointed = tapped.page.locator('[data-pointed]');
  await tapped.ticket(last).waitFor();
  await eventually(() => pointed.count()).toBe(1);
  expect(await pointed.innerText()).toContain(last);
  expectWithin(await pointed.boundingBox());

  // The page is open already when the next push is tapped; its order was finished meanwhile.
  const done = numbers[3] ?? '';
  await command(kitchen, done, { type: 'ready' });
  const finished = await readOrder(kitchen, done);
  await eventually(() => tapped.page.getByRole('button', { name: tapped.words.doneList }).innerText()).toMatch(/\b1$/);
  await tapped.page.evaluate((next) => window.location.assign(`#${next}`), finished.id);
  await eventually(() => tapped.page.locator('li[data-pointed]').count()).toBe(1);
  expect(await tapped.page.locator('li[data-pointed]').innerText()).toContain(`#${done}`);
});

function expectWithin(box: { x: number; y: number; width: number; height: number } | null): void {
  expect(box).not.toBeNull();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1920);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(1080);
}
