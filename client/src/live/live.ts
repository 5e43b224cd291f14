import type { Command } from '@kasera/shared/command.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';
import { showsAll, type Viewer } from '@kasera/shared/parts.ts';
import type { Beat, ScreenReport } from '@kasera/shared/socket.ts';
import { createAfterFrame } from './after-frame.ts';
import { watchBeat, type BeatWatch } from './beat-watch.ts';
import { createBoardLink, type Identity, type LinkPhase } from './board-link.ts';
import { createBoardStore, type BoardStore, type ServerChange } from './board-store.ts';
import type { Decide } from './foresight.ts';
import { createCell, type Cell } from './cell.ts';
import { createCommandQueue, type CommandQueue, type CommandQueueDeps, type QueuedCommand } from './command-queue.ts';
import { createMessages, type Messages } from './messages.ts';
import { createPaintReporter, type PaintReporter } from './paint-reporter.ts';
import { summarise } from './return-summary.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';
import { createSleepWatch } from './sleep-watch.ts';
import type { LiveSocket } from './socket.ts';
import { createViewer } from './viewer.ts';
import { createStormPace } from './storm-pace.ts';
import { silentAfterMs } from '@kasera/shared/socket.ts';

type Envelope = 'id' | 'from' | 'version' | 'ageMs' | 'screen';
/** Commands about one station's part: what is absent in the draft is this screen's. */
const ofParts: readonly Command['type'][] = ['item-done', 'item-undone', 'ready', 'recall', 'confirm'];
type Draft<C> = C extends Command ? Omit<C, Envelope> : never;
/** What a person asks; who, when and upon which state is added when it is pressed. */
export type CommandDraft = Draft<Command>;

export interface LiveDeps {
  socket: LiveSocket;
  queueStorage: CommandQueueDeps['storage'];
  identity: Identity;
  /** The stations this screen shows, kept between visits; null: everything. */
  stations: Pick<Cell<readonly string[] | null>, 'get' | 'subscribe'>;
  newId(): string;
  monotonic(): number;
  wallClock(): number;
  nextFrame(run: () => void): void;
  setTimer(run: () => void, ms: number): void;
}

/** Everything that is live on this screen, outside React. */
export interface Live {
  screen: string;
  /** This screen and the stations it shows. */
  viewer: Pick<Cell<Viewer>, 'get' | 'subscribe'>;
  /** The kitchen's settings; null before the first answer. */
  rules: BoardStore['rules'];
  /** Tells the others how this screen is: at once, and again with each new connection. */
  report(report: ScreenReport): void;
  store: BoardStore;
  /** Whether news come faster than this screen can well draw them. */
  isStorm(): boolean;
  clock: ServerClock;
  phase: Cell<LinkPhase>;
  beat: Cell<Beat | null>;
  watch: Cell<BeatWatch>;
  /** Everything that is sold out, and what is on its way back. */
  soldOut: Cell<readonly SoldOut[]>;
  /** Presses that wait for an answer. */
  queued: Cell<readonly QueuedCommand[]>;
  queue: Pick<CommandQueue, 'stale' | 'approveStale' | 'dropStale'>;
  messages: Messages;
  paint: PaintReporter;
  /** Gives the rules by which presses are foreseen; they are not needed for the first ticket, and come after it. */
  foreseeBy(decide: Decide): void;
  /** Asks for a change of an order; it shows at once. */
  press(orderId: string, draft: CommandDraft): void;
  /** To be called each second: judges the beat anew. */
  tick(): void;
}

const calm: BeatWatch = { warning: { type: 'none' }, alarms: 0 };

export function createLive(deps: LiveDeps): Live {
  const { socket, identity, monotonic } = deps;
  const clock = createServerClock({ monotonic, wallClock: deps.wallClock });
  const beat = createCell<Beat | null>(null);
  const soldOut = createCell<readonly SoldOut[]>([]);
  const queued = createCell<readonly QueuedCommand[]>([]);
  const messages = createMessages({ monotonic });
  const decide = createCell<Decide | null>(null);
  const pace = createStormPace(deps);
  const afterFrame = createAfterFrame(deps);
  const store = createBoardStore({ decide, defer: pace.defer, afterFrame });
  const watcher = createWatcher(deps, beat, clock);
  const summary = createReturnSummary(deps, store, messages);
  const retryLater = (run: () => void) => deps.setTimer(run, 1_000);
  const hasSlept = createSleepWatch();
  const queue = createQueue({ deps, store, clock, messages, queued, retryLater, afterFrame });
  const viewer = createViewer({ screen: identity.screen, stations: deps.stations, beat });
  let online = false;
  const reporter = createReporter((report) => online && socket.screen(report));
  const paint = createPaintReporter({
    nextFrame: deps.nextFrame,
    monotonic,
    send(orders) {
      if (online) socket.painted(orders);
      return online;
    },
  });
  const link = createBoardLink({
    ...{ socket, store, identity, retryLater, monotonic, setTimer: deps.setTimer },
    onBeat(next) {
      clock.set(next.now);
      beat.set(next);
      watcher.beaten();
    },
    onSoldOut: soldOut.set,
    onSynced() {
      online = true;
      summary.synced();
      queue.setOnline(true);
      paint.flush();
      reporter.again();
    },
    onLost() {
      online = false;
      summary.lost();
      queue.setOnline(false);
    },
  });
  return {
    ...{ screen: identity.screen, viewer, rules: store.rules, report: reporter.report, foreseeBy: decide.set },
    isStorm: pace.isStorm,
    ...{ store, clock, phase: link.phase, beat, watch: watcher.watch, soldOut, queued, queue, messages, paint },
    press: createPress({ deps, store, queue, viewer }),
    tick() {
      if (hasSlept({ wall: deps.wallClock(), monotonic: monotonic() })) socket.reconnect();
      watcher.judge();
      messages.sweep();
    },
  };
}

/** Keeps the judgement of the beat; a silence the connection itself has not noticed is ended by a new connection. */
function createWatcher(deps: LiveDeps, beat: Cell<Beat | null>, clock: ServerClock) {
  const watch = createCell<BeatWatch>(calm);
  let lastBeatAt = deps.monotonic();
  let reconnectedAt = lastBeatAt;
  function judge(): void {
    const now = deps.monotonic();
    const intake = beat.get()?.intake ?? { state: 'ok' };
    const next = watchBeat({ lastBeatAt, now, serverNow: clock.now(), intake });
    if (next.warning.type !== 'none' || watch.get().warning.type !== 'none') watch.set(next);
    if (next.warning.type === 'silent' && now - Math.max(lastBeatAt, reconnectedAt) >= silentAfterMs) {
      reconnectedAt = now;
      deps.socket.reconnect();
    }
  }
  return {
    watch,
    judge,
    beaten() {
      lastBeatAt = deps.monotonic();
      judge();
    },
  };
}

/** After a silence long enough to be said, says once what it brought. */
function createReturnSummary(deps: LiveDeps, store: BoardStore, messages: Messages) {
  let lostAt: number | null = null;
  let missed: ServerChange[] = [];
  store.onServerChanges((changes) => {
    if (lostAt !== null) missed.push(...changes.filter((change) => change.from === 'sync'));
  });
  return {
    lost() {
      lostAt ??= deps.monotonic();
    },
    synced() {
      if (lostAt !== null && deps.monotonic() - lostAt >= silentAfterMs) messages.say(summarise(missed));
      lostAt = null;
      missed = [];
    },
  };
}

function createQueue(parts: {
  deps: LiveDeps;
  store: BoardStore;
  clock: ServerClock;
  messages: Messages;
  queued: Cell<readonly QueuedCommand[]>;
  retryLater(run: () => void): void;
  afterFrame(run: () => void): void;
}): CommandQueue {
  const { deps, store, clock, messages, queued, retryLater, afterFrame } = parts;
  const queue = createCommandQueue({
    storage: deps.queueStorage,
    send: (orderId, command) => deps.socket.command(orderId, command),
    now: clock.now,
    retryLater,
    afterFrame,
    onAnswer(entry, answer) {
      if (answer.order) store.answer(answer.order);
      // An id is only ever used again by another tab of this device, for the same press.
      if (answer.ok || answer.error.code === 'reused-id') return;
      messages.say({
        type: 'refused',
        number: entry.number,
        command: entry.command.type,
        code: answer.error.code,
      });
    },
    onChange(entries) {
      queued.set(entries);
      store.setPending(entries);
    },
  });
  queued.set(queue.entries());
  store.setPending(queue.entries());
  return queue;
}

/** Tells how this screen is when that changes, and again with each new connection. */
function createReporter(send: (report: ScreenReport) => void) {
  let last: ScreenReport | null = null;
  return {
    report(next: ScreenReport): void {
      if (JSON.stringify(next) === JSON.stringify(last)) return;
      last = next;
      send(next);
    },
    again(): void {
      if (last) send(last);
    },
  };
}

function createPress(parts: {
  deps: LiveDeps;
  store: BoardStore;
  queue: CommandQueue;
  viewer: Pick<Cell<Viewer>, 'get'>;
}): Live['press'] {
  const { deps, store, queue, viewer } = parts;
  return (orderId, draft) => {
    const seen = store.order(orderId);
    const held = store.board().orders.get(orderId);
    if (!seen || !held) return;
    const { screen } = deps.identity;
    const part = partOf(draft, viewer.get());
    const envelope = { id: deps.newId(), from: seen.status, version: held.version, screen };
    queue.press(orderId, seen.number, { ...part, ...draft, ...envelope });
  };
}

/** A station's screen answers for its stations only; Expo says "seen" for itself and does everything else for all. */
function partOf({ type }: CommandDraft, viewer: Viewer): { stations?: string[] } {
  const { stations } = viewer;
  if (stations === null || !ofParts.includes(type)) return {};
  if (type === 'confirm' || !showsAll(viewer)) return { stations: [...stations] };
  return {};
}
