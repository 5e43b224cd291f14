import { expect, test } from 'vitest';
import { watchBeat } from './beat-watch.ts';

const ok = { state: 'ok' } as const;
const silentFor = (ms: number) => watchBeat({ lastBeatAt: 0, now: ms, serverNow: 0, intake: ok });

test('[BD4] says nothing while beats come, words after 12 s without one', () => {
  expect(silentFor(11_999).warning).toEqual({ type: 'none' });
  expect(silentFor(12_000).warning).toEqual({ type: 'silent', forMs: 12_000 });
});

test('[BD4] sounds after 30 s without a beat, and again each minute', () => {
  expect(silentFor(29_999).alarms).toBe(0);
  expect(silentFor(30_000).alarms).toBe(1);
  expect(silentFor(89_999).alarms).toBe(1);
  expect(silentFor(90_000).alarms).toBe(2);
  expect(silentFor(150_000).alarms).toBe(3);
});

test('[BD4] says at once, with sound, that orders are being refused; again each minute', () => {
  const failing = { state: 'failing', failingSince: 1_000, reason: 'disk full' } as const;
  const at = (serverNow: number) => watchBeat({ lastBeatAt: 0, now: 0, serverNow, intake: failing });
  expect(at(1_000)).toEqual({ warning: { type: 'refusing', sinceAt: 1_000, reason: 'disk full' }, alarms: 1 });
  expect(at(61_000).alarms).toBe(2);
});

test('[BD4] a silent server outweighs what it last said', () => {
  const failing = { state: 'failing', failingSince: 0, reason: 'x' } as const;
  expect(watchBeat({ lastBeatAt: 0, now: 20_000, serverNow: 20_000, intake: failing }).warning.type).toBe('silent');
});
