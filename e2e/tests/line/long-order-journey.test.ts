import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import { command, readOrder } from '../../support/kitchen-api.ts';

/** So large only a few dishes stand in a column: no order of 30 has more parts. */
const mostParts = 30;
/** The second text size at which one reads from two metres. */
const atTwoMetresPx = '58';
const wall = { width: 1920, height: 1080 };

journey(
  '[TK5] 30 lines read at 2 m: cut into parts, nothing left out, and bumped from the last',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen(kitchen.boardLink));
    await board.page.evaluate((px) => localStorage.setItem('kasera.size', px), atTwoMetresPx);
    await board.page.reload();
    await eventually(() => emOf(board)).toBe(`${atTwoMetresPx}px`);

    // Of the forty recorded lines 28 are kept, and two equal ones added.
    const { id, number } = shop.addOrder('40-lines', { status: 'pending' });
    await shop.updateOrder(id, {
      remove: Array.from({ length: 12 }, (_, index) => id * 1_000 + 28 + index),
      add: [1, 1].map((quantity) => ({ name: 'Croquetas de jamón', quantity })),
      status: 'processing',
    });
    await board.ticket(number).first().waitFor();
    expect((await readOrder(kitchen, number)).items).toHaveLength(30);
    await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 40 });
    await eventually(async () => (await board.ticket(number).first().getAttribute('data-urgency')) ?? '').not.toBe(
      'new',
    );

    const parts = await eachPart(board, number);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ header }) => header.includes(number))).not.toContain(false);
    expect(parts.flatMap(({ faults }) => faults)).toEqual([]);
    // Equal lines are one, with the sum.
    const lines = parts.flatMap((part) => part.lines);
    const names = lines.map((line) => line.replace(/\s+/g, ' '));
    expect(names).toHaveLength(29);
    expect(names.filter((line) => line.startsWith('2 Croquetas de jamón'))).toHaveLength(1);
    // At most half the columns of a page are one order's.
    expect(Math.max(...parts.map(({ shareOfPage }) => shareOfPage))).toBeLessThanOrEqual(0.5);

    // What is done folds to one line, once nobody touches the screen.
    const { items } = await readOrder(kitchen, number);
    for (const item of items.slice(0, 12)) await command(kitchen, number, { type: 'item-done', itemId: item.id });
    await eventually(async () =>
      (await board.page.locator('[data-line][aria-expanded]').allTextContents()).join('|'),
    ).toContain('12 done');
    const folded = await eachPart(board, number);
    expect(folded.flatMap(({ faults }) => faults)).toEqual([]);
    expect(folded.flatMap((part) => part.lines)).toHaveLength(17);

    // The bar stands under the last part alone.
    expect(await board.bar(number).count()).toBe(1);
    await board.ticket(number).last().getByRole('button', { name: board.words.ready, exact: true }).click();
    await eventually(async () => (await readOrder(kitchen, number)).status).toBe('ready');
    await eventually(() => board.ticket(number).count()).toBe(0);
  },
);

journey('[TK5] a short order stands whole at 2 m, its number and clock in one row', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const board = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES', viewport: wall }), 'es');
  await board.page.evaluate((px) => localStorage.setItem('kasera.size', px), atTwoMetresPx);
  await board.page.reload();
  await eventually(() => emOf(board)).toBe(`${atTwoMetresPx}px`);
  const { number } = await shop.placeOrder('guest', { note: 'Sin gluten, por favor' });
  await board
    .ticket(number)
    .getByRole('button', { name: board.words.accept(15) })
    .waitFor();
  await eventually(() => board.page.locator('[data-page="here"]').count()).toBe(1);
  expect(await board.ticket(number).evaluate(readPart)).toMatchObject({ faults: [], shareOfPage: 1 / 3 });
  expect(await board.page.locator('[data-measure]').count()).toBe(0);
  const [name, clock] = await board.ticket(number).locator('h2, h2 + span').all();
  const [nameBox, clockBox] = [await name?.boundingBox(), await clock?.boundingBox()];
  expect(clockBox?.x).toBeGreaterThan((nameBox?.x ?? Infinity) + (nameBox?.width ?? 0));
  expect(clockBox?.y).toBeLessThan((nameBox?.y ?? 0) + (nameBox?.height ?? 0) / 2);
});

journey(
  '[BD5.4] long orders of far pages are not drawn, keep the room of their parts, and are whole when one turns there',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen(kitchen.boardLink, { viewport: wall }));
    const numbers: string[] = [];
    for (let placed = 0; placed < 6; placed += 1) {
      const { number } = await shop.placeOrder('40-lines');
      // While it waits for an answer it is on the shown page, and cut there.
      await eventually(() => board.ticket(number).first().getAttribute('aria-label')).toMatch(/part 1 of/);
      await command(kitchen, number, { type: 'acknowledge' });
      numbers.push(number);
    }
    const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
    await eventually(() => drawnOrders(board)).not.toContain(last);
    expect(await drawnOrders(board)).toContain(first);
    const pages = await pagesOf(board);
    expect(pages).toBeGreaterThan(3);

    // Where it stands is known by the room its parts had: nothing moves when it is drawn again.
    const parts = await eachPart(board, last);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap(({ faults }) => faults)).toEqual([]);
    expect(parts.flatMap(({ lines }) => lines)).toHaveLength(40);
    expect(await pagesOf(board)).toBe(pages);
  },
);

interface Part {
  header: string;
  lines: string[];
  faults: string[];
  /** Of the columns of its page, how many are this order's. */
  shareOfPage: number;
}

/** Reads every part on the page it stands on, from the first page on. The page shown in the end is the last part's. */
async function eachPart(board: BoardPage, number: string): Promise<Part[]> {
  const { page } = board;
  for (let turns = 0; turns < mostParts; turns += 1) await page.keyboard.press('PageUp');
  const read = new Map<string, Part>();
  for (let turns = 0; ; turns += 1) {
    for (const ticket of await board.ticket(number).all()) {
      const name = (await ticket.getAttribute('aria-label')) ?? '';
      if (!read.has(name)) read.set(name, await ticket.evaluate(readPart));
    }
    const of = /part \d+ of (\d+)/.exec([...read.keys()][0] ?? '')?.[1];
    const isAll = read.size === Number(of);
    if (isAll && (await board.bar(number).count()) > 0) return [...read.values()];
    if (turns > mostParts) throw new Error(`of #${number} only ${[...read.keys()].join('; ')} stands on any page`);
    await page.keyboard.press('PageDown');
    await untilDrawn(board);
  }
}

/** Tickets of far pages are drawn a few in a frame. */
async function untilDrawn({ page }: BoardPage): Promise<void> {
  const drawn = () =>
    page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise((next) => requestAnimationFrame(next));
      return document.querySelectorAll('article').length;
    });
  for (let before = -1, now = await drawn(); now !== before; before = now, now = await drawn());
}

/** Runs in the page: what a part says, and what of it is cut off, scrolls or stands outside its box. */
function readPart(ticket: Element): Part {
  const box = ticket.getBoundingClientRect();
  const around = ticket.closest('main')?.getBoundingClientRect() ?? box;
  const faults: string[] = [];
  const holder = ticket.parentElement ?? ticket;
  for (const element of [holder, ticket, ...ticket.querySelectorAll('*')]) {
    if (element.scrollHeight > element.clientHeight + 1 && getComputedStyle(element).overflowY !== 'visible') {
      faults.push(`${element.className} is ${element.scrollHeight} high in ${element.clientHeight}`);
    }
  }
  if (box.bottom > around.bottom + 1 || box.top < around.top - 1) faults.push(`the part ends at ${box.bottom}`);
  const lines = [...ticket.querySelectorAll<HTMLElement>('[data-line]')];
  for (const line of lines) {
    const text = document.createRange();
    text.selectNodeContents(line);
    const { top, bottom, left, right } = text.getBoundingClientRect();
    const isInside = top >= box.top - 1 && bottom <= box.bottom + 1 && left >= box.left - 1 && right <= box.right + 1;
    if (!isInside) faults.push(`“${line.innerText}” stands outside its ticket`);
  }
  const dishes = lines.filter((line) => line.hasAttribute('aria-pressed'));
  const own = [...document.querySelectorAll('[data-piece]:not([data-page="elsewhere"]) [data-ticket]')].filter(
    (one) => one.getAttribute('data-ticket') === ticket.getAttribute('data-ticket'),
  );
  const columns = new Set(own.map((one) => Math.round(one.getBoundingClientRect().left)));
  return {
    header: ticket.querySelector('header')?.innerText ?? '',
    lines: dishes.map((line) => line.innerText),
    faults,
    shareOfPage: columns.size / Math.max(1, Math.round(around.width / box.width)),
  };
}

/** The numbers of the orders whose tickets are drawn, on whatever page. */
function drawnOrders({ page }: BoardPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('article[data-ticket]')].map(
      (one) => /^#([\w-]+)/.exec(one.ariaLabel ?? '')?.[1] ?? '',
    ),
  );
}

async function pagesOf({ page }: BoardPage): Promise<number> {
  const words = await page
    .getByText(/^page \d+ of \d+/)
    .first()
    .innerText();
  return Number(/of (\d+)/.exec(words)?.[1]);
}

/** The text size the screen goes by. */
function emOf({ page }: BoardPage): Promise<string> {
  return page.evaluate(() => document.documentElement.style.getPropertyValue('--em'));
}
