import { expect, test } from 'vitest';
import { networkOf } from './network-of.ts';

test('[BD6b] an IPv4 address is one caller, however it is written', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9');
});

test('[BD6b] all addresses of one /64 network are one caller', () => {
  const network = '2001:db8:0:7::/64';
  const same = ['2001:db8:0:7::1', '2001:0DB8::7:1:2:3:4', '2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:db8:0:7::1%eth0'];
  expect(same.map(networkOf)).toEqual(same.map(() => network));
  expect(networkOf('2001:db8:0:8::1')).not.toBe(network);
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
});

test('[BD6b] what is no address stays as it is', () => {
  expect(networkOf('')).toBe('');
  expect(networkOf('unix')).toBe('unix');
});
