import { answerParent } from '../child.ts';
import { machineNow } from '../board-client.ts';
import { runConnection } from './connection.ts';
import { buildSignedOrders } from './signed-orders.ts';

// A process of its own that sends an order every so often, whether or not the last one was answered.

export interface SteadyPlan {
  port: number;
  everyMs: number;
  /** The most that will be sent. */
  count: number;
  firstId: number;
  secret: string;
}

/** One order on its way. Times are the machine's, in milliseconds. */
export interface Sent {
  number: string;
  sentAt: number;
  /** Null: not with a 200. */
  answeredAt: number | null;
}

let sent: Sent[] = [];
let stop = (): Promise<unknown> => Promise.resolve();

const questions = {
  start({ port, everyMs, count, firstId, secret }: SteadyPlan): void {
    const requests = buildSignedOrders({ count, firstId, secret, placedAt: Date.now(), status: 'processing' });
    const underWay: Promise<void>[] = [];
    sent = [];
    const timer = setInterval(() => {
      const request = requests[sent.length];
      if (!request) return clearInterval(timer);
      underWay.push(sendOne(port, request, `${firstId + sent.length}`));
    }, everyMs);
    stop = () => {
      clearInterval(timer);
      return Promise.all(underWay);
    };
  },
  /** @returns all that were sent, when the last one is answered */
  async stop(): Promise<Sent[]> {
    await stop();
    return sent;
  },
};
export type SteadySender = typeof questions;

/** On a connection of its own, as WooCommerce sends. */
async function sendOne(port: number, request: Buffer, number: string): Promise<void> {
  const one: Sent = { number, sentAt: machineNow(), answeredAt: null };
  sent.push(one);
  const left = [request];
  await runConnection({
    port,
    next: () => left.pop() ?? null,
    answered: (status) => void (one.answeredAt = status === 200 ? machineNow() : null),
  });
}

answerParent(questions);
