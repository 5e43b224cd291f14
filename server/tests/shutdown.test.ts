import { Agent, createServer, request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { listOrders } from './support/api.ts';
import { heldCommit } from './support/held-commit.ts';
import { startKasera } from './support/running-kasera.ts';
import { orderNumbered } from './support/shop-delivery.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { until } from './support/until.ts';

test('[SU4] closing answers what is in hand and stores it, and takes nothing new', async () => {
  using folder = temporaryFolder();
  const disk = heldCommit();
  await using kasera = await startKasera({ dataDir: folder.path, sqlite: { hooks: { commit: disk.commit } } });
  disk.hold();
  const inHand = kasera.deliver(orderNumbered(1));
  await until(() => disk.waiting() > 0);
  const closed = kasera.close();
  await expect(kasera.deliver(orderNumbered(2))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  disk.release();
  expect((await inHand).status).toBe(200);
  await closed;
  await using next = await startKasera({ dataDir: folder.path });
  await until(async () => (await listOrders(next)).length > 0);
  expect((await listOrders(next)).map(({ number }) => number)).toEqual(['1']);
});

test('[SU4a] screens, idle connections and half-sent requests do not keep it from closing within 5 s', async () => {
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  await screen.sync();
  const { hostname, port } = new URL(kasera.url);
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve, reject) => {
    const asked = request(`${kasera.url}/healthz`, { agent }, (response) => response.resume().on('end', resolve));
    asked.on('error', reject);
    asked.end();
  });
  const half = connect(Number(port), hostname);
  half.on('error', () => {});
  await new Promise<void>((resolve) => half.once('connect', resolve));
  half.write('POST /webhooks/woocommerce HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf');
  // The server has it once it answers somebody who came later.
  await kasera.get('/healthz');
  const startedAt = performance.now();
  await kasera.close();
  expect(performance.now() - startedAt).toBeLessThan(4_000);
  await until(() => !screen.connected());
  agent.destroy();
  half.destroy();
});

test('[SU4a] a shop that says nothing does not keep it from closing within 5 s, and what it was asked is no finding', async () => {
  const asked: string[] = [];
  const silent = createServer(({ url }) => void asked.push(url?.split('?')[0] ?? ''));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const environment = {
    WOOCOMMERCE_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    WOOCOMMERCE_KEY: `ck_${'1a'.repeat(20)}`,
    WOOCOMMERCE_SECRET: `cs_${'2b'.repeat(20)}`,
    PUBLIC_URL: 'http://127.0.0.1:8080',
  };
  const secrets = { shopKeys: { key: environment.WOOCOMMERCE_KEY, secret: environment.WOOCOMMERCE_SECRET } };
  await using kasera = await startKasera({ environment, secrets });
  const paths = ['/wp-json/', '/wp-json/wc/v3/orders', '/wp-json/wc/v3/webhooks', '/wp-json/wc/v3/products/categories'];
  await until(() => paths.every((path) => asked.includes(path)));
  const startedAt = performance.now();
  await kasera.close();
  expect(performance.now() - startedAt).toBeLessThan(4_000);
  expect(kasera.logged.filter(({ level }) => level === 'error')).toEqual([]);
  silent.closeAllConnections();
  silent.close();
});

test('[SU4] closing twice is closing once', async () => {
  await using kasera = await startKasera();
  await Promise.all([kasera.close(), kasera.close()]);
  await kasera.close();
});
