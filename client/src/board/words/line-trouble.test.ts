import type { LiveScreen, Notice } from '@kasera/shared/socket.ts';
import { sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { expect, test } from 'vitest';
import { healthOf } from './health.ts';
import { troubledIn } from './health-sign.tsx';
import { lineTrouble } from './line-trouble.ts';

const notice = (code: Notice['code'], level: Notice['level'] = 'warning'): Notice => ({ code, level, name: 'GRILL' });
const none = { type: 'none' } as const;

test('[BO2] a station without a live screen is said in the reserved row before deaf screens', () => {
  const both = sampleBeat({ notices: [notice('screens-deaf'), notice('station-no-screen')] });
  expect(lineTrouble(both)?.code).toBe('station-no-screen');
  expect(lineTrouble(sampleBeat({ notices: [notice('screens-deaf')] }))?.code).toBe('screens-deaf');
  expect(lineTrouble(sampleBeat({}))).toBeNull();
  expect(lineTrouble(null)).toBeNull();
});

test('[BO8] a screen that alone is deaf has its button; the row of words says it on the others', () => {
  const deaf: Notice = { ...notice('screens-deaf'), count: 1 };
  const screens: LiveScreen[] = [
    { id: 'a', since: 0, name: '', page: 'board', stations: null, sound: 'blocked', awake: true, visible: true },
  ];
  expect(lineTrouble(sampleBeat({ notices: [deaf], screens }), { screen: 'a' })).toBeNull();
  expect(lineTrouble(sampleBeat({ notices: [deaf], screens }), { screen: 'b' })?.code).toBe('screens-deaf');
  expect(lineTrouble(sampleBeat({ notices: [{ ...deaf, count: 2 }], screens }), { screen: 'a' })?.code).toBe(
    'screens-deaf',
  );
});

test('[BO2b] dishes of no station are said last, until somebody puts the word away for an hour', () => {
  const nobodys = sampleBeat({ notices: [notice('items-unclaimed')] });
  expect(lineTrouble(nobodys)?.code).toBe('items-unclaimed');
  expect(lineTrouble(nobodys, { isPutAway: () => true })).toBeNull();
  const withDeaf = sampleBeat({ notices: [notice('items-unclaimed'), notice('screens-deaf')] });
  expect(lineTrouble(withDeaf, { isPutAway: () => true })?.code).toBe('screens-deaf');
});

test('[BO11] what keeps orders from coming is said in the row before deaf screens, phones that are not told after them', () => {
  const said = (...notices: Notice[]) => lineTrouble(sampleBeat({ notices }))?.code;
  for (const code of ['webhook-broken', 'signature-failing', 'shop-keys-refused', 'disk-low'] as const) {
    expect(said(notice('screens-deaf'), notice(code, 'error'))).toBe(code);
  }
  for (const code of ['push-parked', 'push-failing', 'push-no-audience', 'push-nobody-subscribed'] as const) {
    expect(said(notice(code, 'error'), notice('screens-deaf'))).toBe('screens-deaf');
    expect(said(notice(code, 'error'), notice('items-unclaimed'))).toBe(code);
  }
  expect(said(notice('webhook-broken'))).toBe('webhook-broken');
  // Who runs without phones has chosen so; a shop that does not answer has a strip of its own.
  expect(said(notice('push-not-configured'), notice('shop-down', 'error'))).toBeUndefined();
});

test('[BO11] what the line cannot mend can be put away there, what it can stays', () => {
  const notices = [notice('station-no-screen'), notice('webhook-broken', 'error'), notice('push-parked', 'error')];
  const without = (away: Notice['code'][], given = notices) =>
    lineTrouble(sampleBeat({ notices: given }), { isPutAway: (code) => away.includes(code) })?.code;
  expect(without(['station-no-screen'])).toBe('station-no-screen');
  expect(without(['webhook-broken'], notices.slice(1))).toBe('push-parked');
  expect(without(['webhook-broken', 'push-parked'], notices.slice(1))).toBeUndefined();
});

test('[BO11] each state has a sign of its own', () => {
  const sign = (code: Notice['code'], level: Notice['level'] = 'error') =>
    troubledIn(healthOf({ phase: 'live', warning: none, beat: sampleBeat({ notices: [notice(code, level)] }) }));
  expect(sign('push-parked')).toBe('phones');
  expect(sign('push-nobody-subscribed')).toBe('phones');
  expect(sign('webhook-broken')).toBe('shop');
  expect(sign('screens-deaf')).toBe('sound');
  expect(sign('station-no-screen')).toBe('screen');
  expect(sign('disk-low')).toBe('other');
  expect(troubledIn(healthOf({ phase: 'offline', warning: none, beat: sampleBeat({}) }))).toBe('server');
});
