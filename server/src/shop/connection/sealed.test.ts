import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSeal } from './sealed.ts';

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64url');
const context = { source: 'woocommerce', url: 'https://shop.example' };

test('[SH1] what is sealed opens again, reads as nothing, and never looks the same twice', () => {
  const { seal, open } = createSeal(keyOf(1), randomBytes);
  const sealed = seal('{"key":"ck_ñ"}', context);
  expect(open(sealed, context)).toBe('{"key":"ck_ñ"}');
  expect(Buffer.from(sealed.slice(3), 'base64url').toString('latin1')).not.toContain('ck_');
  expect(seal('{"key":"ck_ñ"}', context)).not.toBe(sealed);
});

test('[SH1] it does not open with another key, for another shop, or changed', () => {
  const { seal, open } = createSeal(keyOf(1), randomBytes);
  const sealed = seal('secret', context);
  expect(createSeal(keyOf(2), randomBytes).open(sealed, context)).toBeNull();
  expect(open(sealed, { ...context, url: 'https://evil.example' })).toBeNull();
  expect(open(sealed, { ...context, source: 'pos' })).toBeNull();
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  for (const at of [0, 12, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(open(`v1.${changed.toString('base64url')}`, context), `byte ${at}`).toBeNull();
  }
  for (const broken of ['', 'v1.', 'v1.AAAA', 'v2.' + sealed.slice(3)]) expect(open(broken, context)).toBeNull();
});
