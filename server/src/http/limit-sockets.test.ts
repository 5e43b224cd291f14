import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { PlacesLimit } from '../access/places.ts';
import { until } from '../../tests/support/until.ts';
import { createClientAddress } from './client-address.ts';
import { limitSockets } from './limit-sockets.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

async function limited(proxies: TrustedProxies, limits: PlacesLimit) {
  const http = createServer((_request, response) => response.end('served'));
  const counted = { turnedAway: 0 };
  const clientAddress = createClientAddress(proxies);
  limitSockets(http, { limits, clientAddress, turnedAway: { count: () => (counted.turnedAway += 1) } });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const open = async (): Promise<Socket> => {
    const socket = connect({ port, host: '127.0.0.1' });
    await once(socket, 'connect');
    return socket;
  };
  const close = () => {
    http.closeAllConnections();
    http.close();
  };
  return { open, counted, url: `http://127.0.0.1:${port}`, [Symbol.dispose]: close };
}

const refused = /^HTTP\/1\.1 503 .*Retry-After: 5.*"code":"too-many-connections","message":"Too many connections/s;

test('[BD6b] idle connections beyond the limit are told so and closed, and the others are served', async () => {
  using server = await limited([], { ofAddress: 3, altogether: 9 });
  const idle = [await server.open(), await server.open(), await server.open()];
  const last = await server.open();
  expect(String((await once(last, 'data'))[0])).toMatch(refused);
  await once(last, 'close');
  expect(server.counted.turnedAway).toBe(1);
  for (const socket of idle) socket.destroy();
  await until(async () => (await fetch(server.url).catch(() => null))?.status === 200);
});

test('[BD6c] a trusted proxy has as many connections as there are altogether, and no more', async () => {
  using server = await limited(['127.0.0.1'], { ofAddress: 1, altogether: 3 });
  const idle = [await server.open(), await server.open()];
  const answer = await fetch(server.url);
  expect([answer.status, await answer.text()]).toEqual([200, 'served']);
  idle.push(await server.open());
  const last = await server.open();
  expect(String((await once(last, 'data'))[0])).toMatch(refused);
  for (const socket of [...idle, last]) socket.destroy();
});
