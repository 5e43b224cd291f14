import { expect, test } from 'vitest';
import type { PublicUrlFault } from '@kasera/shared/shop.ts';
import { isPrivateAddress } from './private-address.ts';
import { createPublicUrlWatch } from './public-url-watch.ts';
import { isRefusedByWordpress, publicUrlFaults } from './public-url.ts';

const names: Record<string, string[]> = {
  'kitchen.example': ['203.0.113.7', '2001:db8::7'],
  'six.example': ['2001:db8::7'],
  'inside.example': ['192.168.1.20', 'fd00::20'],
  'both.example': ['10.0.0.5', '203.0.113.7'],
};
const deps = { addressesOf: async (name: string) => names[name] ?? [], statusOf: async () => 200 };
const of = (url: string | null, shopUrl: string | null = 'https://shop.example') => publicUrlFaults(url, shopUrl, deps);

test.each<[string | null, PublicUrlFault[]]>([
  [null, ['missing']],
  ['https://kitchen.example', []],
  ['https://both.example', []],
  ['https://kitchen.example:8080', []],
  ['http://kitchen.example:443', ['plain-http']],
  ['http://kitchen.example', ['plain-http']],
  ['https://kitchen.example:8443', ['port']],
  ['http://kitchen.example:3000/kasera', ['port', 'plain-http']],
  ['https://nowhere.example', ['unresolved']],
  ['https://six.example', ['unresolved']],
  ['https://[2001:db8::7]', ['unresolved']],
  ['https://inside.example', ['private-address']],
  ['https://203.0.113.7', []],
  ['https://localhost', ['private-address']],
  ['https://kasera.local', ['private-address']],
  ['https://kasera.lan', ['private-address']],
  ['http://192.168.1.20:8080', ['private-address', 'plain-http']],
  ['https://[fd00::1]', ['private-address']],
  ['https://[::1]:9000', ['private-address', 'port']],
])('[SH2] what WordPress would refuse in %s: %j', async (url, faults) => {
  expect(await of(url)).toEqual(faults);
});

test('[SH2] a redirect is found by asking the address itself, and only where that makes sense', async () => {
  const asked: string[] = [];
  const statusOf = async (url: string) => {
    asked.push(url);
    return 301;
  };
  expect(await publicUrlFaults('http://kitchen.example/kasera', null, { ...deps, statusOf })).toEqual([
    ...['redirect', 'plain-http'],
  ]);
  await publicUrlFaults('https://kasera.local', null, { ...deps, statusOf });
  expect(asked).toEqual(['http://kitchen.example/kasera/healthz']);
  expect(await publicUrlFaults('https://kitchen.example', null, { ...deps, statusOf: async () => null })).toEqual([]);
});

test('[SH2] for a shop on this machine only the open way is mentioned, where it leaves the machine', async () => {
  expect(await of('http://192.168.1.20:39123', 'http://127.0.0.1:8081')).toEqual(['plain-http']);
  expect(await of('http://127.0.0.1:39123', 'http://127.0.0.1:8081')).toEqual([]);
  expect(await of('http://localhost:39123', 'http://127.0.0.1:8081')).toEqual([]);
});

test('[SH2] plain http is a warning, the others are refusals', () => {
  expect(isRefusedByWordpress(['plain-http'])).toBe(false);
  expect(isRefusedByWordpress(['plain-http', 'port'])).toBe(true);
  expect(isRefusedByWordpress(['missing'])).toBe(true);
});

test.each([
  ...['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '0.0.0.0', '169.254.1.1'],
  ...['100.64.0.1', '::1', '::', 'fc00::1', 'fdab::1', 'fe80::1', '::ffff:192.168.0.1'],
])('[SH2] %s is private', (address) => expect(isPrivateAddress(address)).toBe(true));

test.each(['172.15.0.1', '172.32.0.1', '11.0.0.1', '192.169.0.1', '203.0.113.7', '2001:db8::1', 'example.com'])(
  '[SH2] %s is not private',
  (address) => expect(isPrivateAddress(address)).toBe(false),
);

test('[SH2] a page that somebody waits for gets what was found last where the name cannot be looked up in time', async () => {
  const state = { now: 0, silent: false };
  const timers: (() => void)[] = [];
  const watch = createPublicUrlWatch({
    ...{ publicUrl: 'https://kitchen.example', shopUrl: () => 'https://shop.example', now: () => state.now, ...deps },
    addressesOf: () => (state.silent ? new Promise(() => {}) : Promise.resolve(['192.168.0.7'])),
    schedule: (run) => {
      timers.push(run);
      return () => undefined;
    },
  });
  expect(await watch.soon()).toEqual(['private-address']);
  state.silent = true;
  state.now = 10 * 60_000;
  const soon = watch.soon();
  timers.at(-1)?.();
  expect(await soon).toEqual(['private-address']);
});

test('[SH2] a name that could not be resolved is looked up again after a minute', async () => {
  const state = { now: 0, addresses: [] as string[] };
  const watch = createPublicUrlWatch({
    ...{ publicUrl: 'https://kitchen.example', shopUrl: () => 'https://shop.example', now: () => state.now, ...deps },
    ...{ addressesOf: async () => state.addresses, statusOf: async () => 200, schedule: () => () => undefined },
  });
  expect(await watch.faults()).toEqual(['unresolved']);
  state.addresses = ['203.0.113.7'];
  state.now = 60_000;
  expect(await watch.faults()).toEqual([]);
});

test('[SH2] what was found is remembered for ten minutes, and for this shop', async () => {
  const state = { now: 0, shopUrl: 'https://shop.example', asked: 0 };
  const watch = createPublicUrlWatch({
    ...{ publicUrl: 'https://kitchen.example', shopUrl: () => state.shopUrl, now: () => state.now, ...deps },
    schedule: () => () => undefined,
    statusOf: async () => {
      state.asked += 1;
      return 302;
    },
  });
  expect(await Promise.all([watch.faults(), watch.faults()])).toEqual([['redirect'], ['redirect']]);
  state.now = 10 * 60_000 - 1;
  await watch.faults();
  expect(state.asked).toBe(1);
  state.now += 1;
  await watch.faults();
  state.shopUrl = 'https://other.example';
  await watch.faults();
  expect(state.asked).toBe(3);
});
