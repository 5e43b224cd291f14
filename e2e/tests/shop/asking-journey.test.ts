import { expect } from 'vitest';
import { pushSettings, startQuietProvider } from '../../chaos/provider.ts';
import type { OneSignalSimulator } from '../../simulators/onesignal/onesignal.ts';
import type { ShopOrder } from '../../simulators/woocommerce/shop-order.ts';
import { startShopSite } from '../../simulators/woocommerce/shop-site.ts';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { networkLoss } from '../../support/browser.ts';
import { startClockedKasera } from '../../support/clocked-kasera.ts';
import { freePort } from '../../support/free-port.ts';
import { journey } from '../../support/journey.ts';
import { readKitchen, type Asked } from '../../support/kitchen-api.ts';
import { askingOf } from '../../support/shop-page.ts';
import { shopSettings } from '../../support/shop-settings.ts';
import { shopWords } from '../../support/shop-words.ts';

const foundWithinMs = 15_000;
const minuteMs = 60_000;

journey(
  '[SH3] what webhooks lost in ten minutes without Kasera is there within 15 s of its start, once, and told once',
  async ({ kasera, screen, parts }) => {
    const [port, secret] = [await freePort(), 'a-secret-for-the-story'];
    const site = parts.use(
      await startShopSite({ url: `http://127.0.0.1:${port}`, secret, manners: { disables: false } }),
    );
    const provider = parts.use(await startQuietProvider());
    const env = { ...shopSettings(site), ...pushSettings(provider), WOOCOMMERCE_WEBHOOK_SECRET: secret };
    // As it comes out of the box: every 10 s.
    const kitchen = await kasera({ port, env: { ...env, SHOP_ASK_SECONDS: '10' } });
    const es = boardOn(await screen(kitchen.boardLink, { locale: 'es-ES', allowedErrors: [networkLoss] }), 'es');
    const en = boardOn(await screen(kitchen.boardLink, { allowedErrors: [networkLoss] }));
    const known = await site.shop.placeOrder('guest');
    for (const board of [es, en]) await board.ticket(known.number).waitFor();

    await kitchen.stop();
    site.shop.webhooksOff();
    const lost: ShopOrder[] = [];
    for (let second = 600; second > 150; second -= 40) {
      lost.push(await site.shop.placeOrder('guest', { placedAt: Date.now() - second * 1_000 }));
    }
    await kitchen.restart();
    const backAt = performance.now();
    site.shop.webhooksOn();
    const live = await site.shop.placeOrder('custom-number');
    const numbers = [known, ...lost, live].map(({ number }) => number);
    await eventually(() => numbersIn(kitchen), foundWithinMs).toEqual(numbers.toSorted());
    expect(performance.now() - backAt).toBeLessThan(foundWithinMs);

    for (const [board, words] of [
      [es, shopWords.es],
      [en, shopWords.en],
    ] as const) {
      await eventually(() => board.messages.innerText()).toContain(words.caughtUp(lost.length));
      await eventually(() => openCount(board)).toContain(`${numbers.length}`);
    }
    // The shop's queue moves again, and says what Kasera has found by itself.
    for (const { id } of lost.slice(0, 4)) await site.shop.updateOrder(id, {});
    const last = await site.shop.placeOrder('custom-number');
    await eventually(() => numbersIn(kitchen)).toEqual([...numbers, last.number].toSorted());
    await eventually(() => toldOf(provider)).toEqual(
      [[known], lost, [live], [last]].map((orders) => orders.map(({ number }) => number).toSorted()),
    );
    await en.page.getByRole('button', { name: 'Dismiss' }).click();
    await eventually(() => en.messages.innerText()).not.toContain(shopWords.en.caughtUp(lost.length));
  },
);

journey(
  '[SH3] what was ordered in ten minutes in which the shop could not be reached is there within 15 s of its return',
  async ({ screen, parts }) => {
    const provider = parts.use(await startQuietProvider());
    const clock = { now: () => Date.now() };
    const site = parts.use(await startShopSite({ now: () => clock.now() }));
    const kitchen = parts.use(await startClockedKasera({ ...shopSettings(site), ...pushSettings(provider) }));
    clock.now = kitchen.now;
    const board = boardOn(await screen(kitchen.boardLink));
    const known = site.shop.addOrder('guest');
    await board.ticket(known.number).waitFor();

    await site.goDown();
    await eventually(() => askingOf(kitchen)).toMatchObject({ fault: 'unreachable' });
    const lost: ShopOrder[] = [];
    for (let minute = 0; minute < 10; minute += 1) {
      kitchen.passTime(minuteMs);
      lost.push(site.shop.addOrder('guest'));
    }
    await eventually(() => board.messages.innerText()).toContain(shopWords.en.safe);
    // The last one was ordered long enough ago not to ring by itself.
    kitchen.passTime(2 * minuteMs + 1_000);
    await site.comeBack();
    const backAt = performance.now();
    await eventually(() => board.messages.innerText(), foundWithinMs).toContain(shopWords.en.caughtUp(lost.length));
    expect(performance.now() - backAt).toBeLessThan(foundWithinMs);
    expect(await numbersIn(kitchen)).toEqual([known, ...lost].map(({ number }) => number).toSorted());
    await eventually(() => toldOf(provider)).toEqual([[known.number], lost.map(({ number }) => number).toSorted()]);
  },
);

async function numbersIn(asked: Asked): Promise<string[]> {
  const { orders } = await readKitchen(asked);
  return orders.map(({ number }) => number).toSorted();
}

/** The orders each push names, in the order of the pushes' first numbers. */
function toldOf({ accepted }: OneSignalSimulator): string[][] {
  return accepted
    .map(({ notification }) => (notification.data?.orders ?? []).toSorted())
    .toSorted(([a = ''], [b = '']) => a.localeCompare(b));
}

function openCount({ page, words }: BoardPage): Promise<string> {
  return page.getByRole('button', { name: words.openList }).innerText();
}
