import { boardOn, eventually } from '../support/board-page.ts';
import { networkLoss } from '../support/browser.ts';
import { openCrowd } from '../support/crowd.ts';
import { journey } from '../support/journey.ts';

/** As many as the server lets in from one address, and as many more as it is still telling that they are too many. */
const places = 1_500;
const unheard = 50;
const allowedErrors = [networkLoss, /status of 403/];

journey(
  '[BO11a] a screen for which there is no place says so and not that the server is gone, and comes back by itself',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    const { apiKey, url, boardLink } = kitchen;
    using crowd = await openCrowd(kitchen, { size: places });
    const es = boardOn(await screen(boardLink, { locale: 'es-ES' }), 'es');
    await eventually(() => es.messages.innerText()).toContain(es.words.noPlace);
    // Those hold the server's attention until it answers nobody with more than a plain no.
    using more = await openCrowd({ url, apiKey }, { size: unheard, isMute: true });
    const english = await screen(boardLink, { allowedErrors });
    const en = boardOn(english, 'en');
    const guests = await screen('about:blank', { beside: english, allowedErrors });
    await guests.page.goto(`${url}/pickup`);
    await eventually(() => en.messages.innerText()).toContain(en.words.noPlace);
    await eventually(() => guests.page.getByRole('status').innerText()).toContain('too many screens');

    for (const held of [crowd, more]) held[Symbol.dispose]();
    for (const board of [es, en]) {
      await eventually(() => board.messages.innerText(), 30_000).toBe('');
      await board.page.getByText(board.words.emptyTitle).waitFor();
    }
    await eventually(() => guests.page.getByRole('status').count(), 30_000).toBe(0);
  },
);
