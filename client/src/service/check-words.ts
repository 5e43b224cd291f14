import { expoStation, type Station } from '@kasera/shared/kitchen.ts';
import type { LiveScreen, NoticeCode } from '@kasera/shared/socket.ts';
import { ago, timeOfDay } from '../i18n/format.ts';
import type { Messages } from '../i18n/en.ts';
import type { ServiceWords } from '../i18n/en-service.ts';
import type { Subject } from './check.ts';

/** A line as it is read: what it is about, how it stands, and what to do, each in the reader's language. */
export interface CheckWords {
  name: string;
  says: string;
  /** Sentences; empty where nothing is to be done. */
  todo: string[];
}

export interface Reader {
  t: Messages;
  words: ServiceWords;
  stations: readonly Station[];
  now: number;
}

/** Says a line. A notice is a sentence of its own, with what to do in it. */
export function checkWords(about: Subject, reader: Reader): CheckWords {
  const { t, words, now } = reader;
  const since = (at: number) => ago(now - at, t);
  switch (about.type) {
    case 'screen':
      return {
        name: [screenName(about.screen, t), about.isThis ? `(${words.thisScreen})` : ''].filter(Boolean).join(' '),
        says: screenFacts(about.screen, reader).join(' · '),
        todo: about.faults.map((fault) => words.faults[fault]),
      };
    case 'screen-away':
      return {
        name: screenName(about.screen, t),
        says: `${words.away} · ${words.lastSeen(since(about.screen.lastSeenAt))}`,
        todo: [words.awayTodo],
      };
    case 'others-away':
      return { name: words.others(about.count), says: words.lastSeen(since(about.lastSeenAt)), todo: [] };
    case 'no-board':
      return { name: words.noBoard, says: words.noBoardSays, todo: [words.noBoardTodo] };
    case 'station': {
      const shown = about.screens.map((screen) => screenName(screen, t)).join(', ');
      if (!shown) return { name: about.name, says: words.stationAlone, todo: [words.stationTodo(about.name)] };
      return { name: about.name, says: words.stationShown(shown), todo: [] };
    }
    case 'no-expo':
      return { name: words.expo, says: words.noExpoSays, todo: [words.noExpoTodo] };
    default:
      return hubWords(about, reader, since);
  }
}

type OfHub = Exclude<Subject, { type: 'screen' | 'screen-away' | 'others-away' | 'no-board' | 'station' | 'no-expo' }>;

function hubWords(about: OfHub, { t, words }: Reader, since: (at: number) => string): CheckWords {
  switch (about.type) {
    case 'shop-told':
      return {
        name: words.webhooks,
        says: about.at === null ? t.shop.noneNeeded : t.health.shopSigned(since(about.at)),
        todo: [],
      };
    case 'shop-asked':
      return {
        name: words.asking,
        says: about.at === null ? t.shop.askedNever : t.shop.askedAt(since(about.at)),
        todo: [],
      };
    case 'last-order':
      return {
        name: words.lastOrder,
        says: about.at === null ? words.noOrder : words.lastOrderAgo(since(about.at)),
        todo: [],
      };
    case 'phones':
      return { name: words.phones, says: t.health.phonesFine, todo: [] };
    case 'server':
      if (about.state === 'live') return { name: words.server, says: t.health.serverLive, todo: [] };
      if (about.state === 'full') return { name: words.server, says: words.serverFull, todo: [words.serverFullTodo] };
      return { name: words.server, says: words.serverLost, todo: [words.serverTodo] };
    case 'refusing':
      return {
        name: words.refusing,
        says: words.refusingSays(timeOfDay(about.since, t)),
        todo: [words.refusingTodo],
      };
    case 'notice':
      return {
        name: '',
        says: t.notices[about.notice.code](about.notice, t),
        todo: noticeTodo(about.notice.code, words),
      };
  }
}

/** What to do where the sentence, which the board shows too, does not say it already. */
function noticeTodo(code: NoticeCode, { noticeTodos }: ServiceWords): string[] {
  const todos: Partial<Record<NoticeCode, string>> = noticeTodos;
  const todo = todos[code];
  return todo === undefined ? [] : [todo];
}

/** What people call it, or the beginning of its id. */
export function screenName({ id, name }: Pick<LiveScreen, 'id' | 'name'>, t: Messages): string {
  return name.trim() || t.screenName.unnamed(id.slice(0, 4));
}

function screenFacts(screen: LiveScreen, { t, words, stations, now }: Reader): string[] {
  const { page, sound, awake, visible, since } = screen;
  const facts = [words.pages[page]];
  if (page === 'board') facts.push(stationsShown(screen, { words, stations }));
  if (page !== 'service') {
    facts.push(words.sounds[sound], awake ? words.awake : words.mayFallAsleep, visible ? words.inFront : words.behind);
  }
  return [...facts, words.connectedFor(ago(now - since, t))];
}

/** The names of its stations; one that does not exist any more is left out. */
function stationsShown(screen: LiveScreen, { words, stations }: Pick<Reader, 'words' | 'stations'>): string {
  const names = (screen.stations ?? []).flatMap((id) => {
    if (id === expoStation) return words.expo;
    return stations.find((station) => station.id === id)?.name ?? [];
  });
  return names.length > 0 ? words.shows(names.join(', ')) : words.everything;
}
