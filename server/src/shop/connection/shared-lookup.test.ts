import type { LookupOptions } from 'node:dns';
import { expect, test } from 'vitest';
import { createSharedLookup } from './shared-lookup.ts';

test('[SH8f] a name is looked up once for all who ask at the same time, and anew for those who ask later', () => {
  const asked: { name: string; answer(): void }[] = [];
  const lookup = createSharedLookup((name, options: LookupOptions, answered) => {
    const address = options.all ? [{ address: '192.0.2.7', family: 4 }] : '192.0.2.7';
    asked.push({ name, answer: () => answered(null, address, 4) });
  });
  const heard: unknown[] = [];
  const ask = (name: string, all = false) => lookup(name, { all }, (_error, address) => heard.push(address));
  for (const name of ['shop.example', 'shop.example', 'other.example']) ask(name);
  ask('shop.example', true);
  expect(asked.map(({ name }) => name)).toEqual(['shop.example', 'other.example', 'shop.example']);
  asked.forEach(({ answer }) => answer());
  expect(heard).toEqual(['192.0.2.7', '192.0.2.7', '192.0.2.7', [{ address: '192.0.2.7', family: 4 }]]);
  ask('shop.example');
  expect(asked).toHaveLength(4);
});
