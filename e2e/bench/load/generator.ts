import { setTimeout as sleep } from 'node:timers/promises';
import { answerParent } from '../child.ts';
import { distributionOf, type Distribution } from '../report/statistics.ts';
import { runConnection, runFreshConnections } from './connection.ts';
import { buildSignedOrders, type OrdersPlan } from './signed-orders.ts';

// A process of its own that sends prepared orders as fast as they are answered.

export interface LoadPlan {
  port: number;
  connections: number;
  warmUpMs: number;
  /** How long is measured after warming up; the requests then under way are still waited for. */
  measuredMs: number;
  /** Whether to begin anew when all prepared orders are used up (for who does not store), else it ends early. */
  repeat: boolean;
  /** Whether each order comes on a connection of its own, as WooCommerce sends. */
  fresh: boolean;
}

export interface LoadResult {
  /** Answered 200 in the measured time, per second. */
  perSecond: number;
  latencyMs: Distribution;
  /** Answered 200 in all, warming up included: each a different order unless repeated. */
  accepted: number;
  /** Any other answers, by status. */
  refused: Record<number, number>;
  /** The share of a core this process used while measuring. */
  busy: number;
  /** Whether the prepared orders were used up before the time was. */
  ranOut: boolean;
}

let prepared: Buffer[] = [];

const questions = {
  /** Makes the orders; @returns their mean size in bytes. */
  prepare(plan: OrdersPlan): number {
    prepared = buildSignedOrders(plan);
    return prepared.reduce((sum, { length }) => sum + length, 0) / prepared.length;
  },
  run,
  /** Sends all prepared orders once. @returns how many were answered 200 */
  async sendAll({ port, connections }: { port: number; connections: number }): Promise<number> {
    let sent = 0;
    let accepted = 0;
    const next = (): Buffer | null => prepared[sent++] ?? null;
    const answered = (status: number): void => void (accepted += status === 200 ? 1 : 0);
    await Promise.all(Array.from({ length: connections }, () => runConnection({ port, next, answered })));
    return accepted;
  },
};
export type LoadGenerator = typeof questions;

async function run({ port, connections, warmUpMs, measuredMs, repeat, fresh }: LoadPlan): Promise<LoadResult> {
  const latencies: number[] = [];
  const refused: Record<number, number> = {};
  let [sent, accepted, measuring, over, ranOut] = [0, 0, false, false, false];
  const next = (): Buffer | null => {
    if (over) return null;
    const request = prepared[repeat ? sent % prepared.length : sent];
    if (!request) ranOut = true;
    sent += 1;
    return request ?? null;
  };
  const answered = (status: number, tookMs: number): void => {
    if (status !== 200) return void (refused[status] = (refused[status] ?? 0) + 1);
    accepted += 1;
    if (measuring) latencies.push(tookMs);
  };
  const send = fresh ? runFreshConnections : runConnection;
  const running = Promise.all(Array.from({ length: connections }, () => send({ port, next, answered })));
  await sleep(warmUpMs);
  measuring = true;
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  await Promise.race([sleep(measuredMs), running]);
  measuring = false;
  const elapsedMs = performance.now() - startedAt;
  const used = process.cpuUsage(cpu);
  over = true;
  await running;
  return {
    perSecond: (latencies.length / elapsedMs) * 1_000,
    latencyMs: distributionOf(latencies),
    ...{ accepted, refused, ranOut },
    busy: (used.user + used.system) / 1_000 / elapsedMs,
  };
}

answerParent(questions);
