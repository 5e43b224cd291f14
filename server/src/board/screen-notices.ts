import { expoStation, type Station } from '@kasera/shared/kitchen.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import { showsStation } from '@kasera/shared/screen-shows.ts';
import { stationAloneAfterMs, type LiveScreen, type Notice } from '@kasera/shared/socket.ts';

export interface ScreenNoticesDeps {
  live(): readonly LiveScreen[];
  rules(): Pick<KitchenRules, 'stations' | 'expo'>;
}

/** @returns what is wrong with the screens at that moment; to be asked about every second, since how long it has been so counts */
export type ScreenNotices = (now: number) => Notice[];

/** A browser that was just opened wants a touch before it may ring: a person is about to give it. */
const deafAfterMs = 10_000;
const mostNames = 5;

/** Stations nobody looks at, and screens nobody hears ([BO2c], [BO8a]). */
export function createScreenNotices({ live, rules }: ScreenNoticesDeps): ScreenNotices {
  const alone = createSince();
  const deaf = createSince();
  return (now) => {
    const screens = live();
    return [...aloneNotices(screens, rules(), alone, now), ...deafNotices(screens, rules().stations, deaf, now)];
  };
}

/** Without any board nobody is there to be told, and nobody has gone missing: the clock begins with the first one. */
function aloneNotices(
  screens: readonly LiveScreen[],
  { stations, expo }: Pick<KitchenRules, 'stations' | 'expo'>,
  since: Since,
  now: number,
): Notice[] {
  const boards = screens.filter(({ page }) => page === 'board');
  const wanted: Station[] = [...stations, ...(expo ? [{ id: expoStation, name: 'Expo' }] : [])];
  const lonely =
    boards.length === 0 ? [] : wanted.filter(({ id }) => !boards.some((screen) => showsStation(screen, id)));
  const starts = since(
    lonely.map(({ id }) => id),
    now,
  );
  return lonely.flatMap(({ id, name }): Notice[] => {
    const at = starts.get(id) ?? now;
    return now - at < stationAloneAfterMs ? [] : [{ code: 'station-no-screen', level: 'error', name, at }];
  });
}

function deafNotices(
  screens: readonly LiveScreen[],
  stations: readonly Station[],
  since: Since,
  now: number,
): Notice[] {
  const ringing = screens.filter(({ page }) => page === 'board' || page === 'handover');
  const silent = ringing.filter(({ sound }) => sound !== 'on');
  const starts = since(silent.map(keyOf), now);
  const startOf = (screen: LiveScreen): number => starts.get(keyOf(screen)) ?? now;
  const deaf = silent.filter((screen) => now - startOf(screen) > deafAfterMs);
  if (deaf.length === 0) return [];
  const names = deaf.slice(0, mostNames).map((screen) => calledBy(screen, stations));
  return [
    {
      code: 'screens-deaf',
      level: deaf.length === ringing.length ? 'error' : 'warning',
      count: deaf.length,
      name: names.join(', '),
      at: Math.min(...deaf.map(startOf)),
    },
  ];
}

/** Board and hand-over in one browser have one id, and each its own sound. */
function keyOf({ id, page }: LiveScreen): string {
  return `${page} ${id}`;
}

/** One nobody named is called by its stations, else by the mark it has on every page: what the others can see of it. */
function calledBy({ id, name, stations: shown }: LiveScreen, stations: readonly Station[]): string {
  if (name !== '') return name;
  const all = [...stations, { id: expoStation, name: 'Expo' }];
  const own = (shown ?? []).flatMap((station) => all.find((one) => one.id === station)?.name ?? []);
  return own.length > 0 ? own.join(' + ') : `#${id.slice(0, 4)}`;
}

/** @returns since when each of these has been among those asked for, without a break */
type Since = (ids: readonly string[], now: number) => ReadonlyMap<string, number>;

function createSince(): Since {
  let starts = new Map<string, number>();
  return (ids, now) => {
    starts = new Map(ids.map((id) => [id, starts.get(id) ?? now]));
    return starts;
  };
}
