import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn } from '../support/board-page.ts';
import { journey } from '../support/journey.ts';

journey('[OR3] markup in an order is text: nothing of it is drawn, loaded or run', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const opened = await screen('about:blank');
  const board = boardOn(opened);
  const dialogs: string[] = [];
  const asked: string[] = [];
  board.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  board.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await board.page.goto(kitchen.boardLink);
  const { number } = await shop.placeOrder('markup', {
    guest: { firstName: '<b onclick=x>Eve</b>', lastName: '<Mallory' },
  });
  await board.ticket(number).waitFor();

  const text = await board.ticket(number).innerText();
  for (const words of ['Pizza', '🍍', 'Crème brûlée «à l’ancienne»', '“Sin sal” & sin prisa', '👨‍👩‍👧‍👦', 'extra 🧀🧀']) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/onerror|<script|alert\(1\)/);
  expect(await board.ticket(number).locator('img, script, b[onclick], iframe, a').count()).toBe(0);
  expect(await board.page.evaluate(() => document.querySelectorAll('script:not([src]), img').length)).toBe(0);
  await board.page.getByRole('button', { name: board.words.more(number) }).click();
  await board.page.getByRole('dialog').waitFor();
  expect(await board.page.getByRole('dialog').locator('img, script, b[onclick]').count()).toBe(0);
  expect(dialogs).toEqual([]);
  expect(asked.filter((path) => !/^\/(board|assets\/|socket\.io|icon|manifest)/.test(path))).toEqual([]);
});

journey('[BD6] and if markup ever became a script, the page’s policy would not run it', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  const { page, allowErrors } = await screen(kitchen.boardLink);
  allowErrors(/Content Security Policy/);
  const broken = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.kaseraWasHere = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:,x" onerror="window.kaseraWasHere = true">');
    document.body.insertAdjacentHTML('beforeend', '<img src="http://127.0.0.1:9/x.png">');
    while (violations.length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    return { violations: violations.toSorted(), ran: 'kaseraWasHere' in window };
  });
  expect(broken).toEqual({ violations: ['img-src', 'script-src-attr', 'script-src-elem'], ran: false });
});
