import { expect } from 'vitest';
import { startShopSite } from '../../simulators/woocommerce/shop-site.ts';
import type { Fault } from '../../simulators/woocommerce/rest/fault.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { startClockedKasera } from '../../support/clocked-kasera.ts';
import { freePort } from '../../support/free-port.ts';
import { journey } from '../../support/journey.ts';
import { readOrder } from '../../support/kitchen-api.ts';
import { askingOf } from '../../support/shop-page.ts';
import { shopSettings } from '../../support/shop-settings.ts';
import { shopWords } from '../../support/shop-words.ts';

const overAMinuteMs = 61_000;
/** At once, for an eye: the server is not waited for. */
const soonInFrames = 5;

journey(
  '[SH8] a shop that goes down is said within a minute, slows no ticket, and its return ends what was said',
  async ({ screen, parts }) => {
    const site = parts.use(await startShopSite());
    const kitchen = parts.use(await startClockedKasera(shopSettings(site)));
    const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
    const en = boardOn(await screen(kitchen.boardLink));
    const [order, another] = [site.shop.addOrder('guest'), site.shop.addOrder('guest')];
    for (const board of [es, en]) await board.ticket(another.number).waitFor();
    expect(await acceptInFrames(en, order.number)).toBeLessThanOrEqual(soonInFrames);

    await site.goDown();
    await eventually(() => askingOf(kitchen)).toMatchObject({ fault: 'unreachable' });
    expect(await en.messages.innerText()).toBe('');
    kitchen.passTime(overAMinuteMs);
    for (const [board, words] of [
      [es, shopWords.es],
      [en, shopWords.en],
    ] as const) {
      await eventually(() => board.messages.innerText()).toContain(words.down(words.faults.unreachable));
      expect(await board.messages.innerText()).toContain(words.safe);
    }

    expect(await acceptInFrames(en, another.number)).toBeLessThanOrEqual(soonInFrames);
    await eventually(() => es.bar(another.number).innerText()).toContain(es.words.ready);
    await en.ready(another.number);
    await en.inDoneList(another.number);
    await en.handOver(another.number);
    await eventually(async () => (await readOrder(kitchen, another.number)).status).toBe('completed');

    await site.comeBack();
    for (const [board, words] of [
      [es, shopWords.es],
      [en, shopWords.en],
    ] as const) {
      await eventually(() => board.messages.innerText(), 15_000).not.toContain(words.safe);
      await eventually(() => board.page.getByRole('button', { name: words.live }).count()).toBe(1);
    }
  },
);

journey(
  '[SH8] while the webhooks of a shop that cannot be asked still come, the board says that they do',
  async ({ screen, parts }) => {
    const [port, secret] = [await freePort(), 'a-secret-for-the-story'];
    const site = parts.use(await startShopSite({ url: `http://127.0.0.1:${port}`, secret }));
    const env = { ...shopSettings(site), WOOCOMMERCE_WEBHOOK_SECRET: secret };
    const kitchen = parts.use(await startClockedKasera(env, port));
    const board = boardOn(await screen(kitchen.boardLink));
    site.fault({ type: 'firewall', status: 403 });
    await eventually(() => askingOf(kitchen)).toMatchObject({ fault: 'foreign' });
    kitchen.passTime(overAMinuteMs);
    await eventually(() => board.messages.innerText()).toContain(shopWords.en.safe);
    const { number } = await site.shop.placeOrder('guest');
    await board.ticket(number).waitFor();
    await eventually(() => board.messages.innerText()).toContain(shopWords.en.stillTells);
    expect(await board.messages.innerText()).not.toContain(shopWords.en.safe);
  },
);

const answers: [Fault, keyof (typeof shopWords)['en']['faults']][] = [
  [{ type: 'firewall', status: 200 }, 'foreign'],
  [{ type: 'login' }, 'redirect'],
];

journey('[SH8] a firewall’s page and a login in the shop’s place are named on the board', async ({ screen, parts }) => {
  const site = parts.use(await startShopSite());
  const kitchen = parts.use(await startClockedKasera(shopSettings(site)));
  const board = boardOn(await screen(kitchen.boardLink));
  await eventually(() => askingOf(kitchen)).toMatchObject({ state: 'asking' });
  for (const [fault, kind] of answers) {
    site.fault(fault);
    await eventually(() => askingOf(kitchen)).toMatchObject({ fault: kind });
    kitchen.passTime(overAMinuteMs);
    await eventually(() => board.messages.innerText()).toContain(shopWords.en.down(shopWords.en.faults[kind]));
  }
  site.clearFaults();
  await eventually(() => board.messages.innerText(), 15_000).toBe('');
});

journey('[SH8] keys the shop takes back are said at once, and where to mend it', async ({ screen, parts }) => {
  const site = parts.use(await startShopSite());
  const kitchen = parts.use(await startClockedKasera(shopSettings(site)));
  const board = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES' }), 'es');
  await eventually(() => askingOf(kitchen)).toMatchObject({ state: 'asking' });
  site.revokeKey(site.key);
  const { faults, down } = shopWords.es;
  await eventually(() => board.messages.innerText()).toContain(down(faults.unauthorised));
});

/** Taps Accept. @returns how many frames the page needed to show the promise; the server is not waited for */
async function acceptInFrames(board: BoardPage, number: string): Promise<number> {
  const accept = board
    .ticket(number)
    .getByRole('button', { name: board.words.accept(10), exact: true })
    .first();
  await eventually(() => accept.getAttribute('aria-disabled')).toBe(null);
  return accept.evaluate(async (button, promise) => {
    const ticket = button.closest('article');
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    for (let frame = 1; frame <= 60; frame += 1) {
      await new Promise(requestAnimationFrame);
      if (ticket?.innerText.includes(promise)) return frame;
    }
    return Infinity;
  }, board.words.inMinutes(10));
}
