import { BroadcastChannel } from 'node:worker_threads';

/** One commit: when it ended (on the machine's clock, in milliseconds), and how long it took. */
export interface TimedCommit {
  endedAt: number;
  tookMs: number;
}

/**
 * Where commits are told, some together so that the telling is not measured; the thread that writes is another than the
 * one that asks.
 */
export const commitChannel = 'kasera-bench-commits';
/** All that ended has been told after so long. */
export const toldWithinMs = 100;
/** How long each commit takes at least, as on a slow disk; set before the database is opened. */
export const commitMsVariable = 'BENCH_COMMIT_MS';

const leastMs = Number(process.env[commitMsVariable] ?? 0);
const channel = new BroadcastChannel(commitChannel);
channel.unref();
let untold: TimedCommit[] = [];

/** Carries out a COMMIT with a clock at it, blocking its thread as a disk does. */
export function commit(commitNow: () => void): void {
  const startedAt = performance.now();
  if (leastMs > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, leastMs);
  commitNow();
  const now = performance.now();
  if (untold.length === 0) setTimeout(tell, toldWithinMs / 2).unref();
  untold.push({ endedAt: performance.timeOrigin + now, tookMs: now - startedAt });
}

function tell(): void {
  channel.postMessage(untold);
  untold = [];
}
