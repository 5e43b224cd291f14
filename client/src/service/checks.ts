import { expoStation, type KitchenSetup } from '@kasera/shared/kitchen.ts';
import type { KnownScreen } from '@kasera/shared/history.ts';
import { showsStation } from '@kasera/shared/screen-shows.ts';
import type { Beat, LiveScreen } from '@kasera/shared/socket.ts';
import type { Level } from '../ui/mark.tsx';
import type { Area, Check, ServerState, Subject } from './check.ts';
import { noticeChecks } from './notice-checks.ts';
import { screenFaults, screenLevel } from './screen-faults.ts';

export interface ServiceView {
  beat: Beat | null;
  /** Not live: everything is as it was last. */
  server: ServerState;
  known: readonly KnownScreen[];
  setup: Pick<KitchenSetup, 'stations' | 'expo'>;
  /** When the last real order came; null: none has. */
  lastOrderAt: number | null;
  /** The id of the screen that looks. */
  screen: string;
  now: number;
}

/** Everything that has to be so before the doors open ([BO12]), line by line. */
export function checksOf(view: ServiceView): Check[] {
  const { beat, server: state } = view;
  const server: Check = line('server', 'kasera', state === 'live' ? 'good' : 'bad', { type: 'server', state });
  if (!beat) return [server];
  return [
    ...screenChecks(beat, view),
    ...stationChecks(beat, view),
    ...shopChecks(beat, view),
    ...noticeChecks(beat),
    server,
  ];
}

/** How many lines ask for somebody, and how grave the gravest is. */
export function overallOf(checks: readonly Check[]): { level: 'good' | 'warn' | 'bad'; toSeeTo: number } {
  const grave = checks.filter(({ level }) => level === 'bad' || level === 'warn');
  const level = grave.some((check) => check.level === 'bad') ? 'bad' : grave.length > 0 ? 'warn' : 'good';
  return { level, toSeeTo: grave.length };
}

function line(key: string, area: Area, level: Level, about: Subject): Check {
  return { key, area, level, about };
}

function screenChecks({ screens }: Beat, { known, screen: self, now }: ServiceView): Check[] {
  const live = screens.map((screen) => {
    const faults = screenFaults(screen);
    // Two tabs of one device are two screens with one id.
    return line(`${screen.id} ${screen.page}`, 'screens', screenLevel(screen, faults), {
      type: 'screen',
      screen,
      faults,
      isThis: screen.id === self && screen.page === 'service',
    });
  });
  const gone = known.filter(({ id }) => screens.every((screen) => screen.id !== id));
  const away = gone
    .filter(isNamed)
    .map((screen) => line(screen.id, 'screens', awayLevel(screen, now), { type: 'screen-away', screen }));
  const none = screens.some(isBoard) ? [] : [line('no-board', 'screens', 'bad', { type: 'no-board' })];
  return [...none, ...live, ...away, ...othersAway(gone.filter((screen) => !isNamed(screen)))];
}

function isNamed({ name }: KnownScreen): boolean {
  return name.trim() !== '';
}

/** A phone or a tab that once had a look is not missed by anybody: they are one line together. */
function othersAway(others: readonly KnownScreen[]): Check[] {
  if (others.length === 0) return [];
  const lastSeenAt = Math.max(...others.map((screen) => screen.lastSeenAt));
  return [line('others', 'screens', 'none', { type: 'others-away', count: others.length, lastSeenAt })];
}

const missedForMs = 36 * 3_600_000;

/** Somebody gave it a name, and it was there yesterday: it is missed. */
function awayLevel({ lastSeenAt }: KnownScreen, now: number): Level {
  return now - lastSeenAt < missedForMs ? 'warn' : 'none';
}

function isBoard({ page }: LiveScreen): boolean {
  return page === 'board';
}

function stationChecks({ screens }: Beat, { setup }: ServiceView): Check[] {
  const stations = setup.stations.map(({ id, name }) => {
    const shown = screens.filter((screen) => showsStation(screen, id));
    return line(id, 'stations', shown.length > 0 ? 'good' : 'bad', { type: 'station', name, screens: shown });
  });
  const hasExpo = !setup.expo || screens.some((screen) => showsStation(screen, expoStation));
  return hasExpo ? stations : [...stations, line(expoStation, 'stations', 'bad', { type: 'no-expo' })];
}

function shopChecks({ asking, shopHeardAt }: Beat, { lastOrderAt }: ServiceView): Check[] {
  const isAsked = asking.state !== 'off';
  const lines: Check[] = [line('last-order', 'shop', 'none', { type: 'last-order', at: lastOrderAt })];
  if (shopHeardAt !== null || isAsked) {
    const level = shopHeardAt === null ? 'none' : 'good';
    lines.unshift(line('shop-told', 'shop', level, { type: 'shop-told', at: shopHeardAt }));
  }
  if (isAsked && asking.state !== 'down') {
    const level = asking.checkedAt === null ? 'none' : 'good';
    lines.unshift(line('shop-asked', 'shop', level, { type: 'shop-asked', at: asking.checkedAt }));
  }
  return lines;
}
