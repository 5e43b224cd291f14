import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { sampleRules } from '@kasera/shared/testing/sample-signal.ts';
import { recordingLogs } from '../../tests/support/recording-logs.ts';
import { openScreen } from '../../tests/support/screen.ts';
import { until } from '../../tests/support/until.ts';
import { createClientAddress } from '../http/client-address.ts';
import { createSockets } from './sockets.ts';
import type { DoorLimits } from './door.ts';

const unused = () => Promise.reject(new Error('nobody syncs here'));

async function doorTo(limits: DoorLimits, proxies: string[] = []) {
  const { logs, logged } = recordingLogs();
  const sockets = createSockets({
    ...{ limits, log: logs.of('sockets'), now: () => 0, kitchenId: 'main', rules: () => sampleRules },
    clientAddress: createClientAddress(proxies),
    guard: {
      isFromHere: () => true,
      isKnown: ({ authorization }) => authorization === 'Bearer right',
      hasApiKey: () => true,
    },
    schedule: () => () => undefined,
    known: { seen: () => undefined },
    store: { head: unused, board: unused, since: unused, paints: unused },
    ...{ command: unused, beat: () => sampleBeat(), soldOut: () => [] },
  });
  const http = createServer();
  sockets.attach(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { sockets, logged, url, [Symbol.asyncDispose]: () => sockets.close() };
}

const roomy = { ofAddress: 9, altogether: 9 };

test('[BD6b] the screen for which there is no place is told why, and has one as soon as another goes', async () => {
  await using door = await doorTo({ screens: { ofAddress: 2, altogether: 9 }, knocking: roomy, turnedAway: 9 });
  const cookie = { key: null, headers: { authorization: 'Bearer right' } };
  const first = await openScreen(door.url, cookie);
  using _second = await openScreen(door.url, { key: 'right' });
  for (const options of [cookie, { key: 'right' }]) {
    await expect(openScreen(door.url, options)).rejects.toMatchObject({ data: { code: 'too-many-connections' } });
  }
  expect(door.logged).toMatchObject([{ level: 'warn', fields: { turnedAway: 1 } }]);
  expect(door.sockets.screens()).toBe(2);
  first[Symbol.dispose]();
  await until(() => door.sockets.screens() === 1);
  using third = await openScreen(door.url, cookie);
  expect(third.connected()).toBe(true);
});

test('[BD6b] past those who are being told nobody gets as far as the handshake', async () => {
  const none = { ofAddress: 0, altogether: 0 };
  await using door = await doorTo({ screens: none, knocking: none, turnedAway: 0 });
  await expect(openScreen(door.url, { key: 'right' })).rejects.toThrow('websocket error');
  const answer = await fetch(`${door.url}/socket.io/?EIO=4&transport=polling`);
  expect([answer.status, await answer.text()]).toEqual([
    403,
    expect.stringContaining('too-many-connections: Too many screens'),
  ]);
});

test('[BD6c] the header counts where the peer is a trusted proxy, and only there', async () => {
  const limits = { screens: { ofAddress: 1, altogether: 9 }, knocking: roomy, turnedAway: 9 };
  const by = (forwardedFor: string) => ({ key: 'right', headers: { 'x-forwarded-for': forwardedFor } });
  const tooMany = { data: { code: 'too-many-connections' } };
  {
    await using behind = await doorTo(limits, ['127.0.0.1']);
    using _first = await openScreen(behind.url, by('203.0.113.1'));
    using _second = await openScreen(behind.url, by('203.0.113.2'));
    await expect(openScreen(behind.url, by('198.51.100.1, 203.0.113.1'))).rejects.toMatchObject(tooMany);
  }
  await using direct = await doorTo(limits);
  using _first = await openScreen(direct.url, by('203.0.113.1'));
  await expect(openScreen(direct.url, by('203.0.113.2'))).rejects.toMatchObject(tooMany);
});
