import { expect, test } from 'vitest';
import { createGuard } from './guard.ts';
import { deriveKeys } from './keys.ts';

const apiKey = 'ks_0123456789abcdef';
const keys = deriveKeys(apiKey);
const guard = createGuard({ apiKey, keys, hosts: ['kitchen.example.com'] });

test('[BD6] knows the API key and the board’s cookie, and nothing else', () => {
  expect(guard.isKnown({ authorization: `Bearer ${apiKey}` })).toBe(true);
  expect(guard.isKnown({ cookie: `theme=dark; kasera=${keys.cookie}` })).toBe(true);
  expect(guard.isKnown({})).toBe(false);
  expect(guard.isKnown({ authorization: 'Bearer wrong' })).toBe(false);
  expect(guard.isKnown({ authorization: apiKey })).toBe(false);
  expect(guard.isKnown({ cookie: `kasera=${keys.boardKey}` })).toBe(false);
  expect(guard.isKnown({ cookie: `kasera=${apiKey}` })).toBe(false);
});

test('[BD6] the board link’s key, the cookie and the API key give none of the others away', () => {
  expect(new Set([apiKey, keys.boardKey, keys.cookie]).size).toBe(3);
  expect(keys.cookie).not.toContain(keys.boardKey);
});

test.each([
  ['localhost:8080', undefined, true],
  ['192.168.1.20:8080', undefined, true],
  ['[::1]:8080', undefined, true],
  ['kitchen.example.com', 'https://kitchen.example.com', true],
  ['KITCHEN.example.com', undefined, true],
  ['localhost:8080', 'http://localhost:8080', true],
  ['localhost:8080', 'http://localhost:9999', false],
  ['localhost:8080', 'https://evil.example', false],
  ['localhost:8080', 'null', false],
  ['evil.example', undefined, false],
  ['', undefined, false],
])('[BD6] a request to host "%s" from origin %s is from here: %s', (host, origin, expected) => {
  expect(guard.isFromHere({ host, ...(origin !== undefined && { origin }) })).toBe(expected);
});

test('[BD6] behind a proxy that asks by another name, our public address is ours and no other', () => {
  const origins = ['https://kitchen.example.com'];
  const proxied = createGuard({ apiKey, keys, hosts: ['kitchen.example.com'], origins });
  const from = (origin: string) => proxied.isFromHere({ host: '127.0.0.1:8080', origin });
  expect(from('https://kitchen.example.com')).toBe(true);
  expect(from('http://kitchen.example.com')).toBe(false);
  expect(from('https://kitchen.example.com.evil.example')).toBe(false);
  expect(from('https://kitchen.example.com:8443')).toBe(false);
});

test('[IN8a] the API key itself is told from the board’s cookie and the board link’s key', () => {
  expect(guard.hasApiKey({ authorization: `Bearer ${apiKey}` })).toBe(true);
  expect(guard.hasApiKey({ cookie: `kasera=${keys.cookie}` })).toBe(false);
  for (const other of [keys.boardKey, keys.cookie, '']) {
    expect(guard.hasApiKey({ authorization: `Bearer ${other}` })).toBe(false);
  }
});
