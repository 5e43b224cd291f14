import type { ApiOrder } from '@kasera/shared/api.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { OneSignalSimulator } from '../simulators/onesignal/onesignal.ts';
import { waitUntil } from '../support/wait-until.ts';
import { versionIn } from './chaos-orders.ts';
import { named, type Findings } from './findings.ts';
import type { Expectation } from './ledger.ts';
import type { LiveScreen } from './live-screen.ts';
import { readBacklog, readDeliveries, readOrders, type Asked } from './read-api.ts';

type Expectations = ReadonlyMap<string, Expectation>;

/** Waits until everything stored is carried out and every push has come to its end. */
export async function untilSettled(asked: Asked, withinMs = 30_000): Promise<void> {
  const restless = new Set(['waiting', 'held', 'sending']);
  const isSettled = async () =>
    (await readBacklog(asked)) === 0 && !(await readDeliveries(asked)).some(({ state }) => restless.has(state));
  await waitUntil(isSettled, { what: 'nothing waits to be carried out or sent', withinMs, everyMs: 100 });
}

/** Every answered order is listed exactly once and in its newest state, in the API's two lists. */
export async function verifyOrders(asked: Asked, expectations: Expectations, findings: Findings): Promise<void> {
  for (const status of ['open', 'all'] as const) {
    judge(await readOrders(asked, status), expectations, findings, `GET /api/orders?status=${status}`);
  }
}

/** A screen just switched on shows every answered order; one that stayed on all the time shows the very same. */
export async function verifyScreens(screen: LiveScreen, expectations: Expectations, findings: Findings): Promise<void> {
  await waitUntil(() => screen.isConnected(), { what: 'the screen is connected again' });
  const fresh = await screen.syncAnew();
  judge([...fresh.orders.values()], expectations, findings, 'board:sync');
  const shown = (orders: ReadonlyMap<string, Order>) =>
    [...orders]
      .map(([id, { version }]) => `${id} ${version}`)
      .sort()
      .join();
  const isSame = () => screen.board().seq === fresh.seq && shown(screen.board().orders) === shown(fresh.orders);
  const same = await waitUntil(isSame, { what: 'both screens show the same', withinMs: 3_000 }).catch(() => false);
  findings.expect(same, 'a screen that stayed on shows other orders than one just switched on');
}

function judge(
  orders: readonly (ApiOrder | Order)[],
  expectations: Expectations,
  findings: Findings,
  where: string,
): void {
  const shown = new Map<string, (ApiOrder | Order)[]>();
  for (const order of orders) shown.set(order.externalId, [...(shown.get(order.externalId) ?? []), order]);
  const twice = [...shown].filter(([, same]) => same.length > 1).map(([externalId]) => externalId);
  findings.expect(twice.length === 0, `${where} shows orders twice: ${named(twice)}`);
  const unknown = [...shown.keys()].filter((externalId) => !expectations.has(externalId));
  findings.expect(unknown.length === 0, `${where} shows orders nobody sent: ${named(unknown)}`);
  const missing = [...expectations].filter(([id, { newestAnswered }]) => newestAnswered !== null && !shown.has(id));
  findings.expect(missing.length === 0, `${where} lacks answered orders: ${named(missing.map(([id]) => id))}`);
  for (const [externalId, [order]] of shown) {
    const expectation = expectations.get(externalId);
    if (!order || !expectation) continue;
    const fault = faultOf(order, expectation);
    findings.expect(fault === null, `${where}: order ${externalId} ${fault}`);
  }
}

/** Whatever was sent may have arrived though no answer came back; what was answered must have. */
function faultOf(order: ApiOrder | Order, { order: sent, newestAnswered }: Expectation): string | null {
  const version = versionIn(order.note);
  if (version === null) return `has the note "${order.note}"`;
  if (version > sent.versions) return `shows version ${version}, which nobody sent`;
  if (version < (newestAnswered ?? 1)) return `shows version ${version}, though ${newestAnswered} was answered 200`;
  const [first] = order.items;
  if (first && first.quantity !== version) return `shows the note of version ${version}, the dishes of another`;
  return order.status === 'new' ? null : `is ${order.status}, though nobody touched it`;
}

/** Every order on the board was named by exactly one push that the provider took; every delivery came to an end. */
export async function verifyPushes(
  asked: Asked,
  provider: OneSignalSimulator,
  findings: Findings,
): Promise<{ pushes: number }> {
  const deliveries = await readDeliveries(asked);
  const stuck = deliveries.filter(({ state }) => state !== 'sent' && state !== 'merged');
  const states = named([...new Set(stuck.map(({ state }) => state))]);
  findings.expect(stuck.length === 0, `${stuck.length} deliveries ended as ${states}`);
  const pushes = new Map<string, number>();
  for (const { notification } of provider.accepted) {
    for (const number of notification.data?.orders ?? []) pushes.set(number, (pushes.get(number) ?? 0) + 1);
  }
  const orders = await readOrders(asked, 'all');
  const untold = orders.filter(({ number }) => !pushes.has(number)).map(({ number }) => number);
  findings.expect(untold.length === 0, `no push names ${named(untold)}`);
  const repeated = orders.filter(({ number }) => (pushes.get(number) ?? 0) > 1).map(({ number }) => number);
  findings.expect(repeated.length === 0, `more than one push names ${named(repeated)}`);
  findings.expect(!provider.isDisabled(), 'the provider disabled the app');
  return { pushes: provider.accepted.length };
}
