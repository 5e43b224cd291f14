import type { Refusal } from '@kasera/shared/command.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';
import type { Beat, BoardEvent, SyncAnswer, SyncRequest } from '@kasera/shared/socket.ts';
import type { BoardStore } from './board-store.ts';
import { createBurst } from './burst.ts';
import { createCell, type Cell } from './cell.ts';
import type { WhyRefused } from './why-refused.ts';

/** The wire as the protocol needs it; `socket.ts` is the real one. */
export interface BoardSocket {
  /** Rejects where no answer came. */
  sync(request: SyncRequest): Promise<SyncAnswer | { error: Refusal }>;
  listen(listeners: {
    connected(): void;
    disconnected(): void;
    /** The server is there and will not have this screen. */
    refused(why: WhyRefused): void;
    /** There was no connecting, and nobody said why. */
    unreached(): void;
    event(event: BoardEvent): void;
    beat(beat: Beat): void;
    /** All that cannot be made now. */
    soldOut(list: SoldOut[]): void;
    /** The kitchen's settings changed. */
    rules(rules: KitchenRules): void;
  }): void;
  /** Drops the connection and makes a new one at once. */
  reconnect(): void;
}

/** `unauthorised`, `too-many-connections`: the server is there and refuses this screen. */
export type LinkPhase = 'connecting' | 'live' | 'offline' | WhyRefused;

/** Which kitchen's screen this is, and for whose eyes. */
export type Identity = Pick<SyncRequest, 'kitchen' | 'screen' | 'role'>;

export interface BoardLinkDeps {
  socket: BoardSocket;
  store: Pick<BoardStore, 'board' | 'sync' | 'events' | 'setRules'>;
  identity: Identity;
  onBeat(beat: Beat): void;
  onSoldOut(list: SoldOut[]): void;
  /** The board is right again and live. */
  onSynced(): void;
  onLost(): void;
  retryLater(run: () => void): void;
  monotonic(): number;
  setTimer(run: () => void, ms: number): void;
}

/**
 * Keeps the board what the server says it is (DESIGN 6). On each connection it asks for what it missed; a gap in the
 * numbers, a beat that is further on, or another epoch means asking again. Events that come while it asks wait, so that
 * an older answer cannot put them back. In a storm what comes within a moment is taken as one news.
 */
export function createBoardLink(deps: BoardLinkDeps): { phase: Cell<LinkPhase> } {
  const { socket, store } = deps;
  const phase = createCell<LinkPhase>('connecting');
  let connected = false;
  let asking = false;
  const early: BoardEvent[] = [];
  const soldOut = createLatest<SoldOut[]>(deps.onSoldOut);
  const rules = createLatest<KitchenRules>(store.setRules);
  const burst = createBurst<BoardEvent>(deps, take);

  function take(events: readonly BoardEvent[]): void {
    if (asking) early.push(...events);
    else if (store.events(events)) void ask();
  }
  function takeBeat(beat: Beat): void {
    burst.flush();
    deps.onBeat(beat);
    const { epoch, seq } = store.board();
    if (!asking && (beat.epoch !== epoch || beat.seq > seq)) void ask();
  }
  async function ask(): Promise<void> {
    burst.flush();
    if (asking || !connected) return;
    asking = true;
    const answer = await socket.sync(request(deps)).catch(() => null);
    asking = false;
    if (!connected) return;
    if (!answer || 'error' in answer) {
      deps.retryLater(() => void ask());
      return;
    }
    store.sync({ ...answer, rules: rules.instead(answer.rules) });
    deps.onBeat(answer.beat);
    deps.onSoldOut(soldOut.instead(answer.soldOut));
    deps.onSynced();
    phase.set('live');
    take(early.splice(0));
  }

  socket.listen({
    connected() {
      connected = true;
      void ask();
    },
    disconnected() {
      connected = false;
      burst.flush();
      early.length = 0;
      soldOut.forget();
      rules.forget();
      if (phase.get() !== 'unauthorised') phase.set('offline');
      deps.onLost();
    },
    refused: phase.set,
    unreached: () => forgetFull(phase),
    event: burst.add,
    beat: takeBeat,
    soldOut: (list) => soldOut.take(list, asking),
    rules: (next) => rules.take(next, asking),
  });
  return { phase };
}

/** That there was no place is so no longer: nobody is there to say it. */
function forgetFull(phase: Cell<LinkPhase>): void {
  if (phase.get() === 'too-many-connections') phase.set('offline');
}

/** A value told whole each time. What comes while the board is asked for waits, and is newer than the answer. */
function createLatest<T>(deliver: (value: T) => void) {
  let early: T | null = null;
  return {
    take(value: T, asking: boolean): void {
      if (asking) early = value;
      else deliver(value);
    },
    /** The one to take: what came meanwhile, else the answer's. */
    instead(answered: T): T {
      const value = early ?? answered;
      early = null;
      return value;
    },
    forget(): void {
      early = null;
    },
  };
}

function request({ store, identity }: BoardLinkDeps): SyncRequest {
  const { epoch, seq } = store.board();
  return epoch === null ? { ...identity } : { ...identity, epoch, since: seq };
}
