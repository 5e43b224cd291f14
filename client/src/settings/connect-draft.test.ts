import { expect, test } from 'vitest';
import { settingsEn } from '../i18n/settings-en.ts';
import { faultsOfChecks, faultsOfDraft, tidyDraft } from './connect-draft.ts';
import { shopView } from './shop-view.fixture.ts';

const words = settingsEn.connection;
const right = { url: 'shop.example', key: 'ck_1', secret: 'cs_1' };

test('[SH1] says beside each field what is missing, before the shop is asked', () => {
  expect(faultsOfDraft({ url: ' ', key: '', secret: '' }, words)).toEqual(words.missing);
  expect(faultsOfDraft(right, words)).toEqual({});
});

test('[SH1] notices key and secret put into each other’s field', () => {
  expect(faultsOfDraft({ ...right, key: 'cs_1', secret: 'ck_1' }, words)).toEqual(words.swapped);
});

test('[SH1] leaves out the blanks that come along when something is pasted', () => {
  expect(tidyDraft({ url: ' shop.example\n', key: ' ck_1 ', secret: 'cs_1\t' })).toEqual(right);
});

test('[SH1] says what the shop’s checks found beside the field it is about', () => {
  const failing = (name: 'rest' | 'keys', fault: 'foreign' | 'unauthorised') =>
    shopView().checks.map((check) => (check.name === name ? { ...check, result: 'failed' as const, fault } : check));
  expect(faultsOfChecks(failing('keys', 'unauthorised'), settingsEn)).toEqual({
    key: settingsEn.advice.faults.unauthorised.means,
  });
  expect(faultsOfChecks(failing('rest', 'foreign'), settingsEn)).toEqual({
    url: settingsEn.advice.faults.foreign.means,
  });
  expect(faultsOfChecks(shopView().checks, settingsEn)).toEqual({});
});
