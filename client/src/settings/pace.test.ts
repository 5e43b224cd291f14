import { expect, test } from 'vitest';
import { paceOf } from './pace.ts';
import { shopView } from './shop-view.fixture.ts';

test('[SH3] the page looks more often while something is under way', () => {
  const { asking } = shopView();
  expect(paceOf(shopView())).toBe(5_000);
  expect(paceOf(shopView({ asking: { ...asking, catchUp: { done: 340, total: 5_000 } } }))).toBe(2_000);
  expect(paceOf(shopView({ connection: null, consent: 'waiting' }))).toBe(2_000);
  expect(paceOf(shopView({ connection: null }))).toBe(10_000);
});
