import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSignatureCheck, decodeSecret } from './signature.ts';

const sign = (body: Uint8Array, secret: string): string => createHmac('sha256', secret).update(body).digest('base64');

test('[IN1] accepts exactly base64(HMAC-SHA256(raw bytes, secret))', () => {
  const check = createSignatureCheck('kitchen-test-secret');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
      const right = sign(body, 'kitchen-test-secret');
      expect(check(body, right)).toBe(true);
      expect(check(body, sign(body, 'another secret'))).toBe(false);
      expect(check(Buffer.concat([body, Buffer.from(' ')]), right)).toBe(false);
    }),
  );
});

test('[IN1] refuses junk of any form and length without throwing', () => {
  const check = createSignatureCheck('s');
  const body = Buffer.from('{}');
  const right = sign(body, 's');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (junk) => {
      expect(check(body, junk)).toBe(false);
    }),
  );
  for (const near of ['', right.slice(0, -1), `${right} `, `${right}, ${right}`, right.toLowerCase(), `${right}\n`]) {
    expect(check(body, near)).toBe(false);
  }
});

test('[IN1a] decodes the entities of a secret once, as WordPress does before it signs', () => {
  expect(decodeSecret('a&amp;b&lt;c&gt;d&quot;e&#039;f&#x27;g&#38;h')).toBe(`a&b<c>d"e'f'g&h`);
  expect(decodeSecret('&amp;lt;')).toBe('&lt;');
  expect(decodeSecret(' ñ &eacute; &#65; &AMP; ')).toBe(' ñ &eacute; &#65; &AMP; ');
});
