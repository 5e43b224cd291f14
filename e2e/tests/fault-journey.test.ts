import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../support/board-page.ts';
import { networkLoss } from '../support/browser.ts';
import { journey } from '../support/journey.ts';
import { command, readOrder } from '../support/kitchen-api.ts';
import { lineWords } from '../support/line-words.ts';

/** A page that was never written for this quantity. */
const bad = 1_777;
const broken = /cannot be drawn with this/;
/** What a browser says of code that reads options where there are none. */
const noOptions = /of null \(reading '(map|flatMap|length)'\)/;

journey(
  '[BD7.1] an order that cannot be drawn is shown simply and worked as any other, on the board, in lists and at the counter',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen('about:blank', { locale: 'es-ES', allowedErrors: [broken] }), 'es');
    const words = lineWords.es;
    await breakQuantities(board.page);
    await board.page.goto(kitchen.boardLink);
    const { id, number } = shop.addOrder('guest', { note: 'Sin gluten' });
    await shop.updateOrder(id, { add: [{ name: 'Croquetas', quantity: bad }] });
    const good = await shop.placeOrder('guest');

    await eventually(() => board.ticket(number).innerText()).toContain(words.shownSimply);
    const shown = await board.ticket(number).innerText();
    expect(shown).toContain(`${bad} × Croquetas`);
    expect(shown).toContain('Sin gluten');
    expect(shown).toContain('Pizza Margarita');
    expect(await board.ticket(good.number).innerText()).not.toContain(words.shownSimply);
    await board.accept(number, 20);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');

    // With the next news of it, it is tried again.
    await mend(board.page);
    await command(kitchen, number, { type: 'delay', minutes: 10 });
    await eventually(() => board.ticket(number).innerText()).not.toContain(words.shownSimply);
    await board.page.evaluate(() => sessionStorage.clear());
    await command(kitchen, number, { type: 'delay', minutes: 10 });
    await eventually(() => board.ticket(number).innerText()).toContain(words.shownSimply);

    await board.ready(number);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
    const row = await board.inDoneList(number);
    await eventually(() => row.innerText()).toContain(words.shownSimply);

    await board.page.goto(`${kitchen.url}/handover`);
    const card = board.page.getByRole('article', { name: `#${number}` });
    await eventually(() => card.innerText()).toContain(words.shownSimply);
    await card.getByRole('button', { name: words.handedOver(number) }).click();
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('completed');
  },
);

journey(
  '[BD7.1] an order of which nothing can be counted has its place and its number, and STOP where it is cancelled',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen('about:blank', { locale: 'es-ES', allowedErrors: [noOptions] }), 'es');
    await board.page.addInitScript(breakOptions);
    await board.page.goto(kitchen.boardLink);
    const { id, number } = shop.addOrder('guest');
    await shop.updateOrder(id, { add: [{ name: 'Sin forma', quantity: 1 }] });
    const good = await shop.placeOrder('guest');
    await eventually(() => board.ticket(number).innerText()).toContain(lineWords.es.shownSimply);
    const loadedAt = await board.page.evaluate(() => performance.timeOrigin);
    await board.accept(number, 20);
    await board.accept(good.number, 20);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
    await shop.cancel(id);
    await eventually(() => board.ticket(number).innerText()).toContain(board.words.stop);
    await board.stopSeen(number);
    await eventually(() => board.ticket(number).count()).toBe(0);
    await board.ready(good.number);
    await eventually(async () => (await readOrder(kitchen, good.number)).status).toBe('ready');
    expect(await board.page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
  },
);

journey(
  '[BD7.2] a part that cannot be drawn says so and is tried again by a tap; the tickets stay',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen('about:blank', { allowedErrors: [broken] }));
    const words = lineWords.en;
    await breakQuantities(board.page);
    await board.page.goto(kitchen.boardLink);
    const { id, number } = shop.addOrder('guest');
    await shop.updateOrder(id, { add: [{ name: 'Croquetas', quantity: bad }] });
    await board.ticket(number).waitFor();
    await command(kitchen, number, { type: 'acknowledge' });
    await board.untilEquipped();
    await board.page.keyboard.press('s');
    await board.page.getByText(words.partFault).waitFor();
    expect(await board.ticket(number).innerText()).toContain(words.shownSimply);
    await mend(board.page);
    await board.page.getByRole('button', { name: words.tryAgain }).click();
    await board.page.getByText(words.allDayRail, { exact: true }).waitFor();
    await eventually(() => board.page.getByText(words.partFault).count()).toBe(0);
  },
);

journey(
  '[BD7.2] a strip below the tickets that cannot be drawn takes neither them nor the paging with it',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen('about:blank', { allowedErrors: [broken] }));
    const words = lineWords.en;
    await board.page.addInitScript(breakFarTimes);
    await board.page.goto(kitchen.boardLink);
    const now = await shop.placeOrder('guest');
    const later = await shop.placeOrder('delivery');
    await board.ticket(later.number).waitFor();
    await command(kitchen, later.number, { type: 'acknowledge' });
    await board.page.getByText(words.partFault).waitFor();
    await board.accept(now.number, 20);
    await eventually(async () => (await readOrder(kitchen, now.number)).status).toBe('acknowledged');
    const foot = board.page.getByRole('contentinfo');
    expect(await foot.getByRole('button', { name: 'Forward a page' }).count()).toBe(1);
    await mend(board.page);
    await board.page.getByRole('button', { name: words.tryAgain }).click();
    await eventually(() => foot.innerText()).toContain(later.number);
    await eventually(() => board.page.getByText(words.partFault).count()).toBe(0);
  },
);

journey('[BD7.2] without its top bar the wall is as tall as before, or nearly', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const { number } = await shop.placeOrder('addons');
  const board = boardOn(await screen('about:blank', { allowedErrors: [broken] }));
  await board.page.addInitScript(breakClock);
  await board.page.goto(kitchen.boardLink);
  await board.page.getByText(lineWords.en.partFault).waitFor();
  const height = () => board.page.getByRole('main').evaluate((main) => main.clientHeight);
  await board.ticket(number).waitFor();
  expect(await height()).toBeGreaterThan(800);
  await board.page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await eventually(() => board.page.getByText(lineWords.en.partFault).count()).toBe(0);
  await board.accept(number, 20);
  await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
});

journey(
  '[BD7.3] a page that cannot be drawn at all says so, is no live screen any more, and starts again by itself',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen('about:blank', { allowedErrors: [broken] }));
    await board.page.addInitScript(breakTitle);
    await board.page.goto(kitchen.boardLink);
    await eventually(() => liveScreens(kitchen)).toBe(1);
    const { number } = await shop.placeOrder('guest');
    await eventually(() => board.page.getByRole('alert').innerText()).toBe(lineWords.en.pageFault);
    await eventually(() => liveScreens(kitchen)).toBe(0);
    // It may be loaded anew in the same moment.
    await eventually(() =>
      mend(board.page).then(
        () => true,
        () => false,
      ),
    ).toBe(true);
    await board.ticket(number).waitFor();
    await eventually(() => liveScreens(kitchen)).toBe(1);
    await board.accept(number, 20);
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('acknowledged');
  },
);

journey(
  '[BD7.4] a page whose scripts do not come says what to do, in both languages, be motion wanted or not',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    const open = async (reducedMotion: 'reduce' | 'no-preference') => {
      const { page } = await screen('about:blank', { allowedErrors: [networkLoss] });
      await page.emulateMedia({ reducedMotion });
      await page.route('**/assets/*.js', (route) => route.abort());
      await page.goto(kitchen.boardLink);
      const [spanish, english] = [page.locator('p[lang="es"]'), page.locator('p[lang="en"]')];
      expect(await spanish.isVisible()).toBe(false);
      await eventually(() => spanish.isVisible(), 12_000).toBe(true);
      expect(await spanish.innerText()).toContain('actualiza el navegador');
      expect(await english.innerText()).toContain('update the browser');
      return { page, spanish };
    };
    const [{ page, spanish }] = await Promise.all([open('no-preference'), open('reduce')]);

    await page.unroute('**/assets/*.js');
    await spanish.getByRole('link').click();
    await page.getByRole('main').waitFor();
    expect(await spanish.count()).toBe(0);
  },
);

/** In every page that is opened from now on, writing that quantity throws, until it is mended there. */
async function breakQuantities(page: Page): Promise<void> {
  await page.addInitScript((quantity) => {
    const { get } = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format') ?? {};
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      get() {
        const format: (amount: number) => string = get?.call(this);
        return (amount: number) => {
          const isMended = sessionStorage.getItem('mended') !== null;
          if (amount === quantity && !isMended) throw new Error('cannot be drawn with this');
          return format(amount);
        };
      },
    });
  }, bad);
}

/** Runs in the page: to write a time more than 40 minutes ahead throws, until it is mended. */
function breakFarTimes(): void {
  const { get } = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format') ?? {};
  Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
    get() {
      const format: (at: number) => string = get?.call(this);
      return (at: number) => {
        const isMended = sessionStorage.getItem('mended') !== null;
        if (at > Date.now() + 40 * 60_000 && !isMended) throw new Error('cannot be drawn with this');
        return format(at);
      };
    },
  });
}

/** Runs in the page: to write what time it is throws. */
function breakClock(): void {
  const { get } = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format') ?? {};
  Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
    get() {
      const format: (at: number) => string = get?.call(this);
      return (at: number) => {
        if (Math.abs(at - Date.now()) < 90_000) throw new Error('cannot be drawn with this');
        return format(at);
      };
    },
  });
}

/** Runs in the page: what the server tells of one dish has not the form of this build. */
function breakOptions(): void {
  const { parse } = JSON;
  JSON.parse = (text: string) =>
    parse(text, (_key, value) => (value?.name === 'Sin forma' ? { ...value, options: null } : value));
}

async function mend(page: Page): Promise<void> {
  await page.evaluate(() => sessionStorage.setItem('mended', 'yes'));
}

/** Runs in the page: with an order that nobody has answered its title throws, until it is mended. */
function breakTitle(): void {
  let title = '';
  Object.defineProperty(document, 'title', {
    get: () => title,
    set(next: string) {
      if (next.startsWith('(1)') && sessionStorage.getItem('mended') === null)
        throw new Error('cannot be drawn with this');
      title = next;
    },
  });
}

async function liveScreens({ url, apiKey }: { url: string; apiKey: string }): Promise<number> {
  const response = await fetch(`${url}/api/screens`, { headers: { authorization: `Bearer ${apiKey}` } });
  const { live }: { live: unknown[] } = JSON.parse(await response.text());
  return live.length;
}
