import type { LiveScreen, ScreenReport } from '@kasera/shared/socket.ts';
import type { Schedule } from '../alerts/looks.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { readReport } from './screen-report.ts';

export interface PresenceDeps {
  now(): number;
  schedule: Schedule;
  /** Who is there, or how, is not what it was: everybody has to hear of it. At most a few times a second. */
  changed(): void;
  /** That screen was there just now, under that name. */
  seen(screen: { id: string; name: string }): void;
}

/** Which screens are connected, and how they are ([BO8], [BO12]). A connection is known by its socket's id. */
export interface Presence {
  /** That connection is that screen's. */
  named(connection: string, screen: string): void;
  /** What it says of itself, as it came; what cannot be read is passed over. A flood of them counts as its last one. */
  report(connection: string, input: unknown): void;
  left(connection: string): void;
  /** Each page of each screen once, the longest connected first; at most 100: every beat carries them. */
  live(): LiveScreen[];
  stop(): void;
}

interface Connection {
  screen: string | null;
  since: number;
  /** The last thing it said, as it came, until it is read. */
  input: unknown;
  report: ScreenReport | null;
  pacer: Pacer;
}

const tellEveryMs = 250;
const readEveryMs = 200;
/** Far more than a kitchen has: a script that plays a thousand screens makes no beat too long for the real ones. */
const mostLive = 100;

export function createPresence({ now, schedule, changed, seen }: PresenceDeps): Presence {
  const connections = new Map<string, Connection>();
  const telling = createPacer({ everyMs: tellEveryMs, schedule }, changed);
  let told = gist([]);
  const live = () => listed(connections.values());
  const judge = (): void => {
    const before = told;
    told = gist(live());
    if (told !== before) telling.ask();
  };
  const read = (connection: Connection): void => {
    connection.report = readReport(connection.input) ?? connection.report;
    connection.input = null;
    if (connection.screen !== null && connection.report) {
      seen({ id: connection.screen, name: connection.report.name });
    }
    judge();
  };
  const of = (id: string): Connection => {
    const known = connections.get(id);
    if (known) return known;
    const pacer = createPacer({ everyMs: readEveryMs, schedule }, () => read(made));
    const made: Connection = { screen: null, since: now(), input: null, report: null, pacer };
    connections.set(id, made);
    return made;
  };
  return {
    named(id, screen) {
      const connection = of(id);
      if (connection.screen === screen) return;
      connection.screen = screen;
      read(connection);
    },
    report(id, input) {
      const connection = of(id);
      connection.input = input;
      connection.pacer.ask();
    },
    left(id) {
      const connection = connections.get(id);
      connection?.pacer.stop();
      connections.delete(id);
      if (connection?.screen && connection.report) seen({ id: connection.screen, name: connection.report.name });
      judge();
    },
    live,
    stop() {
      telling.stop();
      for (const { pacer } of connections.values()) pacer.stop();
    },
  };
}

/**
 * A reload may be connected before its former connection is known to be gone: the newest one is the screen. Another
 * page in the same browser has the screen's id too, and takes nothing from the first.
 */
function listed(connections: Iterable<Connection>): LiveScreen[] {
  const screens = new Map<string, LiveScreen>();
  for (const { screen, since, report } of connections) {
    if (screen === null || report === null) continue;
    const key = `${report.page} ${screen}`;
    screens.delete(key);
    screens.set(key, { id: screen, since, ...report });
  }
  return [...screens.values()].slice(0, mostLive);
}

/** What a person would call a change: a connection that was made anew is none. */
function gist(screens: readonly LiveScreen[]): string {
  const told = screens.map(({ since: _since, ...screen }) => screen);
  const keyOf = ({ id, page }: ScreenReport & { id: string }) => `${page} ${id}`;
  return JSON.stringify(told.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
}
