import { expect, test } from 'vitest';
import { settingsEn } from '../i18n/settings-en.ts';
import { refusalWords } from './refusal-words.ts';

test('[SH1] a refusal is said in words of the page where it has them', () => {
  const refused = (code: string) => refusalWords({ type: 'refused', code, message: 'So.', checks: [] }, settingsEn);
  expect(refused('from-environment')).toBe(settingsEn.faults.fromEnvironment);
  expect(refused('cannot-store')).toBe(settingsEn.faults.storage);
  expect(refused('plain-http')).toContain(settingsEn.advice.codes['plain-http']?.todo);
  expect(refused('other')).toContain('So.');
  expect(refusalWords({ type: 'unreached' }, settingsEn)).toBe(settingsEn.faults.unreached);
  expect(refusalWords({ type: 'done', data: null }, settingsEn)).toBeNull();
});
