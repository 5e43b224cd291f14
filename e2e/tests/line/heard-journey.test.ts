import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import { command, readOrder } from '../../support/kitchen-api.ts';
import { setKitchen, toStations } from '../../support/kitchen-settings-api.ts';
import { lineWords } from '../../support/line-words.ts';
import { audioStatesIn, heardIn, openAudible, reloadListening } from '../../support/sound-of.ts';

const en = lineWords.en;
/** Half a stroke of the ring apart is another ring. */
const strokeMs = 1_500;

journey(
  '[BO8] only a screen with a part rings, once for all that wait, and all stop at the first answer',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    await setKitchen(kitchen, {
      stations: [
        { id: 'grill', name: 'GRILL' },
        { id: 'cold', name: 'COLD' },
      ],
      routing: {
        categories: {},
        products: {},
        words: ['Pizza', 'Agua'].map((word) => ({ word, route: toStations('grill') })),
      },
    });
    const open = async (station: string) => {
      const board = boardOn(await screen('about:blank'));
      await board.page.addInitScript((id) => localStorage.setItem('kasera.stations', id), station);
      await openAudible(board, kitchen.boardLink);
      return board;
    };
    const [grill, another, cold] = [await open('grill'), await open('grill'), await open('cold')];
    const first = await shop.placeOrder('guest');
    const second = await shop.placeOrder('guest');
    for (const board of [grill, another]) await eventually(async () => (await rings(board)).length).toBeGreaterThan(1);
    // Two wait, and yet each stroke is one ring; the other screen of the station rings with it.
    for (const board of [grill, another]) {
      const [, ...after] = await rings(board);
      for (const [index, at] of after.entries())
        if (index > 0) expect(at - (after[index - 1] ?? 0)).toBeGreaterThan(2_000);
    }
    expect(await heardIn(cold)).toEqual([]);

    for (const { number } of [first, second])
      await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 20 });
    await eventually(async () => (await readOrder(kitchen, second.number)).status).toBe('acknowledged');
    const heard = await Promise.all(
      [grill, another].map(async (board) => ({ board, from: (await timeOf(board)) + 1_000 })),
    );
    for (const { board, from } of heard) {
      await board.page.waitForFunction((until) => performance.now() > until, from + 5_000);
      expect((await heardIn(board)).filter(({ at }) => at > from)).toEqual([]);
    }
  },
);

journey(
  '[BO8] a screen its browser keeps silent, or somebody muted, is named on the others until it is touched',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    const deaf = boardOn(await screen('about:blank'));
    await deaf.page.addInitScript(() => localStorage.setItem('kasera.screenName', 'Pass'));
    await openAudible(deaf, kitchen.boardLink);
    const muted = boardOn(await screen('about:blank'));
    await muted.page.addInitScript(() => localStorage.setItem('kasera.screenName', 'Oven'));
    await openAudible(muted, kitchen.boardLink);
    const other = boardOn(await screen('about:blank'));
    await openAudible(other, kitchen.boardLink);
    const service = await screen(kitchen.boardLink);
    await service.page.goto(`${kitchen.url}/service`);
    const rowOf = (name: string) => service.page.getByRole('listitem').filter({ hasText: name }).first();
    const row = rowOf('Pass');
    await eventually(() => row.innerText()).toContain(en.soundOn);
    expect(await wordsIn(other)).not.toMatch(en.cannotBeHeard(1, 'Pass'));

    await reloadListening(deaf);
    await eventually(() => audioStatesIn(deaf)).toEqual(['suspended']);
    await muted.page.getByRole('button', { name: muted.words.soundOn }).click();
    await eventually(() => wordsIn(other), 20_000).toMatch(en.cannotBeHeard(2, 'Pass'));
    await eventually(() => wordsIn(other)).toMatch(en.cannotBeHeard(2, 'Oven'));
    await eventually(() => rowOf('Oven').innerText()).toContain(en.soundOff);
    await eventually(() => row.innerText()).toContain(en.soundBlocked);
    await eventually(() => row.innerText()).toContain(en.touchOnce);

    // One touch, wherever.
    await deaf.page.mouse.click(900, 500);
    await eventually(() => audioStatesIn(deaf)).toEqual(['running']);
    await eventually(() => wordsIn(other)).toMatch(en.cannotBeHeard(1, 'Oven'));
    await eventually(() => row.innerText()).toContain(en.soundOn);
    await muted.page.getByRole('button', { name: en.muted, exact: true }).click();
    await eventually(() => wordsIn(other)).not.toMatch(en.cannotBeHeard(1, 'Oven'));
  },
);

/** What the reserved row says. */
function wordsIn({ messages }: BoardPage): Promise<string> {
  return messages.innerText();
}

/** When it rang: tones that belong together are one ring. */
async function rings(board: BoardPage): Promise<number[]> {
  const tones = (await heardIn(board)).map(({ at }) => at);
  return tones.filter((at, index) => index === 0 || at - (tones[index - 1] ?? 0) > strokeMs);
}

function timeOf({ page }: BoardPage): Promise<number> {
  return page.evaluate(() => performance.now());
}
