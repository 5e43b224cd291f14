import { expect, test } from 'vitest';
import { usualSetup } from '@kasera/shared/kitchen.ts';
import { ConfigError, readConfig } from './config.ts';

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

test('[SU1] works with nothing configured', () => {
  const { config, secrets } = readConfig({});
  expect(config).toMatchObject({ port: 8080, host: '0.0.0.0', publicUrl: null, dataDir: './data' });
  expect(config.rules).toEqual({
    ...usualSetup,
    onHoldIsNew: false,
    oldOrderMs: 12 * 3_600_000,
    readyInMinutes: [10, 15, 20, 30],
    suggestedMinutes: 15,
  });
  expect(config.push).toMatchObject({ audience: null, budget: 8, apiUrl: 'https://api.onesignal.com' });
  expect(secrets).toEqual({
    apiKey: null,
    webhookSecret: null,
    hookdeckSecret: null,
    oneSignalKey: null,
    shopKeys: null,
  });
});

test('[BD6c] trusts a reverse proxy on this machine, until the owner names others or none', () => {
  const trusted = (environment: Record<string, string>) => readConfig(environment).config.trustedProxies;
  expect(trusted({})).toEqual(['127.0.0.0/8', '::1']);
  expect(trusted({ TRUSTED_PROXIES: '172.18.0.0/16' })).toEqual(['172.18.0.0/16']);
  expect(trusted({ TRUSTED_PROXIES: 'none' })).toEqual([]);
});

test('[SU3] an empty entry counts as not set', () => {
  expect(readConfig({ PORT: '', ONESIGNAL_APP_ID: '  ' }).config).toMatchObject({ port: 8080, push: { appId: null } });
});

test('[SU3] names every faulty entry in one message, with what would be right', () => {
  const faults = faultsOf({ PORT: 'eighty', PUBLIC_URL: 'kitchen.example.com', ONESIGNAL_AUDIENCE: 'everyone' });
  expect(faults).toHaveLength(3);
  expect(faults[0]).toContain('PORT: must be a whole number from 1 to 65535, for example 8080');
  expect(faults[1]).toContain('PUBLIC_URL: must be a full address beginning with http:// or https://');
  expect(faults[2]).toContain('ONESIGNAL_AUDIENCE: ');
});

test.each([
  ['PORT', '0'],
  ['PORT', '8080.5'],
  ['MAX_WEBHOOK_BYTES', '10'],
  ['READY_IN_MINUTES', '10,soon'],
  ['ON_HOLD_ORDERS', 'maybe'],
  ['KASERA_API_KEY', 'short'],
  ['ONESIGNAL_AUDIENCE', 'external_id:'],
  ['LOG_LEVEL', 'loud'],
  ['TRUSTED_PROXIES', 'nginx'],
  ['TRUSTED_PROXIES', '0.0.0.0/0'],
])('[SU3] refuses %s=%s', (name, value) => {
  expect(faultsOf({ [name]: value }).join()).toContain(name);
});

test('[SU3] says which half of a pair is missing', () => {
  expect(faultsOf({ ONESIGNAL_API_KEY: 'os_v2_app_key' }).join()).toContain('ONESIGNAL_APP_ID: is missing');
  expect(faultsOf({ ONESIGNAL_APP_ID: '3f0d5b3a-6f0c-4f6e-9a36-5a1d1a4f6e9b' }).join()).toContain(
    'ONESIGNAL_API_KEY: is missing',
  );
});

test('[SU3] shows no secret in a fault', () => {
  expect(faultsOf({ WOOCOMMERCE_WEBHOOK_SECRET: 'pa55' }).join()).not.toContain('pa55');
});

test('[SU3] keeps secrets apart, so that the configuration can be logged', () => {
  const { config } = readConfig({
    KASERA_API_KEY: 'a-secret-of-sixteen',
    WOOCOMMERCE_WEBHOOK_SECRET: 'another-secret',
  });
  expect(JSON.stringify(config)).not.toContain('secret');
});

test('strips the slash at the end of PUBLIC_URL, for it is put before paths', () => {
  expect(readConfig({ PUBLIC_URL: 'https://kitchen.example.com/' }).config.publicUrl).toBe(
    'https://kitchen.example.com',
  );
});

test('sorts the minutes and drops doubles', () => {
  expect(readConfig({ READY_IN_MINUTES: '30, 10,10' }).config.rules.readyInMinutes).toEqual([10, 30]);
});

test('[SH1] keys of the shop are three or none, and never go over open http', () => {
  const keys = { WOOCOMMERCE_KEY: `ck_${'a'.repeat(40)}`, WOOCOMMERCE_SECRET: `cs_${'b'.repeat(40)}` };
  const { config, secrets } = readConfig({ ...keys, WOOCOMMERCE_URL: 'https://shop.example.com/' });
  expect([config.shop.url, secrets.shopKeys]).toEqual([
    'https://shop.example.com',
    { key: keys.WOOCOMMERCE_KEY, secret: keys.WOOCOMMERCE_SECRET },
  ]);
  expect(readConfig({ ...keys, WOOCOMMERCE_URL: 'http://127.0.0.1:8081' }).config.shop.url).toContain('127.0.0.1');
  expect(() => readConfig({ ...keys, WOOCOMMERCE_URL: 'http://shop.example.com' })).toThrow(/https:/);
  expect(() => readConfig({ ...keys, WOOCOMMERCE_URL: 'https://ana:geheim@shop.example.com' })).toThrow(/before the @/);
  expect(() => readConfig(keys)).toThrow(/set all three, or none/);
  expect(() => readConfig({ ...keys, WOOCOMMERCE_URL: 'https://a.example', WOOCOMMERCE_KEY: 'ck_short' })).toThrow(
    /WOOCOMMERCE_KEY: must be as WooCommerce shows it/,
  );
});

test('[SH7] the closing time and the zone are checked', () => {
  expect(readConfig({ CLOSING_TIME: '23:30' }).config.kitchen.closesAtMinute).toBe(23 * 60 + 30);
  expect(() => readConfig({ CLOSING_TIME: '24:00', TIME_ZONE: 'Madrid' })).toThrow(/TIME_ZONE: .*CLOSING_TIME: /s);
});
