import { expect, test } from 'vitest';
import { createClientAddress } from './client-address.ts';

const from = createClientAddress(['127.0.0.0/8', '::1', '172.18.0.0/16']);
const seen = (peer: string, forwarded?: string | string[]) =>
  from.of(peer, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded });

test('[BD6c] a caller who is no trusted proxy counts as himself, whatever he writes', () => {
  expect(seen('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  expect(seen('192.168.1.20', '127.0.0.1, 172.18.0.2')).toBe('192.168.1.20');
  expect(seen('::ffff:203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
});

test('[BD6c] behind trusted proxies the last address that is none of theirs counts, not what stands before it', () => {
  expect(seen('127.0.0.1', '203.0.113.9')).toBe('203.0.113.9');
  expect(seen('127.0.0.1', '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
  expect(seen('::ffff:127.0.0.1', '198.51.100.1,203.0.113.9 , 172.18.0.2')).toBe('203.0.113.9');
  expect(seen('::1', '127.0.0.1, 203.0.113.9')).toBe('203.0.113.9');
  expect(seen('127.0.0.1', ['198.51.100.1', '203.0.113.9'])).toBe('203.0.113.9');
});

test('[BD6c] ports are no part of an address, and an IPv4 address is the same in both writings', () => {
  expect(seen('127.0.0.1', '203.0.113.9:51034')).toBe('203.0.113.9');
  expect(seen('127.0.0.1', '[2001:DB8::9]:51034')).toBe('2001:db8::9');
  expect(seen('127.0.0.1', '::ffff:203.0.113.9')).toBe('203.0.113.9');
});

test('[BD6c] where the list ends or holds no address, the last proxy itself counts', () => {
  expect(seen('127.0.0.1')).toBe('127.0.0.1');
  expect(seen('127.0.0.1', '')).toBe('127.0.0.1');
  expect(seen('127.0.0.1', '172.18.0.2')).toBe('172.18.0.2');
  for (const nonsense of ['unknown', '_hidden', '203.0.113.9; drop', '999.1.1.1', ',']) {
    expect([nonsense, seen('127.0.0.1', nonsense)]).toEqual([nonsense, '127.0.0.1']);
  }
});

test('[BD6c] with nobody trusted only the peer counts', () => {
  const alone = createClientAddress([]);
  expect(alone.of('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toBe('127.0.0.1');
  expect([alone.isProxy('127.0.0.1'), from.isProxy('::ffff:127.0.0.1'), from.isProxy(undefined)]).toEqual([
    false,
    true,
    false,
  ]);
});
