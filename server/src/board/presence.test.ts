import { expect, test } from 'vitest';
import type { ScreenReport } from '@kasera/shared/socket.ts';
import { createPresence } from './presence.ts';

const report: ScreenReport = {
  ...{ name: 'Wall', page: 'board', stations: ['grill'], sound: 'on', awake: true, visible: true },
};

function harness() {
  const clock = { now: 1_000 };
  const timers = new Set<{ at: number; run: () => void }>();
  const told: number[] = [];
  const seen: string[] = [];
  const presence = createPresence({
    now: () => clock.now,
    schedule(run, afterMs) {
      const timer = { at: clock.now + afterMs, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    changed: () => void told.push(clock.now),
    seen: ({ id, name }) => void seen.push(`${id} ${name}`),
  });
  const turn = (byMs: number) => {
    clock.now += byMs;
    for (const timer of timers) {
      if (timer.at > clock.now) continue;
      timers.delete(timer);
      timer.run();
    }
  };
  return { presence, told, seen, turn };
}

test('[BO12a] a screen that said what it is stands on the list until it leaves, and each change is told', () => {
  const { presence, told, turn } = harness();
  presence.named('c1', 'wall');
  expect([presence.live(), told]).toEqual([[], []]);
  presence.report('c1', report);
  expect(presence.live()).toEqual([{ id: 'wall', since: 1_000, ...report }]);
  turn(1_000);
  presence.report('c1', { ...report, sound: 'blocked' });
  turn(1_000);
  presence.left('c1');
  expect([presence.live(), told]).toEqual([[], [1_000, 2_000, 3_000]]);
});

test('[BO12a] it may say what it is before it says who it is', () => {
  const { presence, seen, told } = harness();
  presence.report('c1', report);
  expect([presence.live(), told, seen]).toEqual([[], [], []]);
  presence.named('c1', 'wall');
  expect(presence.live()).toMatchObject([{ id: 'wall', name: 'Wall' }]);
  expect([told, seen]).toEqual([[1_000], ['wall Wall']]);
});

test('[BO12b] a reload is one screen, the newest, and no news to anybody', () => {
  const { presence, told, turn } = harness();
  presence.named('c1', 'wall');
  presence.report('c1', report);
  turn(5_000);
  presence.named('c2', 'wall');
  presence.report('c2', report);
  expect(presence.live()).toEqual([{ id: 'wall', since: 6_000, ...report }]);
  turn(20_000);
  presence.left('c1');
  expect(presence.live()).toMatchObject([{ id: 'wall', since: 6_000 }]);
  expect(told).toEqual([1_000]);
});

test('[BO12b] another page in the board’s own browser stands beside the board, and takes nothing from it', () => {
  const { presence, told, turn } = harness();
  presence.named('c1', 'wall');
  presence.report('c1', report);
  turn(5_000);
  presence.named('c2', 'wall');
  presence.report('c2', { ...report, page: 'service', stations: null });
  const shown = () => presence.live().map(({ id, page }) => `${id} ${page}`);
  expect(shown()).toEqual(['wall board', 'wall service']);
  turn(5_000);
  // A reload of the board, which comes after the tab now, is no news.
  presence.named('c3', 'wall');
  presence.report('c3', report);
  turn(5_000);
  expect([shown(), told]).toEqual([
    ['wall service', 'wall board'],
    [1_000, 6_000],
  ]);
  presence.left('c2');
  expect(shown()).toEqual(['wall board']);
});

test('[BO12b] a connection that turns to another page leaves the first', () => {
  const { presence, turn } = harness();
  presence.named('c1', 'wall');
  presence.report('c1', report);
  turn(1_000);
  presence.report('c1', { ...report, page: 'handover' });
  expect(presence.live()).toEqual([{ id: 'wall', since: 1_000, ...report, page: 'handover' }]);
});

test('[BO12b] the same again is no news', () => {
  const { presence, told, turn } = harness();
  presence.named('c1', 'wall');
  for (let time = 0; time < 5; time++) {
    presence.report('c1', { ...report });
    turn(1_000);
  }
  expect(told).toEqual([1_000]);
});

test('[BO12c] a flood of reports is read a few times a second, and its last one counts', () => {
  const { presence, told, turn } = harness();
  presence.named('c1', 'wall');
  for (let n = 0; n < 1_000; n++) presence.report('c1', { ...report, name: `Wall ${n}` });
  expect(presence.live()).toMatchObject([{ name: 'Wall 0' }]);
  for (let ms = 0; ms < 1_000; ms += 50) turn(50);
  expect(presence.live()).toMatchObject([{ name: 'Wall 999' }]);
  expect(told).toEqual([1_000, 1_250]);
});

test('[BO12c] many screens that come at once are told of together', () => {
  const { presence, told, turn } = harness();
  for (let n = 0; n < 30; n++) {
    presence.named(`c${n}`, `s${n}`);
    presence.report(`c${n}`, report);
  }
  for (let ms = 0; ms < 1_000; ms += 50) turn(50);
  expect([presence.live().length, told]).toEqual([30, [1_000, 1_250]]);
});

test('[BO12c] what is no report is passed over, and a name is cut to 40 letters', () => {
  const { presence, turn } = harness();
  presence.named('c1', 'wall');
  const nonsense = [
    null,
    5,
    {},
    { ...report, sound: 'loud' },
    { ...report, stations: 'grill' },
    { ...report, name: 1 },
  ];
  for (const one of nonsense) {
    presence.report('c1', one);
    turn(1_000);
  }
  expect(presence.live()).toEqual([]);
  presence.report('c1', { ...report, name: `  🍕\n${'ñ'.repeat(60)}`, password: 'x' });
  expect(presence.live()).toEqual([{ id: 'wall', since: 1_000, ...report, name: `🍕 ${'ñ'.repeat(38)}` }]);
  turn(1_000);
  presence.report('c1', 'nonsense');
  expect(presence.live()).toHaveLength(1);
});

test('[BO12c] a script that plays a thousand screens makes no beat longer than a hundred of them', () => {
  const { presence, turn } = harness();
  presence.named('c0', 'wall');
  presence.report('c0', report);
  const stations = Array.from({ length: 50 }, (_, n) => `${'s'.repeat(50)}${n}`);
  for (let n = 1; n <= 1_000; n++) {
    presence.named(`c${n}`, `flood ${n}`);
    presence.report(`c${n}`, { ...report, stations });
  }
  turn(1_000);
  const live = presence.live();
  expect([live.length, live[0]?.id, live[1]?.stations?.length]).toEqual([100, 'wall', 21]);
});

test('[BO12c] a name is one line, and turns no other text around', () => {
  const { presence } = harness();
  presence.named('c1', 'wall');
  presence.report('c1', { ...report, name: '\u202eGrill\u0000\nwall\u2066' });
  expect(presence.live()).toMatchObject([{ name: 'Grill wall' }]);
});

test('[BO12a] nothing is told any more once it has stopped', () => {
  const { presence, told, turn } = harness();
  presence.named('c1', 'wall');
  presence.report('c1', report);
  presence.report('c1', { ...report, name: 'Other' });
  presence.stop();
  turn(10_000);
  expect(told).toEqual([1_000]);
});
