import { waitUntil } from '../../support/wait-until.ts';
import { benchFile, webhookSecret, type Bench } from '../bench.ts';
import { connectBoard, press } from '../board-client.ts';
import { startChild } from '../child.ts';
import type { LoadGenerator } from '../load/generator.ts';
import type { RunningKasera } from '../../support/start-kasera.ts';

export const historyEnv = { WOOCOMMERCE_WEBHOOK_SECRET: webhookSecret, LOG_LEVEL: 'error' };

/** A data folder of many evenings: (e) goes on where (d) ended. */
export interface History {
  dataDir: string;
  /** Placed and completed in it. */
  orders: number;
}

const portion = 500;

/**
 * Lets a restaurant work through orders until there are `until` in the history: each comes by webhook and is accepted,
 * made ready and handed over from a screen.
 * @param each called after every portion
 */
export async function workThrough(
  kasera: RunningKasera,
  history: History,
  { until, bench, each }: { until: number; bench: Bench; each: () => void },
): Promise<void> {
  await using parts = new AsyncDisposableStack();
  const generator = parts.use(startChild<LoadGenerator>(benchFile('load/generator.ts')));
  const { socket } = await connectBoard(kasera.url, kasera.apiKey);
  parts.defer(() => void socket.disconnect());
  let completed = 0;
  let fault: unknown;
  socket.on('board:event', ({ order }) => {
    if (order.status !== 'new') return;
    const cook = async (): Promise<void> => {
      for (const type of ['acknowledge', 'ready', 'complete'] as const) await press(socket, order.id, { type });
      completed += 1;
    };
    cook().catch((error: unknown) => (fault = error));
  });
  const before = history.orders;
  for (let done = 0; history.orders < until; done += portion) {
    if (done % 5_000 === 0) bench.say(`${history.orders} of ${until} orders placed and completed`);
    const count = Math.min(portion, until - history.orders);
    await generator.ask('prepare', {
      count,
      firstId: 1_000_000 + history.orders,
      secret: webhookSecret,
      placedAt: Date.now(),
    });
    await generator.ask('sendAll', { port: kasera.port, connections: 25 });
    const wanted = history.orders - before + count;
    await waitUntil(() => fault !== undefined || completed === wanted, {
      what: 'all are completed',
      withinMs: 60_000,
      everyMs: 5,
    });
    if (fault !== undefined) throw new Error('an order could not be completed', { cause: fault });
    history.orders += count;
    each();
  }
}
