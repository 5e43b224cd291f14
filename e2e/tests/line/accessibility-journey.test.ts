import { expect } from 'vitest';
import { createShop, type Shop } from '../../simulators/woocommerce/shop.ts';
import { barriersInAllLooks, phone, wall } from '../../support/barriers.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { startClockedKasera, type ClockedKasera } from '../../support/clocked-kasera.ts';
import { journey } from '../../support/journey.ts';
import { command, readOrder } from '../../support/kitchen-api.ts';
import { setKitchen, toStations } from '../../support/kitchen-settings-api.ts';
import { lineWords } from '../../support/line-words.ts';

const secret = 'a secret of the shop and Kasera';
const minuteMs = 60_000;

/** Each state of the board, one after the other; every one of them stays while the next is added. */
const scenes: Record<string, (story: Story) => Promise<void>> = {
  async empty({ boards }) {
    for (const { page, words } of boards) await page.getByText(words.emptyTitle).waitFor();
  },
  async 'first run'({ boards }) {
    // In the hand it is only offered among the settings.
    const [onWall] = boards;
    await onWall?.page.getByRole('button', { name: lineWords[onWall.language].setUp }).click();
    await onWall?.page.getByRole('dialog').waitFor();
  },
  async 'new, cooking, late and changed'({ boards, kitchen, shop }) {
    await closePanels(boards);
    const late = await shop.placeOrder('custom-number');
    await command(kitchen, late.number, { type: 'acknowledge', readyInMinutes: 5 });
    kitchen.passTime(10 * minuteMs);
    const cooked = await shop.placeOrder('addons');
    await command(kitchen, cooked.number, { type: 'acknowledge', readyInMinutes: 20 });
    const changed = await shop.placeOrder('guest');
    await command(kitchen, changed.number, { type: 'acknowledge', readyInMinutes: 3 });
    const [first, second] = (await readOrder(kitchen, changed.number)).items;
    await command(kitchen, changed.number, { type: 'item-done', itemId: first?.id ?? '' });
    await shop.updateOrder(changed.id, {
      quantities: { [changed.id * 1_000]: 5 },
      remove: [changed.id * 1_000 + 1],
      add: [{ name: 'Flan de huevo', quantity: 2 }],
      note: 'Sin gluten: soy celíaca',
    });
    expect(second).toBeDefined();
    const fresh = await shop.placeOrder('markup');
    await command(kitchen, late.number, { type: 'note', text: 'Alergia a los frutos secos', allergy: true });
    await command(kitchen, cooked.number, { type: 'rush', why: 'driver' });
    for (const board of boards) {
      await board.ticket(fresh.number).first().waitFor();
      await eventually(() => board.ticket(changed.number).first().innerText()).toContain(board.words.changed);
      await eventually(() => board.ticket(cooked.number).first().innerText()).toContain(
        lineWords[board.language].guest,
      );
    }
  },
  async 'STOP, later and done'({ boards, kitchen, shop }) {
    const stopped = await shop.placeOrder('customer');
    await command(kitchen, stopped.number, { type: 'acknowledge', readyInMinutes: 15 });
    const [item] = (await readOrder(kitchen, stopped.number)).items;
    await command(kitchen, stopped.number, { type: 'item-done', itemId: item?.id ?? '' });
    await shop.cancel(stopped.id);
    const later = await shop.placeOrder('delivery');
    await command(kitchen, later.number, { type: 'acknowledge' });
    for (const readyOne of ['guest', 'delivery'] as const) {
      const { number } = await shop.placeOrder(readyOne);
      await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 10 });
      await command(kitchen, number, { type: 'ready' });
    }
    for (const board of boards)
      await eventually(() => board.ticket(stopped.number).innerText()).toContain(board.words.stop);
  },
  'done list': ({ boards }) => open(boards, ({ words }) => words.doneList),
  later: ({ boards }) => open(boards, ({ language }) => lineWords[language].later),
  async more({ boards }) {
    for (const { page, language } of boards) {
      await page.getByRole('button', { name: lineWords[language].more, exact: true }).click();
      await page.getByRole('dialog').waitFor();
    }
  },
  async 'all day'({ boards }) {
    const [onWall, inHand] = boards;
    await inHand?.page.getByRole('dialog').getByRole('button', { name: lineWords.en.allDay }).click();
    await closePanels(boards);
    await onWall?.page.getByRole('button', { name: lineWords.es.allDay }).first().click();
  },
  async 'panel of a ticket'({ boards, shop }) {
    const [order] = shop.orders();
    for (const board of boards) {
      await board.showOpen();
      await board.page
        .getByRole('button', { name: board.words.more(order?.number ?? '') })
        .first()
        .click();
      await board.page.getByRole('dialog').waitFor();
    }
  },
  async settings({ boards }) {
    await closePanels(boards);
    for (const { page, words } of boards) {
      await page.getByRole('button', { name: words.settings, exact: true }).click();
      await page.getByRole('dialog').locator('summary').first().click();
    }
  },
};

interface Story {
  kitchen: ClockedKasera;
  shop: Shop;
  boards: (BoardPage & { language: 'es' | 'en' })[];
}

journey('[Quality] nothing stands in the way of anybody on any state of the board', async ({ screen, parts }) => {
  const { kitchen, shop } = await startStory(parts);
  const boards: Story['boards'] = [];
  for (const [language, viewport] of [
    ['es', wall],
    ['en', phone],
  ] as const) {
    const { locale } = lineWords[language];
    boards.push({ ...boardOn(await screen(kitchen.boardLink, { locale, viewport }), language), language });
  }
  const found: string[] = [];
  for (const [name, begin] of Object.entries(scenes)) {
    await begin({ kitchen, shop, boards });
    for (const { page, language } of boards) found.push(...(await barriersInAllLooks(page, `${name}, ${language}`)));
  }
  expect(found).toEqual([]);
});

async function closePanels(boards: Story['boards']): Promise<void> {
  for (const { page } of boards) {
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('dialog').count()).toBe(0);
  }
}

/** Goes to one of the lists, wherever its button stands. */
async function open(boards: Story['boards'], name: (board: Story['boards'][number]) => RegExp): Promise<void> {
  for (const board of boards) {
    await board.page
      .getByRole('navigation')
      .getByRole('button', { name: name(board) })
      .click();
  }
}

async function startStory(parts: AsyncDisposableStack): Promise<Omit<Story, 'boards'>> {
  const kitchen = parts.use(await startClockedKasera({ WOOCOMMERCE_WEBHOOK_SECRET: secret }));
  const shop = parts.use(createShop({ url: kitchen.url, secret, now: kitchen.now }));
  await setKitchen(kitchen, {
    stations: [
      { id: 'grill', name: 'GRILL' },
      { id: 'cold', name: 'COLD' },
    ],
    expo: true,
    routing: { categories: {}, products: {}, words: [{ word: 'Pizza', route: toStations('grill') }] },
  });
  return { kitchen, shop };
}
