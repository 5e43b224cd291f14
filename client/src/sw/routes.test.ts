import { expect, test } from 'vitest';
import { outdated, wayOf } from './routes.ts';

const at = { origin: 'https://kasera.test', files: new Set(['/icon.svg', '/assets/index-1.js']) };
const way = (path: string, request: { method?: string; mode?: string } = {}) =>
  wayOf({ method: 'GET', mode: 'cors', url: new URL(path, at.origin).href, ...request }, at);
const visit = { mode: 'navigate' };

test('[BO10] our own pages are asked of the server first and shown from the cache without it', () => {
  for (const path of [
    '/',
    '/board',
    '/handover',
    '/pickup',
    '/service',
    '/keys',
    '/history',
    '/settings/kitchen',
    '/order/o1',
  ]) {
    expect(way(path, visit)).toBe('page');
  }
  expect(way('/elsewhere', visit)).toBe('leave');
});

test('[BO10] what is said live is never kept, nor the link with the key, nor anything sent', () => {
  for (const path of [
    '/api/orders',
    '/socket.io/?EIO=4',
    '/healthz',
    '/webhooks/woocommerce',
    '/build.json',
    '/sw.js',
  ]) {
    expect(way(path)).toBe('leave');
    expect(way(path, visit)).toBe('leave');
  }
  expect(way('/board?key=secret', visit)).toBe('leave');
  expect(way('/board')).toBe('leave');
  expect(way('/assets/index-1.js', { method: 'POST' })).toBe('leave');
  expect(way('https://elsewhere.test/icon.svg')).toBe('leave');
});

test("[BO10] the build's files come from the cache, those of a former build too", () => {
  expect(way('/assets/index-1.js')).toBe('file');
  expect(way('/assets/index-0.js')).toBe('file');
  expect(way('/icon.svg')).toBe('file');
});

test('[BO10] old caches go; the one before stays for pages that have not reloaded yet', () => {
  expect(outdated(['kasera-1', 'other', 'kasera-2', 'kasera-3'], 'kasera-3')).toEqual(['kasera-1']);
  expect(outdated(['kasera-3'], 'kasera-3')).toEqual([]);
});
