import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordingLogs } from '../../../tests/support/recording-logs.ts';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { migrate } from '../../db/migrate.ts';
import { sql } from '../../db/sql.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { openConnections, type ConnectionsDeps } from './connections.ts';

const access = { url: 'https://shop.example', key: `ck_${'1a'.repeat(20)}`, secret: `cs_${'2b'.repeat(20)}` };
const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64url');

async function bed() {
  const folder = temporaryFolder();
  const path = join(folder.path, 'test.sqlite');
  const database = await openSqlite({ path });
  await migrate({ database, now: () => 1 });
  const { logs, logged } = recordingLogs();
  const open = (given: Partial<ConnectionsDeps> = {}) =>
    openConnections({
      ...{ database, sealKey: keyOf(1), given: null, now: () => 1_000, random: randomBytes, log: logs.of('shop') },
      succession: { succeeding: () => [], succeeded: () => undefined },
      ...given,
    });
  return {
    ...{ open, logged, path },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

test('[SH1] what is connected on the page is there after a restart', async () => {
  await using b = await bed();
  const connections = await b.open();
  expect(connections.current()).toBeNull();
  const heard: unknown[] = [];
  connections.onChange((connection) => heard.push(connection?.url ?? null));
  expect(await connections.connect(access)).toBe('connected');
  const connected = { source: 'woocommerce', ...access, from: 'page', connectedAt: 1_000 };
  expect(connections.current()).toEqual(connected);
  expect((await b.open()).current()).toEqual(connected);
  await connections.connect({ ...access, url: 'https://other.example' });
  expect((await b.open()).current()?.url).toBe('https://other.example');
  expect(await connections.disconnect()).toBe('disconnected');
  expect((await b.open()).current()).toBeNull();
  expect(heard).toEqual(['https://shop.example', 'https://other.example', null]);
});

test('[SH1] the environment wins over the page and cannot be changed there', async () => {
  await using b = await bed();
  await (await b.open()).connect(access);
  const given = { ...access, url: 'https://given.example/wp-admin/' };
  const connections = await b.open({ given });
  expect(connections.current()).toMatchObject({ url: 'https://given.example', from: 'environment', connectedAt: null });
  expect(await connections.connect(access)).toBe('from-environment');
  expect(await connections.disconnect()).toBe('from-environment');
  expect((await b.open()).current()?.url).toBe(access.url);
});

test('[SH1] with other secrets the kept keys do not open: not connected, and said', async () => {
  await using b = await bed();
  await (await b.open()).connect(access);
  const connections = await b.open({ sealKey: keyOf(2) });
  expect(connections.current()).toBeNull();
  expect(connections.isSealLost()).toBe(true);
  expect(b.logged.map(({ sentence }) => sentence)).toEqual([
    'the kept keys of the shop cannot be opened: connect it again',
  ]);
  await connections.connect(access);
  expect(connections.isSealLost()).toBe(false);
});

test('[SH1] the keys are in no file of the database as they are', async () => {
  await using b = await bed();
  await (await b.open()).connect(access);
  const bytes = [b.path, `${b.path}-wal`].map((file) => readFileSync(file).toString('latin1')).join('');
  expect(bytes).toContain('shop.example');
  for (const hidden of [access.key, access.secret, access.key.slice(3, 20)]) expect(bytes).not.toContain(hidden);
});

test('[SH2f] whoever has to take leave of a shop may still ask it, and other keys for it are no leave', async () => {
  await using b = await bed();
  const connections = await b.open();
  const left: unknown[] = [];
  connections.onLeaving(async () => void left.push(connections.current()?.url));
  await connections.connect(access);
  await connections.connect({ ...access, key: `ck_${'3c'.repeat(20)}` });
  expect(left).toEqual([]);
  await connections.connect({ ...access, url: 'https://other.example' });
  await connections.disconnect();
  await connections.disconnect();
  expect(left).toEqual(['https://shop.example', 'https://other.example']);
});

test('[SH2f] a leave that could not be stored is none: everybody is told to begin again', async () => {
  await using b = await bed();
  const connections = await b.open({
    succession: {
      succeeding: (url) => (url === access.url ? [] : [sql`insert into nowhere values (1)`]),
      succeeded() {},
    },
  });
  await connections.connect(access);
  const heard: unknown[] = [];
  connections.onChange((connection) => heard.push(connection?.url));
  await expect(connections.connect({ ...access, url: 'https://other.example' })).rejects.toThrow('nowhere');
  expect(heard).toEqual([access.url]);
  expect((await b.open()).current()?.url).toBe(access.url);
});
