import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import { sampleAsking, sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { es } from '../../i18n/es.ts';
import { askedWay, toldWay } from './shop-words.ts';

const now = 100_000;
const asked = (parts: Parameters<typeof sampleAsking>[0]) =>
  askedWay(sampleBeat({ asking: sampleAsking(parts) }), now, en);

test('[SH3.3] says when the shop was last looked at, by the server’s clock', () => {
  expect(asked({ state: 'asking', checkedAt: now - 4_000 })).toEqual({
    state: 'ok',
    words: 'Kasera looks by itself, last 4 s ago',
  });
  expect(asked({ state: 'asking' }).words).toBe('Kasera looks by itself, not yet through');
});

test('[SH3.3] says why a shop is looked at less often, and since when it does not answer', () => {
  expect(asked({ state: 'slow', checkedAt: now, fault: 'busy' })).toEqual({
    state: 'ok',
    words: 'Kasera looks by itself, last 0 s ago; less often for now (it has too much to do)',
  });
  expect(asked({ state: 'down', failingSince: 0, fault: 'foreign' })).toMatchObject({
    state: 'bad',
    words: expect.stringMatching(/^does not answer \(something else answers in its place\) since \d\d:\d\d$/),
  });
});

test('[SH3.3] every kind of fault has words of its own in both languages', () => {
  const kinds = Object.keys(en.shop.faults) as ShopFaultKind[];
  for (const language of [en, es]) {
    const words = kinds.map((fault) => language.shop.askedDown(fault, '20:41'));
    expect(new Set(words).size).toBe(kinds.length);
  }
});

test('[SH3.4] asking alone is a way to run: without it a silent shop is wrong, with it only not in use', () => {
  const alone = sampleBeat({ asking: sampleAsking({ state: 'asking' }) });
  expect(toldWay(sampleBeat(), now, en)).toEqual({ state: 'bad', words: en.health.shopSilent });
  expect(toldWay(alone, now, en)).toEqual({ state: 'off', words: en.shop.noneNeeded });
  expect(toldWay(sampleBeat({ shopHeardAt: now - 8_000 }), now, en)).toEqual({
    state: 'ok',
    words: 'last signed message 8 s ago',
  });
  expect(askedWay(sampleBeat(), now, en).state).toBe('off');
});
