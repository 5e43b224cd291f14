import Sqlite from 'better-sqlite3';
import { headersFor } from '../simulators/woocommerce/signed-request.ts';
import type { ChaosOrder } from './chaos-orders.ts';
import type { Findings } from './findings.ts';
import type { Ledger } from './ledger.ts';
import { readInboxId } from './senders.ts';

/** What a shop was answered to one delivery. `none`: the connection broke. */
export type Outcome = 'stored' | 'refused' | 'none';

export interface CarefulSender {
  /**
   * Sends an order and judges its answer on the spot: 200 only for what another process finds on the disk right then,
   * 503 only with `Retry-After` and only for what it does not find; nothing else.
   */
  send(order: ChaosOrder): Promise<Outcome>;
  /** Which of these orders are on the disk now, whatever was answered. */
  storedOnDisk(orders: readonly ChaosOrder[]): ChaosOrder[];
}

export interface CarefulDeps {
  url: string;
  secret: string;
  databasePath: string;
  ledger: Ledger;
  findings: Findings;
}

export function createCarefulSender(deps: CarefulDeps): CarefulSender {
  const { url, secret, databasePath, ledger, findings } = deps;
  return {
    async send(order) {
      const body = order.body(1);
      const delivery = ledger.sent(order, 1);
      const response = await post(`${url}/webhooks/woocommerce`, body, secret);
      if (response === null) return 'none';
      const stored = readStored(databasePath, [order.externalId]).length > 0;
      const { status, headers, text } = response;
      if (status === 200) {
        findings.expect(stored, `order ${order.externalId} was answered 200 and is not on the disk`);
        ledger.answered(delivery, readInboxId(text), null);
        return 'stored';
      }
      findings.expect(status === 503, `order ${order.externalId} was answered ${status}: ${text.slice(0, 200)}`);
      findings.expect(Number(headers.get('retry-after')) > 0, 'a 503 came without Retry-After');
      findings.expect(!stored, `order ${order.externalId} was answered ${status}, yet it is on the disk`);
      return 'refused';
    },
    storedOnDisk(orders) {
      const ids = readStored(
        databasePath,
        orders.map(({ externalId }) => externalId),
      );
      return orders.filter(({ externalId }) => ids.includes(externalId));
    },
  };
}

async function post(url: string, body: string, secret: string) {
  const pairs = headersFor('order.created', body, { secret, atMs: Date.now(), keepAlive: true });
  // fetch sets these by itself.
  const own = new Set(['Connection', 'Content-Length', 'Accept-Encoding']);
  const headers = new Headers();
  for (let at = 0; at < pairs.length; at += 2) {
    const [name = '', value = ''] = pairs.slice(at, at + 2);
    if (!own.has(name)) headers.set(name, value);
  }
  try {
    const response = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(30_000) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch {
    return null;
  }
}

/** Asks the database file itself, as a process of its own would: what it sees is committed. */
function readStored(databasePath: string, externalIds: readonly string[]): string[] {
  const database = new Sqlite(databasePath, { readonly: true, timeout: 5_000 });
  try {
    const find = database.prepare<[string], { external_id: string }>(
      'select external_id from inbox where external_id = ? limit 1',
    );
    return externalIds.filter((externalId) => find.get(externalId) !== undefined);
  } finally {
    database.close();
  }
}
