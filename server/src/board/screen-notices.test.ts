import { expect, test } from 'vitest';
import type { LiveScreen } from '@kasera/shared/socket.ts';
import { createScreenNotices } from './screen-notices.ts';

const stations = [
  { id: 'grill', name: 'GRILL' },
  { id: 'fry', name: 'FRY' },
];

function screen(parts: Partial<LiveScreen> = {}): LiveScreen {
  return {
    ...{ id: 's1', since: 0, name: 'Wall', page: 'board', stations: null, sound: 'on', awake: true, visible: true },
    ...parts,
  };
}

function harness(expo = false) {
  const state = { screens: [] as LiveScreen[], rules: { stations, expo } };
  const notices = createScreenNotices({ live: () => state.screens, rules: () => state.rules });
  /** Asks at each of these seconds; answers what was said at the last one. */
  const at = (...seconds: number[]) => seconds.map((second) => notices(second * 1_000)).at(-1) ?? [];
  const alone = (...seconds: number[]) =>
    at(...seconds)
      .filter(({ code }) => code === 'station-no-screen')
      .map(({ name, at: since, level }) => `${name} ${level} since ${(since ?? 0) / 1_000}`);
  const deaf = (...seconds: number[]) => at(...seconds).filter(({ code }) => code === 'screens-deaf');
  return { state, alone, deaf };
}

test('[BO2c] a station nobody looks at is said after 30 s, with since when, and not any more when somebody does', () => {
  const { state, alone } = harness();
  state.screens = [screen({ stations: ['grill'] })];
  expect(alone(0, 29.999)).toEqual([]);
  expect(alone(30)).toEqual(['FRY error since 0']);
  state.screens = [screen({ stations: ['grill', 'fry'] })];
  expect(alone(31)).toEqual([]);
  state.screens = [screen({ stations: ['fry'] })];
  expect(alone(32, 61)).toEqual([]);
  expect(alone(62)).toEqual(['GRILL error since 32']);
});

test('[BO2c] a board that has chosen nothing shows every station; hand-over does not, and one that is not in front neither', () => {
  const { state, alone } = harness();
  state.screens = [screen()];
  expect(alone(0, 60)).toEqual([]);
  state.screens = [screen({ stations: ['fry'] }), screen({ id: 's2', page: 'handover' })];
  expect(alone(61, 120)).toEqual(['GRILL error since 61']);
  state.screens = [screen({ stations: ['fry'] }), screen({ id: 's2', visible: false })];
  expect(alone(121)).toEqual(['GRILL error since 61']);
});

test('[BO2c] Expo is a station where there is one, and shows no other', () => {
  const { state, alone } = harness(true);
  state.screens = [screen({ stations: ['grill', 'fry'] })];
  expect(alone(0, 60)).toEqual(['Expo error since 0']);
  state.screens = [screen({ stations: ['expo'] })];
  expect(alone(61, 120)).toEqual(['GRILL error since 61', 'FRY error since 61']);
});

test('[BO2c] while there is no board at all nobody is told, and the clock begins with the first one', () => {
  const { state, alone } = harness();
  expect(alone(0, 600)).toEqual([]);
  state.screens = [screen({ page: 'pickup' })];
  expect(alone(601, 660)).toEqual([]);
  state.screens = [screen({ stations: ['grill'] })];
  expect(alone(700, 729)).toEqual([]);
  expect(alone(730)).toEqual(['FRY error since 700']);
});

test('[BO2c] a station that is removed is missed by nobody', () => {
  const { state, alone } = harness();
  state.screens = [screen({ stations: ['grill'] })];
  alone(0, 30);
  state.rules = { stations: stations.slice(0, 1), expo: false };
  expect(alone(31)).toEqual([]);
  state.rules = { stations: [], expo: false };
  expect(alone(99)).toEqual([]);
});

test('[BO8a] a board that cannot be heard for over 10 s is said, as an error where none can', () => {
  const { state, deaf } = harness();
  state.screens = [screen({ sound: 'blocked' }), screen({ id: 's2', name: 'Pass', page: 'handover' })];
  expect(deaf(0, 10)).toEqual([]);
  expect(deaf(10.001)).toEqual([{ code: 'screens-deaf', level: 'warning', count: 1, name: 'Wall', at: 0 }]);
  state.screens = [
    screen({ sound: 'muted' }),
    screen({ id: 's2', name: 'Pass', page: 'handover', sound: 'unsupported' }),
  ];
  expect(deaf(11)).toMatchObject([{ level: 'warning', name: 'Wall' }]);
  expect(deaf(22)).toEqual([{ code: 'screens-deaf', level: 'error', count: 2, name: 'Wall, Pass', at: 0 }]);
  state.screens = [screen(), screen({ id: 's2', page: 'pickup', sound: 'muted' })];
  expect(deaf(23, 60)).toEqual([]);
});

test('[BO8a] a page opened in a browser that is deaf already has its own 10 s', () => {
  const { state, deaf } = harness();
  const board = screen({ sound: 'muted' });
  state.screens = [board];
  expect(deaf(0, 11)).toMatchObject([{ count: 1, at: 0 }]);
  state.screens = [board, screen({ page: 'handover', sound: 'blocked' })];
  expect(deaf(12, 22)).toMatchObject([{ count: 1, level: 'warning' }]);
  expect(deaf(22.001)).toMatchObject([{ count: 2, level: 'error' }]);
  state.screens = [board, screen({ page: 'service', sound: 'blocked' }), screen({ page: 'pickup', sound: 'blocked' })];
  expect(deaf(23, 60)).toMatchObject([{ count: 1 }]);
});

test('[BO8a] one nobody named is called by its stations, else by the mark it has everywhere; of many, five are named', () => {
  const { state, deaf } = harness();
  const silent = { name: '', sound: 'muted' } as const;
  state.screens = [screen({ ...silent, stations: ['grill', 'expo'] }), screen({ ...silent, id: 'abcd-1234' })];
  expect(deaf(0, 11)).toMatchObject([{ count: 2, name: 'GRILL + Expo, #abcd' }]);
  state.screens = Array.from({ length: 7 }, (_, n) => screen({ id: `s${n}`, name: `S${n}`, sound: 'muted' }));
  expect(deaf(20, 31)).toMatchObject([{ count: 7, name: 'S0, S1, S2, S3, S4' }]);
});
