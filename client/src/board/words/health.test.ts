import type { Notice } from '@kasera/shared/socket.ts';
import { sampleAsking, sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { expect, test } from 'vitest';
import { healthOf } from './health.ts';

const none = { type: 'none' } as const;
const notice = (level: Notice['level'], code: Notice['code']): Notice => ({ level, code });

test('[BD4] is good only while it is live and nothing is wrong', () => {
  expect(healthOf({ phase: 'live', warning: none, beat: sampleBeat({}) })).toMatchObject({
    level: 'good',
    state: 'live',
  });
  expect(healthOf({ phase: 'connecting', warning: none, beat: null }).level).toBe('warn');
  expect(healthOf({ phase: 'offline', warning: none, beat: sampleBeat({}) }).level).toBe('bad');
  const silent = { type: 'silent', forMs: 12_000 } as const;
  expect(healthOf({ phase: 'live', warning: silent, beat: sampleBeat({}) })).toMatchObject({
    level: 'bad',
    state: 'offline',
  });
  const failing = sampleBeat({ intake: { state: 'failing', failingSince: 1, reason: 'x' } });
  expect(healthOf({ phase: 'live', warning: none, beat: failing })).toMatchObject({ level: 'bad', state: 'refusing' });
});

test('[BD1] names the errors before the warnings; what is only worth knowing is no problem', () => {
  const notices = [
    notice('info', 'push-not-configured'),
    notice('warning', 'disk-low'),
    notice('error', 'push-parked'),
  ];
  const health = healthOf({ phase: 'live', warning: none, beat: sampleBeat({ notices }) });
  expect(health.level).toBe('bad');
  expect(health.problems.map((one) => one.code)).toEqual(['push-parked', 'disk-low']);
  expect(health.remarks.map((one) => one.code)).toEqual(['push-not-configured']);
});

test('[SH3.1] a shop that does not answer is bad; only uneasy while it still tells by itself', () => {
  const asking = sampleAsking({ state: 'down', failingSince: 5, fault: 'timeout' });
  const health = (shopHeardAt: number | null) =>
    healthOf({ phase: 'live', warning: none, beat: sampleBeat({ asking, shopHeardAt }) });
  expect(health(null)).toMatchObject({ level: 'bad', state: 'shop-down' });
  expect(health(6)).toMatchObject({ level: 'warn', state: 'shop-down' });
});

test('[SH3.4] that no webhook is connected is no remark while the shop is asked', () => {
  const notices = [notice('info', 'shop-not-connected')];
  const remarks = (state: 'off' | 'asking' | 'slow') =>
    healthOf({ phase: 'live', warning: none, beat: sampleBeat({ notices, asking: sampleAsking({ state }) }) }).remarks;
  expect([remarks('off').length, remarks('asking').length, remarks('slow').length]).toEqual([1, 0, 0]);
});

test('[BO11] that there is no place for this screen is neither the server’s silence nor a missing key', () => {
  const silent = { type: 'silent', forMs: 40_000 } as const;
  for (const [warning, beat] of [
    [none, null],
    [silent, sampleBeat({})],
  ] as const) {
    expect(healthOf({ phase: 'too-many-connections', warning, beat })).toMatchObject({
      level: 'bad',
      state: 'no-place',
    });
  }
});
