import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { LiveScreen } from '@kasera/shared/socket.ts';
import { sampleAsking, sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { expect, test } from 'vitest';
import { checksOf, overallOf, type ServiceView } from './checks.ts';
import { readKnownScreens } from './known-screens.ts';

const now = 100 * 3_600_000;
const board = (parts: Partial<LiveScreen> = {}): LiveScreen => ({
  ...{ id: 's1', name: 'Pass', page: 'board', stations: null, sound: 'on', awake: true, visible: true, since: 0 },
  ...parts,
});
const view = (parts: Partial<ServiceView> = {}): ServiceView => ({
  beat: sampleBeat({ screens: [board()], asking: sampleAsking({ state: 'asking', checkedAt: now }) }),
  server: 'live',
  known: [],
  setup: usualSetup,
  lastOrderAt: null,
  screen: 'me',
  now,
  ...parts,
});
const screens = (...all: LiveScreen[]) =>
  sampleBeat({ screens: all, asking: sampleAsking({ state: 'asking', checkedAt: 0 }) });
const levelOf = (seen: ServiceView, key: string) =>
  checksOf(seen).find((check) => check.key.split(' ')[0] === key)?.level;

test('[BO12] ready for service where every screen is live, heard, awake and in front, and nothing is noticed', () => {
  expect(overallOf(checksOf(view()))).toEqual({ level: 'good', toSeeTo: 0 });
});

test('[BO12] a board that cannot be heard is grave, one that may sleep or stands behind is to be seen to', () => {
  expect(levelOf(view({ beat: screens(board({ sound: 'blocked' })) }), 's1')).toBe('bad');
  expect(levelOf(view({ beat: screens(board({ sound: 'muted' })) }), 's1')).toBe('bad');
  expect(levelOf(view({ beat: screens(board({ awake: false })) }), 's1')).toBe('warn');
  expect(levelOf(view({ beat: screens(board({ visible: false })) }), 's1')).toBe('warn');
});

test('[BO12] what guests look at is worth a look when silent; who only looks at this page has no work', () => {
  const pickup = board({ id: 'p', page: 'pickup', sound: 'blocked' });
  const phone = board({ id: 'me', page: 'service', sound: 'blocked', awake: false });
  const seen = view({ beat: screens(board(), pickup, phone) });
  expect([levelOf(seen, 'p'), levelOf(seen, 'me')]).toEqual(['warn', 'none']);
});

test('[BO12] a named screen that was there yesterday is missed, a nameless one is only mentioned', () => {
  const known = [
    { id: 'a', name: 'Grill', lastSeenAt: now - 3_600_000 },
    { id: 'b', name: '', lastSeenAt: now - 3_600_000 },
    { id: 'c', name: 'Old', lastSeenAt: now - 72 * 3_600_000 },
    { id: 's1', name: 'Pass', lastSeenAt: now },
  ];
  const seen = view({ known });
  expect(['a', 'b', 'c', 's1'].map((id) => levelOf(seen, id))).toEqual(['warn', undefined, 'none', 'good']);
  const others = { type: 'others-away', count: 1, lastSeenAt: now - 3_600_000 };
  expect(checksOf(seen).find(({ key }) => key === 'others')).toMatchObject({ level: 'none', about: others });
});

test('[BO12] Expo shows no station, and a board behind other pages none either: as the notice on the boards has it', () => {
  const setup = { stations: [{ id: 'grill', name: 'Grill' }], expo: true };
  const expoOnly = view({ setup, beat: screens(board({ stations: ['expo'] })) });
  expect([levelOf(expoOnly, 'grill'), levelOf(expoOnly, 'expo')]).toEqual(['bad', undefined]);
  const behind = view({ setup, beat: screens(board({ visible: false })) });
  expect([levelOf(behind, 'grill'), levelOf(behind, 'expo')]).toEqual(['bad', 'bad']);
});

test('[BO12] a station that no live board shows is grave, and so is Expo where orders become ready there', () => {
  const setup = { stations: [{ id: 'grill', name: 'Grill' }], expo: true };
  const fry = board({ stations: ['fry'] });
  expect(levelOf(view({ setup, beat: screens(fry) }), 'grill')).toBe('bad');
  expect(levelOf(view({ setup, beat: screens(fry) }), 'expo')).toBe('bad');
  const covered = view({ setup, beat: screens(board({ stations: ['grill', 'expo'] })) });
  expect([levelOf(covered, 'grill'), levelOf(covered, 'expo')]).toEqual(['good', undefined]);
  expect(levelOf(view({ setup, beat: screens(board({ page: 'handover' })) }), 'grill')).toBe('bad');
});

test('[BO12] without any board that is said before all', () => {
  expect(checksOf(view({ beat: screens() }))[0]).toMatchObject({ key: 'no-board', level: 'bad' });
});

test('[BO12] notices stand where they belong; what has a line of its own, or is no news, is not said twice', () => {
  const beat = sampleBeat({
    screens: [board()],
    asking: sampleAsking({ state: 'asking', checkedAt: 0 }),
    notices: [
      { code: 'push-no-audience', level: 'warning' },
      { code: 'disk-low', level: 'error' },
      { code: 'shop-not-connected', level: 'warning' },
      { code: 'screens-deaf', level: 'warning' },
    ],
  });
  const checks = checksOf(view({ beat }));
  const placed = checks
    .filter(({ about }) => about.type === 'notice')
    .map(({ key, area, level }) => [key, area, level]);
  expect(placed).toEqual([
    ['push-no-audience', 'phones', 'warn'],
    ['disk-low', 'kasera', 'bad'],
  ]);
  expect(checks.some(({ key }) => key === 'phones')).toBe(false);
  expect(overallOf(checks)).toEqual({ level: 'bad', toSeeTo: 2 });
});

test('[BO12] a shop that is turned away, and a server that is not heard, are grave', () => {
  const failing = sampleBeat({ screens: [board()], intake: { state: 'failing', failingSince: 5, reason: 'disk' } });
  expect(levelOf(view({ beat: failing }), 'refusing')).toBe('bad');
  for (const server of ['lost', 'full'] as const) expect(levelOf(view({ server }), 'server')).toBe('bad');
  expect(checksOf(view({ beat: null, server: 'lost' })).map(({ key }) => key)).toEqual(['server']);
});

test('[BO12] an answer that is none about screens is not believed', () => {
  expect(readKnownScreens({ screens: [{ id: 'a', name: '', lastSeenAt: 1 }], live: [] })).toHaveLength(1);
  expect(readKnownScreens({ screens: [{ id: 'a' }] })).toBeNull();
  expect(readKnownScreens('<html>')).toBeNull();
});
