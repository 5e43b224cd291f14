import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { deriveKeys } from '../../server/src/access/keys.ts';
import { startWorker } from '../chaos/start-worker.ts';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../support/board-page.ts';
import { freePort } from '../support/free-port.ts';
import { journey } from '../support/journey.ts';

const apiKey = 'a-key-for-the-story-of-a-full-disk';
const secret = 'a-secret-for-the-story';
const saidWithinMs = 5_000;

journey('[IN3] while no order can be stored every screen says so, and heals by itself', async ({ screen, parts }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kasera-full-'));
  parts.defer(() => rm(dataDir, { recursive: true, force: true }));
  const env = { KASERA_API_KEY: apiKey, WOOCOMMERCE_WEBHOOK_SECRET: secret };
  const kitchen = parts.use(await startWorker({ dataDir, port: await freePort(), env }));
  const link = `${kitchen.url}/board?key=${deriveKeys(apiKey).boardKey}`;
  using shop = createShop({ url: kitchen.url, secret });
  const es = boardOn(await screen(link, { locale: 'es-ES' }), 'es');
  const en = boardOn(await screen(link));
  const kept = await shop.placeOrder('guest');
  for (const board of [es, en]) await board.ticket(kept.number).waitFor();

  await kitchen.ask({ ask: 'disk', freePages: 0 });
  await eventually(async () => {
    const { deliveries } = await shop.placeOrder('40-lines');
    return deliveries.at(-1)?.answer.status;
  }).toBe(503);
  const refusedAt = performance.now();
  for (const board of [es, en]) await eventually(() => board.messages.innerText()).toContain(board.words.refusing);
  expect(performance.now() - refusedAt).toBeLessThan(saidWithinMs);
  // What was taken before is still there to be cooked.
  for (const board of [es, en]) expect(await board.ticket(kept.number).count()).toBe(1);

  await kitchen.ask({ ask: 'disk', freePages: null });
  for (const board of [es, en]) await eventually(() => board.messages.innerText()).not.toContain(board.words.refusing);
  const { number, deliveries } = await shop.placeOrder('custom-number');
  expect(deliveries.map(({ answer }) => answer.status)).toEqual([200, 200]);
  for (const board of [es, en]) await board.ticket(number).waitFor({ state: 'attached' });
});
