import { createServer, type Server } from 'node:http';
import { expect } from 'vitest';
import { networkLoss, openScreen } from './browser.ts';
import { journey } from './journey.ts';

const pages: Record<string, string> = {
  '/fine': '<link rel="icon" href="data:,"><h1>¡Listo! ✓</h1>',
  '/console': '<link rel="icon" href="data:,"><script>console.error("a fault nobody expected")</script>',
  '/thrown': '<link rel="icon" href="data:,"><script>throw new Error("a fault nobody caught")</script>',
};

journey('[TS1] opens a page in a real browser', async ({ screen }) => {
  await using site = await serve();
  const { page } = await screen(`${site.url}/fine`, { locale: 'es-ES' });
  expect(await page.locator('h1').textContent()).toBe('¡Listo! ✓');
  expect(await page.evaluate(() => navigator.language)).toBe('es-ES');
});

journey('[TS2] fails a story whose page says an unexpected error', async ({ browser }) => {
  await using site = await serve();
  const loud = await openScreen(browser, `${site.url}/console`);
  await expect(loud[Symbol.asyncDispose]()).rejects.toThrow('a fault nobody expected');
  const broken = await openScreen(browser, `${site.url}/thrown`);
  await expect(broken[Symbol.asyncDispose]()).rejects.toThrow('a fault nobody caught');
  const expected = await openScreen(browser, `${site.url}/console`, { allowedErrors: [/nobody expected/] });
  await expect(expected[Symbol.asyncDispose]()).resolves.toBeUndefined();
});

journey('[TS3] keeps a page from reading another origin, as any browser does', async ({ screen }) => {
  await using site = await serve();
  await using other = await serve();
  const { page, allowErrors } = await screen(`${site.url}/fine`);
  allowErrors(/CORS policy/, networkLoss);
  const read = page.evaluate((url) => fetch(url).then((response) => response.text()), `${other.url}/fine`);
  await expect(read).rejects.toThrow('Failed to fetch');
});

async function serve(): Promise<{ url: string } & AsyncDisposable> {
  const server: Server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[request.url ?? '']);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
