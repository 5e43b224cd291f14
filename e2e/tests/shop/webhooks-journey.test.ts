import { expect } from 'vitest';
import { startShopSite } from '../../simulators/woocommerce/shop-site.ts';
import { boardOn, eventually } from '../../support/board-page.ts';
import { networkLoss } from '../../support/browser.ts';
import { freePort } from '../../support/free-port.ts';
import { journey } from '../../support/journey.ts';
import { readKitchen } from '../../support/kitchen-api.ts';
import { openShopPage, readShop } from '../../support/shop-page.ts';
import { shopSettings } from '../../support/shop-settings.ts';
import { shopWords } from '../../support/shop-words.ts';

const topics = ['order.created', 'order.updated', 'order.deleted', 'order.restored', 'product.updated'];
/** As many failures in a row as WooCommerce bears, and the one that disables. */
const failures = 7;

journey(
  '[SH2] webhooks the shop disabled are replaced by new ones, that is said, and what they lost is found',
  async ({ kasera, screen, parts }) => {
    const site = parts.use(await startShopSite());
    const { shop } = site;
    const port = await freePort();
    const env = { ...shopSettings(site), PUBLIC_URL: `http://127.0.0.1:${port}` };
    const kitchen = await kasera({ port, env });
    const hooks = () => shop.inside.webhooks.list().map(({ topic, status }) => `${topic} ${status}`);
    const wanted = topics.map((topic) => `${topic} active`);
    await eventually(hooks).toEqual(wanted);
    const opened = await screen(kitchen.boardLink, { locale: 'es-ES', allowedErrors: [networkLoss] });
    const board = boardOn(opened, 'es');
    const told = await shop.placeOrder('guest');
    expect(told.deliveries.map(({ answer }) => answer.status)).toEqual([200, 200]);
    await board.ticket(told.number).waitFor();
    const former = shop.inside.webhooks.list().map(({ id }) => id);

    await kitchen.stop();
    const lost: string[] = [];
    for (let time = 0; time < failures; time += 1) lost.push((await shop.placeOrder('guest')).number);
    expect(['order.created', 'order.updated'].map(shop.isDisabled)).toEqual([true, true]);
    lost.push((await shop.placeOrder('guest')).number);

    await kitchen.restart();
    await eventually(async () => (await readKitchen(kitchen)).orders.map(({ number }) => number)).toEqual(
      expect.arrayContaining([told.number, ...lost]),
    );
    await eventually(() => hooks().toSorted()).toEqual(wanted.toSorted());
    const fresh = shop.inside.webhooks.list().filter(({ id }) => !former.includes(id));
    expect(fresh.map(({ topic }) => topic)).toEqual(['order.created', 'order.updated']);
    const next = await shop.placeOrder('custom-number');
    expect(next.deliveries.map(({ answer }) => answer.status)).toEqual([200, 200]);

    await board.ticket(next.number).first().waitFor({ state: 'attached' });
    await board.page.getByRole('button', { name: board.words.health }).click();
    await board.page.getByRole('dialog').getByText(shopWords.es.replaced(fresh.length)).waitFor();
    await board.page.getByRole('button', { name: board.words.close }).click();
    const { page, words } = await openShopPage(opened, 'es');
    await eventually(() => page.getByRole('listitem').filter({ hasText: words.replaced }).count()).toBe(2);
    const { webhooks } = await readShop(kitchen);
    expect(webhooks.map(({ topic, status }) => `${topic} ${status}`)).toEqual(wanted);
  },
);
