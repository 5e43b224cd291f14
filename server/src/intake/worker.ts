import type { Sql } from '../db/sql.ts';
import { StorageError } from '../db/database.ts';
import type { OrderHandling } from '../orders/handle.ts';
import type { Log } from '../ops/log.ts';
import { createBacklog } from './backlog.ts';
import type { Inbox, InboxItem, InboxOutcome } from './inbox.ts';
import type { ShopContact } from './shop-contact.ts';
import type { Parsed, Source } from './sources/source.ts';
import { createTurns } from './turns.ts';

export interface WorkerDeps {
  inbox: Pick<Inbox, 'waiting' | 'ending'>;
  sources: ReadonlyMap<string, Source>;
  contact: Pick<ShopContact, 'noPermission' | 'orderRead'>;
  signal: OrderHandling['signal'];
  write(statements: readonly Sql[]): Promise<unknown>;
  /** Hears of what is authentic and nothing to cook, by its topic: the catalogue learns of products this way. */
  aside(topic: string, body: Uint8Array): Promise<void>;
  /** How many requests waited to be stored at once lately. */
  pressure(): number;
  /** A clock in milliseconds, finer than one of them, that is never set. */
  elapsed(): number;
  now(): number;
  schedule(work: () => void, afterMs: number): void;
  log: Log;
}

export interface InboxWorker {
  /** Hands over a request that is on disk. */
  take(item: InboxItem): void;
  /** Hands over one that failed and came again: it stands among the older ones, where reading on does not find it. */
  takeAgain(item: InboxItem): void;
  /** Carries out what an earlier process left. Resolves when all of it has been started on. */
  resume(): Promise<void>;
  /** Carries one out now and says how it ended. */
  run(item: InboxItem): Promise<InboxOutcome>;
  /** Resolves when nothing is in hand; nothing new is begun. */
  stop(): Promise<void>;
  backlog(): number;
}

const maxInMemory = 2_000;
const maxBytesInMemory = 16 * 1024 * 1024;
const retryAfterMs = 1_000;

/** Carries out stored requests: parse, decide, write. One that fails keeps its error and blocks nobody ([IN6]). */
export function createInboxWorker(deps: WorkerDeps): InboxWorker {
  const backlog = backlogOf(deps);
  const idle = new Set<() => void>();
  const outage = createOutage(deps);
  const turns = createTurns(deps);
  let running = 0;
  let stopped = false;
  let awake = false;

  const pump = () => {
    awake = false;
    for (let item = next(); item; item = next()) void work(item);
    if (!stopped && backlog.size() > 0) turns.whenRested(wake);
    if (!stopped && backlog.wantsRefill()) void refill();
    if (running === 0) for (const wake of idle) wake();
  };
  const next = () => (stopped || !turns.free(running) ? undefined : backlog.next());
  const wake = () => {
    if (awake) return;
    awake = true;
    setImmediate(pump);
  };
  const handOver = (put: (item: InboxItem) => void) => (item: InboxItem) => {
    put(item);
    wake();
  };
  const work = async (item: InboxItem) => {
    running++;
    try {
      await carryOut(deps, item, turns.begin());
      outage.end();
    } catch (error) {
      // The storage is away: the request stays received, and its turn comes again.
      await outage.wait(error);
      backlog.putBack(item);
    } finally {
      running--;
      wake();
    }
  };
  const refill = async () => {
    await backlog.refill().catch(outage.wait);
    pump();
  };
  return {
    take: handOver(backlog.put),
    takeAgain: handOver(backlog.putBack),
    async resume() {
      backlog.startFromDisk();
      await refill();
    },
    run: (item) => carryOut(deps, item, () => {}),
    async stop() {
      stopped = true;
      if (running > 0) await new Promise<void>((resolve) => idle.add(resolve));
    },
    backlog: () => backlog.size() + running,
  };
}

function backlogOf({ inbox }: WorkerDeps) {
  return createBacklog<InboxItem>({
    read: inbox.waiting,
    bytesOf: ({ body }) => body.byteLength,
    ...{ most: maxInMemory, mostBytes: maxBytesInMemory },
  });
}

/** Waits a moment whenever the storage is away, and says so once, however many requests find it so. */
function createOutage({ log, schedule }: WorkerDeps): { wait(error: unknown): Promise<void>; end(): void } {
  let said = false;
  return {
    wait(error) {
      if (!said) log.warn({ error }, 'stored requests have to wait');
      said = true;
      return new Promise((resolve) => schedule(resolve, retryAfterMs));
    },
    end: () => void (said = false),
  };
}

/**
 * @param decided told when all is decided and only the disk is waited for
 * @throws {StorageError} when the outcome could not be stored; anything else becomes the row's own error
 */
async function carryOut(deps: WorkerDeps, item: InboxItem, decided: () => void): Promise<InboxOutcome> {
  try {
    return await attempt(deps, item, decided);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    deps.log.error({ error, inboxId: item.id }, 'a stored request could not be carried out');
    const reason = `internal error: ${error instanceof Error ? error.name : 'unknown'}`;
    return settle(deps, item, { state: 'failed', reason });
  }
}

async function attempt(deps: WorkerDeps, item: InboxItem, decided: () => void): Promise<InboxOutcome> {
  const source = deps.sources.get(item.source);
  if (!source) return settle(deps, item, { state: 'failed', reason: `no adapter for the source "${item.source}"` });
  const parsed = source.parse(item.body, item.headers);
  if (parsed.type !== 'signal') {
    decided();
    if (parsed.type === 'not-for-kitchen') await deps.aside(parsed.reason, item.body);
    return settle(deps, item, outcomeOf(deps, parsed));
  }
  deps.contact.orderRead();
  let outcome: InboxOutcome = { state: 'processed', orderId: null, reason: null };
  await deps.signal(parsed.signal, ({ order, reason }) => {
    outcome = { state: 'processed', orderId: order?.id ?? null, reason };
    decided();
    return [deps.inbox.ending(item.id, outcome, deps.now())];
  });
  return outcome;
}

function outcomeOf(deps: WorkerDeps, parsed: Exclude<Parsed, { type: 'signal' }>): InboxOutcome {
  switch (parsed.type) {
    case 'not-for-kitchen':
      return { state: 'ignored', reason: `not for the kitchen: ${parsed.reason}` };
    case 'rest-error':
      if (parsed.kind === 'no-permission') deps.contact.noPermission(deps.now());
      return { state: 'ignored', reason: parsed.kind === 'order-gone' ? 'order gone before delivery' : parsed.reason };
    case 'unreadable':
      return { state: 'failed', reason: parsed.reason };
  }
}

async function settle(deps: WorkerDeps, item: InboxItem, outcome: InboxOutcome): Promise<InboxOutcome> {
  await deps.write([deps.inbox.ending(item.id, outcome, deps.now())]);
  return outcome;
}
