import { expect, test } from 'vitest';
import { createIsTrusted, parseTrustedProxies } from './trusted-proxies.ts';

test('[BD6c] the list takes addresses, networks and this machine, of both kinds', () => {
  expect(parseTrustedProxies('loopback, 172.18.0.0/16,10.0.0.7, FD00::/8')).toEqual({
    type: 'ok',
    proxies: ['127.0.0.0/8', '::1', '172.18.0.0/16', '10.0.0.7', 'fd00::/8'],
  });
  expect(parseTrustedProxies('none')).toEqual({ type: 'ok', proxies: [] });
});

test.each([
  'nginx',
  '10.0.0.0/33',
  '10.0.0',
  '10.0.0.1/',
  '10.0.0.0/8/8',
  'fd00::/129',
  'fe80::1%eth0',
  '10.0.0.1 10.0.0.2',
])('[BD6c] refuses %s with a sentence that names it and says what would be right', (entry) => {
  const parsed = parseTrustedProxies(`loopback,${entry}`);
  expect(parsed).toMatchObject({ type: 'faulty', message: expect.stringContaining(`“${entry.toLowerCase()}”`) });
  expect(parsed).toMatchObject({ message: expect.stringContaining('for example loopback,172.18.0.0/16') });
});

test('[BD6c] refuses to trust everybody, and “none” beside others', () => {
  for (const everybody of ['0.0.0.0/0', '::/0']) {
    expect(parseTrustedProxies(everybody)).toMatchObject({ message: expect.stringContaining('is everybody') });
  }
  expect(parseTrustedProxies('none,10.0.0.7')).toMatchObject({ message: expect.stringContaining('must stand alone') });
});

test('[BD6c] knows the addresses of the list and no others', () => {
  const isTrusted = createIsTrusted(['127.0.0.0/8', '::1', '172.18.0.0/16', 'fd00::/8']);
  for (const one of ['127.0.0.1', '127.9.9.9', '::1', '172.18.255.1', 'fd12::9'])
    expect([one, isTrusted(one)]).toEqual([one, true]);
  for (const one of ['172.19.0.1', '203.0.113.9', '2001:db8::1', '', 'unknown'])
    expect([one, isTrusted(one)]).toEqual([one, false]);
});
