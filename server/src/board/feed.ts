import type { BoardEvent } from '@kasera/shared/socket.ts';

export interface Feed {
  /** Takes an event whose commit has returned; hands it on in the order of its number. */
  publish(event: BoardEvent): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: BoardEvent) => void): () => void;
}

export interface FeedDeps {
  /** The number of the last event before this feed began. */
  seq: number;
  /** Called when a number stays missing for `patienceMs`: whoever follows must ask anew. */
  onGap(): void;
  schedule(work: () => void, afterMs: number): void;
}

const patienceMs = 2_000;

/**
 * The live tail of the kitchen's log. Commits of one turn resolve in no promised order, so events are held until the
 * one before has been handed on; one that never comes (another process wrote it) is given up after a moment.
 */
export function createFeed({ seq, onGap, schedule }: FeedDeps): Feed {
  const listeners = new Set<(event: BoardEvent) => void>();
  const early = new Map<number, BoardEvent>();
  let last = seq;
  const handOn = (event: BoardEvent) => {
    last = event.seq;
    for (const listener of listeners) listener(event);
  };
  const giveUp = () => {
    const next = Math.min(...early.keys());
    if (!Number.isFinite(next) || next <= last) return;
    last = next - 1;
    onGap();
    drain();
  };
  const drain = () => {
    for (let event = early.get(last + 1); event; event = early.get(last + 1)) {
      early.delete(event.seq);
      handOn(event);
    }
  };
  return {
    publish(event) {
      if (event.seq <= last) return;
      early.set(event.seq, event);
      drain();
      if (early.has(event.seq)) schedule(giveUp, patienceMs);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
