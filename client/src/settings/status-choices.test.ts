import { expect, test } from 'vitest';
import { settingsEn } from '../i18n/settings-en.ts';
import { statusChoices } from './status-choices.ts';

const words = settingsEn.telling;
const shop = ['pending', 'processing', 'on-hold', 'completed', 'cancelled', 'refunded', 'out-for-delivery'].map(
  (slug) => ({ slug, name: slug.toUpperCase() }),
);
const slugs = (choices: readonly { value: string }[]) => choices.map(({ value }) => value);

test('[SH5] a step offers the shop’s own statuses by their names, and to leave the status as it is', () => {
  const choices = statusChoices('ready', shop, null, words);
  expect(choices[0]).toEqual({ value: '', text: words.leave });
  expect(choices).toContainEqual({ value: 'out-for-delivery', text: 'OUT-FOR-DELIVERY' });
});

test('[SH5] no step offers what a kitchen must not do to a paid order', () => {
  expect(slugs(statusChoices('ready', shop, null, words))).toEqual([
    '',
    'processing',
    'on-hold',
    'completed',
    'out-for-delivery',
  ]);
  expect(slugs(statusChoices('cancelled', shop, null, words))).toEqual([
    '',
    'on-hold',
    'cancelled',
    'out-for-delivery',
  ]);
});

test('[SH5] what is in force is always among the choices, though the shop no longer has it', () => {
  expect(slugs(statusChoices('completed', shop, 'pending', words))).toContain('pending');
  expect(statusChoices('completed', shop, 'gone', words).at(-1)).toEqual({
    value: 'gone',
    text: words.unknownStatus('gone'),
  });
});

test('[SH5] before the shop’s statuses are read, WooCommerce’s own are offered', () => {
  expect(slugs(statusChoices('completed', [], 'completed', words))).toEqual(['', 'processing', 'on-hold', 'completed']);
  // That the shop does not have one of its own cannot be said yet.
  expect(statusChoices('ready', [], 'out-for-delivery', words).at(-1)?.text).toBe('out-for-delivery');
});
