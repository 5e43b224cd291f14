import { createServer, request, type Server } from 'node:http';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../support/board-page.ts';
import { networkLoss } from '../support/browser.ts';
import { journey } from '../support/journey.ts';
import { readKitchen, readOrder } from '../support/kitchen-api.ts';

const turnedAway = /Failed to load resource: .*(401|403|ERR_BLOCKED_BY_RESPONSE)/;

journey('[BD6] the board link’s key becomes a cookie no script can read', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  const key = new URL(kitchen.boardLink).searchParams.get('key') ?? '';
  const { page, context } = await screen(kitchen.boardLink);
  expect(page.url()).toBe(`${kitchen.url}/board`);
  const cookies = await context.cookies();
  expect(cookies).toMatchObject([{ name: 'kasera', httpOnly: true, sameSite: 'Lax', path: '/' }]);
  expect(cookies[0]?.value).not.toContain(key);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  // Nor may it be found by going back, or by a page this one leads to.
  expect(await page.evaluate(() => document.referrer)).not.toContain(key);
  await page.goBack().catch(() => null);
  expect(page.url()).not.toContain(key);
});

journey('[BD6] without the key a screen says what it needs and is told nothing', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const { number } = await shop.placeOrder('guest', { guest: { firstName: 'Lucía', lastName: 'Pérez' } });
  const stranger = await screen('about:blank');
  const told = recordSocket(stranger.page);
  await stranger.page.goto(`${kitchen.url}/board`);
  const board = boardOn(stranger);
  await board.page.getByText(board.words.keyNeeded).waitFor();
  expect(await board.page.getByRole('article').count()).toBe(0);

  await shop.placeOrder('guest', { guest: { firstName: 'Andrés', lastName: 'Muñoz' } });
  board.allowErrors(turnedAway);
  const asked = await board.page.evaluate(async () => (await fetch('/api/orders?status=all')).status);
  expect(asked).toBe(401);
  const tries = told.filter((frame) => frame.startsWith('44')).length;
  await eventually(() => told.filter((frame) => frame.startsWith('44')).length).toBeGreaterThan(tries);
  expect(told.join('\n')).not.toMatch(/Lucía|Andrés|Pizza|Margarita/);
  expect(await board.page.locator('body').innerText()).not.toMatch(/Lucía|Andrés|Pizza|Margarita/);

  // Opened once with the link, the waiting page goes on by itself.
  await screen(kitchen.boardLink, { beside: stranger });
  await board.ticket(number).waitFor();
});

journey('[BD6] another site’s page can do nothing with a kitchen’s browser', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
  const { number } = await shop.placeOrder('guest');
  const { id } = await readOrder(kitchen, number);
  const known = await screen(kitchen.boardLink);
  await boardOn(known).ticket(number).waitFor();
  await using evil = await serveForeignPage();
  const foreign = await screen(evil.url, { beside: known, allowedErrors: [turnedAway, networkLoss, /CORS policy/] });

  // Cookies know no ports: this browser shows the kitchen's to both, so that only the origin tells them apart.
  expect(evil.cookies()).toContain('kasera=');
  const met = await foreign.page.evaluate(attack, { url: kitchen.url, orderId: id });
  expect(met).toEqual({ read: 'blocked', socket: 'closed' });
  expect((await readKitchen(kitchen)).orders.map((order) => [order.number, order.status])).toEqual([[number, 'new']]);
});

journey('[BD6] a name that is not ours is turned away with 421', async ({ kasera }) => {
  const kitchen = await kasera();
  for (const host of ['evil.example', `evil.example:${kitchen.port}`]) {
    expect(await statusFor(kitchen.port, '/board', host)).toBe(421);
    expect(await statusFor(kitchen.port, '/api/orders', host)).toBe(421);
  }
  expect(await statusFor(kitchen.port, '/board', `localhost:${kitchen.port}`)).toBe(200);
});

/** Everything the server says to a page over its sockets, from before it is opened. */
function recordSocket(page: Page): string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString()));
  });
  return frames;
}

/** Runs inside a foreign page: tries to read, to command and to listen with the cookie this browser holds. */
async function attack({ url, orderId }: { url: string; orderId: string }) {
  const read = await fetch(`${url}/api/orders`, { credentials: 'include' }).then(
    () => 'read',
    () => 'blocked',
  );
  const write = { method: 'POST', mode: 'no-cors', credentials: 'include' } as const;
  const body = JSON.stringify({ id: 'x', type: 'cancel', reason: 'evil' });
  await Promise.allSettled([
    fetch(`${url}/api/test-orders`, { ...write, body: '{}' }),
    fetch(`${url}/api/orders/${orderId}/commands`, { ...write, body }),
  ]);
  const socket = await new Promise<string>((resolve) => {
    const tried = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    tried.addEventListener('open', () => resolve('open'));
    tried.addEventListener('close', () => resolve('closed'));
  });
  return { read, socket };
}

async function serveForeignPage(): Promise<{ url: string; cookies(): string } & AsyncDisposable> {
  let cookies = '';
  const server: Server = createServer((visit, response) => {
    cookies += visit.headers.cookie ?? '';
    response.setHeader('content-type', 'text/html').end('<link rel="icon" href="data:,"><h1>Win a pizza</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`,
    cookies: () => cookies,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function statusFor(port: number, path: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}
