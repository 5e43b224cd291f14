import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { recordingLogs } from '../../../tests/support/recording-logs.ts';
import type { ShopAccess } from './client.ts';
import { createConsent } from './consent.ts';
import type { ConnectOutcome } from './inspection.ts';

const keys = { consumer_key: `ck_${'1a'.repeat(20)}`, consumer_secret: `cs_${'2b'.repeat(20)}` };

function bed(publicUrl: string | null = 'https://kitchen.example') {
  const state = { now: 1_000_000, outcome: { type: 'connected', checks: [] } as ConnectOutcome | Error };
  const connected: ShopAccess[] = [];
  const { logs, logged } = recordingLogs();
  const consent = createConsent({
    ...{ publicUrl, now: () => state.now, random: randomBytes, log: logs.of('shop') },
    connect: async (access) => {
      connected.push(access);
      if (state.outcome instanceof Error) throw state.outcome;
      return state.outcome;
    },
  });
  const ask = (): URLSearchParams => {
    const answer = consent.ask('https://shop.example/wp-admin/');
    if (answer.type !== 'go') throw new Error(answer.code);
    return new URL(answer.url).searchParams;
  };
  const granted = (user_id: string | null) => ({ key_id: 7, user_id, ...keys, key_permissions: 'read_write' });
  return { state, consent, connected, logged, ask, granted };
}

test('[SH1] leads to the shop’s own consent page, with all it wants to know', () => {
  const { consent, ask } = bed();
  const answer = consent.ask('shop.example/tienda');
  expect(answer.type === 'go' && answer.url).toMatch(/^https:\/\/shop\.example\/tienda\/wc-auth\/v1\/authorize\?/);
  const { user_id, ...rest } = Object.fromEntries(ask());
  expect(user_id).toMatch(/^[0-9a-f]{48}$/);
  expect(rest).toEqual({
    ...{ app_name: 'Kasera', scope: 'read_write', return_url: 'https://kitchen.example/settings/shop' },
    callback_url: 'https://kitchen.example/api/shop/granted',
  });
});

test('[SH1] needs an address with https, for WooCommerce gives keys to no other', () => {
  expect(bed(null).consent.fault()).toBe('no-public-url');
  expect(bed('http://kitchen.example').consent.fault()).toBe('no-https');
  expect(bed('http://kitchen.example').consent.ask('shop.example')).toMatchObject({
    type: 'refused',
    code: 'no-https',
  });
  expect(bed().consent.fault()).toBeNull();
  expect(bed().consent.ask('http://shop.example')).toMatchObject({ type: 'refused', code: 'plain-http' });
});

test('[SH1] keys are taken for the shop that was asked for, once', async () => {
  const { consent, connected, ask, granted } = bed();
  expect(consent.outcome()).toBe('none');
  const state = ask().get('user_id');
  expect(consent.outcome()).toBe('waiting');
  const grant = consent.grant(granted(state));
  expect(consent.outcome()).toBe('waiting');
  await grant?.verified;
  expect(connected).toEqual([{ url: 'https://shop.example', key: keys.consumer_key, secret: keys.consumer_secret }]);
  expect(consent.outcome()).toBe('granted');
  expect(consent.grant(granted(state))).toBeNull();
  expect(connected).toHaveLength(1);
});

test('[SH1] what nobody asked for, what came too late and what is no grant is not taken', () => {
  const { consent, connected, state, ask, granted } = bed();
  expect(consent.grant(granted('0'.repeat(48)))).toBeNull();
  const known = ask().get('user_id');
  for (const body of [null, [], 'x', {}, { user_id: known }, { ...granted(known), consumer_key: 'ck_short' }]) {
    expect(consent.grant(body)).toBeNull();
  }
  state.now += 15 * 60_000;
  expect(consent.outcome()).toBe('none');
  expect(consent.grant(granted(known))).toBeNull();
  expect(connected).toEqual([]);
});

test('[SH1] asked over and over, only the last ten count', () => {
  const { consent, ask, granted } = bed();
  const states = Array.from({ length: 11 }, () => ask().get('user_id'));
  expect(consent.grant(granted(states[0] ?? null))).toBeNull();
  expect(consent.grant(granted(states[1] ?? null))).not.toBeNull();
});

test('[SH1] granted keys that do not work are said, and never shown', async () => {
  const { consent, state, ask, granted, logged } = bed();
  state.outcome = { type: 'unfit', message: 'no', checks: [] };
  await consent.grant(granted(ask().get('user_id')))?.verified;
  expect(consent.outcome()).toBe('denied');
  ask();
  expect(consent.outcome()).toBe('waiting');
  state.outcome = new Error('disk full');
  await consent.grant(granted(ask().get('user_id')))?.verified;
  expect(consent.outcome()).toBe('denied');
  expect(logged).toHaveLength(2);
  for (const hidden of Object.values(keys)) expect(inspect(logged, { depth: 9 })).not.toContain(hidden);
});
