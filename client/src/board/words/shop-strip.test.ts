import { sampleAsking, sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { shopDown, shopStripOf } from './shop-strip.ts';

const down = sampleAsking({ state: 'down', failingSince: 5_000, fault: 'timeout' });
const caughtUp = { code: 'caught-up', level: 'info', count: 12, at: 9_000 } as const;

test('[SH3.1] a shop that does not answer is said before all else of it', () => {
  const beat = sampleBeat({ asking: { ...down, catchUp: { done: 1, total: 2 } }, notices: [caughtUp] });
  expect(shopStripOf(beat, '')).toEqual({ type: 'down', sinceAt: 5_000, fault: 'timeout', tellsStill: false });
  expect(en.shop.downStrip('timeout', '20:41')).toBe(
    'The shop does not answer (it took too long) since 20:41. Tickets here are safe; new ones cannot come.',
  );
});

test('[SH3.1] new orders still come where the shop tells by itself; only a message since then proves it', () => {
  const heardAt = (shopHeardAt: number | null) => shopDown(sampleBeat({ asking: down, shopHeardAt }))?.tellsStill;
  expect([heardAt(null), heardAt(4_999), heardAt(5_001)]).toEqual([false, false, true]);
});

test('[SH3.2] a catch-up is said while it lasts, and its summary once', () => {
  const catchUp = { done: 340, total: 5_000 };
  const catching = sampleBeat({ asking: sampleAsking({ state: 'asking', catchUp }), notices: [caughtUp] });
  expect(shopStripOf(catching, '')).toEqual({ type: 'catching-up', ...catchUp });
  expect(en.shop.catchingUp(340, 5_000)).toBe('Catching up with the shop: 340 of 5,000');

  const after = sampleBeat({ asking: sampleAsking({ state: 'asking' }), notices: [caughtUp] });
  const strip = shopStripOf(after, '');
  expect(strip).toMatchObject({ type: 'caught-up', notice: caughtUp });
  const key = strip?.type === 'caught-up' ? strip.key : '';
  expect(shopStripOf(after, key)).toBeNull();
  const next = sampleBeat({ notices: [{ ...caughtUp, at: 99_000 }] });
  expect(shopStripOf(next, key)).toMatchObject({ type: 'caught-up' });
});

test('[SH3.1] a shop that answers, and one that is not asked, need no words', () => {
  for (const state of ['off', 'asking', 'slow'] as const) {
    expect(shopStripOf(sampleBeat({ asking: sampleAsking({ state }) }), '')).toBeNull();
  }
  expect(shopStripOf(null, '')).toBeNull();
});
