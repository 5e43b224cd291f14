import { expect, test } from 'vitest';
import { consentNews, readConsentReturn } from './consent.ts';
import { shopView } from './shop-view.fixture.ts';

const { connection } = shopView();

test('[SH1] reads from the address what was said on the shop’s consent page', () => {
  expect(readConsentReturn('?success=1&user_id=4')).toBe('yes');
  expect(readConsentReturn('?success=0&user_id=4')).toBe('no');
  expect(readConsentReturn('')).toBeNull();
});

test('[SH1] a "yes" in the browser is no connection yet: the keys come from the shop', () => {
  expect(consentNews({ consent: 'waiting', connection: null }, 'yes', false)).toBe('waitingForKeys');
  expect(consentNews({ consent: 'waiting', connection: null }, 'yes', true)).toBe('waitingLong');
  expect(consentNews({ consent: 'granted', connection }, 'yes', false)).toBe('granted');
  expect(consentNews({ consent: 'denied', connection: null }, 'yes', false)).toBe('keysUnfit');
});

test('[SH1] a "no" is said, and who did not come from there is told only what still waits', () => {
  expect(consentNews({ consent: 'waiting', connection: null }, 'no', false)).toBe('denied');
  expect(consentNews({ consent: 'waiting', connection: null }, null, false)).toBe('waiting');
  expect(consentNews({ consent: 'denied', connection: null }, null, false)).toBe('denied');
  expect(consentNews({ consent: 'granted', connection }, null, false)).toBeNull();
  expect(consentNews({ consent: 'none', connection: null }, null, true)).toBeNull();
});
