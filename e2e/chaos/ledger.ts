import type { ChaosOrder } from './chaos-orders.ts';
import type { WalPosition } from './wal-tracker.ts';

/** One delivery that was sent, and what the server promised of it. */
export interface SentDelivery {
  order: ChaosOrder;
  version: number;
  /** The id it was stored under, from its answer 200; null while (or because) there was none. */
  inboxId: string | null;
  /** At the latest here the write-ahead log held it: the log's end when the answer had come. */
  storedBy: WalPosition | null;
}

/** What is to be found afterwards of one order. */
export interface Expectation {
  order: ChaosOrder;
  /** The newest version that was answered 200: at least this one is shown. Null: none was, it may be missing. */
  newestAnswered: number | null;
}

/** The sender's own record, to which the server is held. */
export interface Ledger {
  sent(order: ChaosOrder, version: number): SentDelivery;
  answered(delivery: SentDelivery, inboxId: string, storedBy: WalPosition | null): void;
  readonly deliveries: readonly SentDelivery[];
  readonly answers: readonly SentDelivery[];
}

export function createLedger(onAnswer: () => void = () => undefined): Ledger {
  const deliveries: SentDelivery[] = [];
  const answers: SentDelivery[] = [];
  return {
    deliveries,
    answers,
    sent(order, version) {
      const delivery = { order, version, inboxId: null, storedBy: null };
      deliveries.push(delivery);
      return delivery;
    },
    answered(delivery, inboxId, storedBy) {
      Object.assign(delivery, { inboxId, storedBy });
      answers.push(delivery);
      onAnswer();
    },
  };
}

/**
 * What is to be found of each order.
 * @param isPromised which of the answered deliveries count (a copy cut short owes fewer)
 */
export function expectationsOf(
  { deliveries }: Ledger,
  isPromised: (delivery: SentDelivery) => boolean = ({ inboxId }) => inboxId !== null,
): Map<string, Expectation> {
  const expectations = new Map<string, Expectation>();
  for (const delivery of deliveries) {
    const { order, version } = delivery;
    const expectation = expectations.get(order.externalId) ?? { order, newestAnswered: null };
    if (isPromised(delivery)) expectation.newestAnswered = Math.max(expectation.newestAnswered ?? 0, version);
    expectations.set(order.externalId, expectation);
  }
  return expectations;
}
