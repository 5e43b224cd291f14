import type { Command } from '@kasera/shared/command.ts';
import type { CommandAnswer } from '@kasera/shared/socket.ts';

/** A press that the server has not answered yet. */
export interface QueuedCommand {
  orderId: string;
  /** What people call the order, for words about it. */
  number: string;
  /** As it travels, but for its age, which counts from `pressedAt` at each sending. */
  command: Command;
  /** By the server's clock. */
  pressedAt: number;
  /** Whether it ever left: then its body must stay as it is, since the same id with another body is refused. */
  sent: boolean;
  /** A person said to send it although it is old. */
  approved: boolean;
}

export interface CommandQueueDeps {
  storage: { load(): QueuedCommand[]; save(entry: QueuedCommand): void; remove(commandId: string): void };
  /** Rejects where no answer came: then it is sent again, and has its effect once. */
  send(orderId: string, command: Command): Promise<CommandAnswer>;
  /** The server's clock. */
  now(): number;
  retryLater(run: () => void): void;
  /** Runs something when the next frame is out. */
  afterFrame(run: () => void): void;
  onAnswer(entry: QueuedCommand, answer: CommandAnswer): void;
  onChange(entries: readonly QueuedCommand[]): void;
}

export interface CommandQueue {
  press(orderId: string, number: string, command: Command): void;
  /** Whether the server is there and its clock is known. */
  setOnline(online: boolean): void;
  /** What waits for an answer, in the order of the presses. */
  entries(): readonly QueuedCommand[];
  /** What is too old to be sent without asking; empty while the server is away. */
  stale(): QueuedCommand[];
  approveStale(): void;
  dropStale(): void;
}

export const askAfterMs = 15 * 60_000;

/**
 * Holds presses until the server has answered them. They survive a reload, are sent in the order they were pressed,
 * one at a time per order, and each has its effect once, by its id. An order whose next press waits for the person
 * holds up nobody else.
 */
export function createCommandQueue(deps: CommandQueueDeps): CommandQueue {
  const ledger = createLedger(deps);
  let online = false;
  const inFlight = new Set<string>();

  function pump(): void {
    if (!online) return;
    for (const entry of heads(ledger.entries())) {
      if (!inFlight.has(entry.orderId) && !isStale(entry, deps.now())) void deliver({ ...entry, sent: true });
    }
  }
  async function deliver(entry: QueuedCommand): Promise<void> {
    inFlight.add(entry.orderId);
    ledger.update(entry);
    const ageMs = Math.max(0, deps.now() - entry.pressedAt);
    const answer = await deps.send(entry.orderId, { ...entry.command, ageMs }).catch(() => null);
    inFlight.delete(entry.orderId);
    if (!answer) {
      deps.retryLater(pump);
      return;
    }
    for (const rebased of rebase(ledger.entries(), entry, answer)) ledger.update(rebased);
    deps.onAnswer(entry, answer);
    ledger.remove([entry]);
    pump();
  }

  const staleNow = () => (online ? heads(ledger.entries()).filter((entry) => isStale(entry, deps.now())) : []);
  return {
    press(orderId, number, command) {
      const entry = { orderId, number, command, pressedAt: deps.now(), sent: false, approved: false };
      ledger.add(entry);
      // It is on record. The finger sees it first: on a slow screen sending takes half a frame.
      deps.afterFrame(pump);
    },
    setOnline(isOnline) {
      online = isOnline;
      deps.onChange(ledger.entries());
      pump();
    },
    entries: ledger.entries,
    stale: () => allBehind(ledger.entries(), staleNow()),
    approveStale() {
      for (const entry of allBehind(ledger.entries(), staleNow())) ledger.update({ ...entry, approved: true });
      pump();
    },
    dropStale() {
      ledger.remove(allBehind(ledger.entries(), staleNow()));
    },
  };
}

/** The presses in hand and on record, which always say the same. */
function createLedger({ storage, onChange }: Pick<CommandQueueDeps, 'storage' | 'onChange'>) {
  let entries: readonly QueuedCommand[] = storage.load().toSorted((a, b) => a.pressedAt - b.pressedAt);
  function change(next: readonly QueuedCommand[]): void {
    entries = next;
    onChange(entries);
  }
  return {
    entries: () => entries,
    add(entry: QueuedCommand) {
      storage.save(entry);
      change([...entries, entry]);
    },
    update(changed: QueuedCommand) {
      storage.save(changed);
      change(entries.map((entry) => (entry.command.id === changed.command.id ? changed : entry)));
    },
    remove(gone: readonly QueuedCommand[]) {
      for (const entry of gone) storage.remove(entry.command.id);
      const ids = new Set(gone.map((entry) => entry.command.id));
      change(entries.filter((entry) => !ids.has(entry.command.id)));
    },
  };
}

/** The next press of each order. */
function heads(entries: readonly QueuedCommand[]): QueuedCommand[] {
  const first = new Map<string, QueuedCommand>();
  for (const entry of entries) if (!first.has(entry.orderId)) first.set(entry.orderId, entry);
  return [...first.values()];
}

/** Those presses with all later ones of their orders: what follows from an old press is asked about together. */
function allBehind(entries: readonly QueuedCommand[], stale: QueuedCommand[]): QueuedCommand[] {
  const orders = new Set(stale.map((entry) => entry.orderId));
  return entries.filter((entry) => orders.has(entry.orderId));
}

function isStale(entry: QueuedCommand, now: number): boolean {
  return !entry.approved && now - entry.pressedAt > askAfterMs;
}

/**
 * A later press was made upon the version its predecessor was made upon. If the answer shows that only the predecessor
 * changed the order, the later one stands upon that: a kitchen's own "cancel" must not refuse the "seen" after it.
 */
function rebase(entries: readonly QueuedCommand[], answered: QueuedCommand, answer: CommandAnswer): QueuedCommand[] {
  const base = answered.command.version;
  if (!answer.ok || base === undefined || answer.order.version !== base + 1) return [];
  const version = answer.order.version;
  return entries
    .filter((entry) => entry.orderId === answered.orderId && entry.command.id !== answered.command.id)
    .filter((entry) => !entry.sent && entry.command.version === base)
    .map((entry) => ({ ...entry, command: { ...entry.command, version } }));
}
