import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { until } from '../../tests/support/until.ts';
import { limitSockets } from './limit-sockets.ts';

test('[BD6b] idle connections beyond the limit are told so and closed, and the others are served', async () => {
  const http = createServer((_request, response) => response.end('served'));
  let turnedAway = 0;
  limitSockets(http, { limits: { ofAddress: 3, altogether: 9 }, turnedAway: { count: () => (turnedAway += 1) } });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const open = async (): Promise<Socket> => {
    const socket = connect({ port, host: '127.0.0.1' });
    await once(socket, 'connect');
    return socket;
  };
  const idle = [await open(), await open(), await open()];
  const last = await open();
  expect(String((await once(last, 'data'))[0])).toMatch(/^HTTP\/1\.1 503 .*Retry-After: 5.*Too many connections/s);
  await once(last, 'close');
  expect(turnedAway).toBe(1);
  for (const socket of idle) socket.destroy();
  await until(async () => (await fetch(`http://127.0.0.1:${port}`).catch(() => null))?.status === 200);
  http.closeAllConnections();
  http.close();
});
