import { expect, test } from 'vitest';
import { whyRefused } from './why-refused.ts';

const failed = (fields: object) => Object.assign(new Error('no'), fields);

test('[BO11] tells the server’s reasons for refusing a screen apart, and both from a line that failed', () => {
  expect(whyRefused(failed({ data: { code: 'unauthorised' } }))).toBe('unauthorised');
  expect(whyRefused(failed({ data: { code: 'too-many-connections' } }))).toBe('too-many-connections');
  expect(whyRefused(failed({ data: { code: 'another' } }))).toBeNull();
  for (const nothing of [{}, { data: null }, { data: 'unauthorised' }, { context: null }, { context: {} }]) {
    expect(whyRefused(failed(nothing))).toBeNull();
  }
});

test('[BO11] whom the server no longer gives a sentence learns it from the answer to its request', () => {
  const request = (responseText: string) => failed({ context: { responseText } });
  expect(whyRefused(request('{"code":4,"message":"too-many-connections: Too many screens …"}'))).toBe(
    'too-many-connections',
  );
  expect(whyRefused(request('{"error":{"code":"too-many-connections","message":"…"}}'))).toBe('too-many-connections');
  expect(whyRefused(request('<h1>502 Bad Gateway</h1>'))).toBeNull();
  // Refused for another reason, as for a page of another site: the key is not what is missing.
  expect(whyRefused(request('unauthorised'))).toBeNull();
});
