import { shopCheckNames, shopFaultKinds, type ShopCheck } from '@kasera/shared/shop.ts';
import { expect, test } from 'vitest';
import { settingsEn } from '../i18n/settings-en.ts';
import { settingsEs } from '../i18n/settings-es.ts';
import { adviceOn } from './advice.ts';

const check = (over: Partial<ShopCheck>): ShopCheck => ({
  name: 'keys',
  result: 'failed',
  found: null,
  fault: null,
  code: null,
  ...over,
});
const en = settingsEn.advice;

test('[SH1] whatever check fails for whatever reason has words in both languages', () => {
  for (const { advice } of [settingsEn, settingsEs]) {
    for (const name of shopCheckNames) {
      for (const fault of [...shopFaultKinds, null]) {
        for (const result of ['failed', 'warning'] as const) {
          const told = adviceOn(check({ name, fault, result }), advice);
          expect(told?.means).toBeTruthy();
          expect(told?.todo).toBeTruthy();
        }
      }
    }
  }
});

test('[SH1] a tick and what was not looked at need no advice', () => {
  expect(adviceOn(check({ result: 'ok' }), en)).toBeNull();
  expect(adviceOn(check({ result: 'skipped', fault: 'timeout' }), en)).toBeNull();
});

test('[SH1] the most exact words win: a code, then the fault of this check, then the fault, then the check', () => {
  const readOnly = adviceOn(check({ name: 'write', fault: 'unauthorised', code: 'read-only-keys' }), en);
  expect(readOnly?.means).toContain('may only read');
  expect(adviceOn(check({ name: 'read-orders', fault: 'forbidden' }), en)?.means).toContain('may not read orders');
  expect(adviceOn(check({ name: 'rest', fault: 'foreign' }), en)?.means).toContain('firewall');
  expect(adviceOn(check({ name: 'time-zone', result: 'warning' }), en)?.means).toContain('time zone');
});

test('[SH1] WooCommerce’s own error code, for which there are no words, does not hide those of the fault', () => {
  expect(adviceOn(check({ fault: 'unauthorised', code: 'woocommerce_rest_cannot_view' }), en)).toEqual(
    en.faults.unauthorised,
  );
});
