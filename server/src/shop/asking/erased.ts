import type { Order } from '@kasera/shared/order.ts';
import type { Database } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import { glanceAtOrder } from '../../intake/sources/woocommerce.ts';
import type { Log } from '../../ops/log.ts';
import type { OrderHandling } from '../../orders/handle.ts';
import type { OrderStore } from '../../orders/store.ts';
import type { ShopAnswer } from '../connection/answer.ts';
import type { AskOrders } from './order-list.ts';
import type { Suspect, Suspects } from './suspects.ts';
import type { Taking } from './taking.ts';

export interface ErasedDeps {
  store: Pick<OrderStore, 'open'>;
  database: Pick<Database, 'query'>;
  suspects: Suspects;
  taking: Pick<Taking, 'take' | 'heardAt'>;
  signal: OrderHandling['signal'];
  kitchenId: string;
  now(): number;
  log: Log;
}

/** `GET /orders/<id>`. */
export type AskOrder = (externalId: string) => Promise<ShopAnswer<unknown>>;

export interface RoundQuestion {
  source: string;
  /** When the look began that this round follows: what it brought reads well. */
  since: number;
  ask: AskOrders;
  askOne: AskOrder;
}

export interface ErasedRounds {
  /** Looks whether the open orders are still in the shop. Concludes nothing from an answer that is not the shop's own. */
  round(question: RoundQuestion): Promise<void>;
  /** A person's word on orders the shop seems to have erased. */
  judge(orderIds: readonly string[], erased: boolean): Promise<void>;
}

/** An order the list brought within this time is there. */
const heardMs = 60_000;
/** Missing once may be a hiccup; missing still after this long is gone. */
const apartMs = 60_000;
/** More than this at once is a restored backup or a wrong address rather than somebody erasing orders. */
const believable = 3;
const atOnceMs = 10 * 60_000;
/** Few enough for a weak shop. */
const maxInOneList = 50;
const maxAskedSingly = 20;
const maxWitnesses = 5;

/** Erasing an order tells nobody, so the open ones are asked for ([SH4]): all in one list, then one by one what is not in it. */
export function createErasedRounds(deps: ErasedDeps): ErasedRounds {
  const askedAt = new Map<string, number>();
  const erasedLately: number[] = [];
  const erase = async ({ orderId, externalId }: Pick<Suspect, 'orderId' | 'externalId'>, source: string) => {
    const signal = { type: 'deleted', source, externalId, erased: true } as const;
    await deps.signal(signal, () => [deps.suspects.forgetting(orderId)]);
    erasedLately.push(deps.now());
    deps.log.warn({ externalId }, 'an open order is erased in the shop');
  };
  return {
    async round(question) {
      const { source } = question;
      const open = (await deps.store.open(deps.kitchenId)).filter((order) => isCooked(order, source));
      await forgetSettled(deps, source, open);
      const asked = inTurn(deps, open, askedAt);
      if (asked.length === 0) return;
      const gone = await findGone(deps, question, asked, open);
      if (gone.length === 0) return;
      await deps.suspects.missing(gone, deps.now());
      await conclude(deps, source, erasedLately, erase);
    },
    async judge(orderIds, erased) {
      if (!erased) return deps.suspects.keep(orderIds, deps.now());
      const asked = await deps.suspects.asked();
      for (const suspect of asked.filter(({ orderId }) => orderIds.includes(orderId))) {
        await erase(suspect, suspect.source);
      }
    },
  };
}

/** A cancelled one may still stand as a STOP: the shop has nothing to say about it any more. */
function isCooked(order: Order, source: string): boolean {
  return order.source === source && !order.test && order.status !== 'cancelled';
}

/** Suspicion ends when the order came with a list, or nobody cooks it any more. */
async function forgetSettled({ suspects, taking }: ErasedDeps, source: string, open: readonly Order[]): Promise<void> {
  const ids = new Set(open.map(({ id }) => id));
  const settled = (await suspects.of(source)).filter(
    ({ orderId, externalId, lastMissingAt }) => !ids.has(orderId) || (taking.heardAt(externalId) ?? 0) > lastMissingAt,
  );
  await suspects.forget(settled.map(({ orderId }) => orderId));
}

/** Those the list did not bring for a while, the longest not asked for first. */
function inTurn({ taking, now }: ErasedDeps, open: readonly Order[], askedAt: Map<string, number>): Order[] {
  const at = now();
  const ids = new Set(open.map(({ id }) => id));
  for (const id of askedAt.keys()) if (!ids.has(id)) askedAt.delete(id);
  const turn = open
    .filter(({ externalId }) => /^\d+$/.test(externalId) && at - (taking.heardAt(externalId) ?? -Infinity) >= heardMs)
    .toSorted((a, b) => (askedAt.get(a.id) ?? 0) - (askedAt.get(b.id) ?? 0))
    .slice(0, maxInOneList);
  for (const { id } of turn) askedAt.set(id, at);
  return turn;
}

/** @returns those the shop itself says it does not have, if it is to be believed: another known order reads well */
async function findGone(
  deps: ErasedDeps,
  question: RoundQuestion,
  asked: readonly Order[],
  open: readonly Order[],
): Promise<Order[]> {
  const { source, since, ask, askOne } = question;
  const include = asked.map(({ externalId }) => externalId);
  const list = await ask({ status: 'any', include, per_page: maxInOneList, page: 1 });
  if (list.type === 'fault') return [];
  const take = (orders: unknown[]) => deps.taking.take(orders, { source, mute: () => false });
  await take(list.data);
  const present = new Set(list.data.map((order) => glanceAtOrder(order)?.externalId));
  let reads =
    present.size > 0 || open.some(({ externalId }) => (deps.taking.heardAt(externalId) ?? -Infinity) >= since);
  const suspects = await deps.suspects.of(source);
  const kept = new Set(suspects.filter(({ keptAt }) => keptAt !== null).map(({ orderId }) => orderId));
  const readWell = suspects.filter(({ externalId }) => present.has(externalId));
  await deps.suspects.forget(readWell.map(({ orderId }) => orderId));

  const gone: Order[] = [];
  const missing = asked.filter(({ id, externalId }) => !present.has(externalId) && !kept.has(id));
  for (const order of missing.slice(0, maxAskedSingly)) {
    const answer = await askOne(order.externalId);
    if (isGone(answer)) gone.push(order);
    else if (!isOrder(answer, order.externalId)) return [];
    else {
      // In the trash, for example, which no list holds.
      await take([answer.data]);
      await deps.suspects.forget([order.id]);
      reads = true;
    }
  }
  if (gone.length === 0) return [];
  return reads || (await anotherReads(deps, question, open)) ? gone : [];
}

/** WooCommerce's own word for this id; not a missing route, a firewall's or another site's 404. */
function isGone(answer: ShopAnswer<unknown>): boolean {
  if (answer.type === 'ok') return false;
  const { kind, status, code } = answer.fault;
  return kind === 'not-found' && status === 404 && /^woocommerce_rest_(\w+_)?invalid_id$/.test(code ?? '');
}

function isOrder<T>(answer: ShopAnswer<T>, externalId: string): answer is Extract<ShopAnswer<T>, { type: 'ok' }> {
  return answer.type === 'ok' && glanceAtOrder(answer.data)?.externalId === externalId;
}

/** Whether an order that is not open any more is still there. Where Kasera knows no other, the list's answer has to do. */
async function anotherReads(
  { database, kitchenId }: ErasedDeps,
  { source, askOne }: RoundQuestion,
  open: readonly Order[],
): Promise<boolean> {
  const rows = await database.query<{ externalId: string }>(sql`
    select external_id as "externalId" from orders
    where kitchen_id = ${kitchenId} and source = ${source} and open = 0 order by arrived_at desc, id desc
    limit ${maxWitnesses}`);
  for (const { externalId } of rows) {
    const answer = await askOne(externalId);
    if (isOrder(answer, externalId)) return true;
    if (!isGone(answer)) return false;
  }
  return rows.length === 0 && open.length === 1;
}

/** Twice, long enough apart, and few: it is so. Many: a person has to say. */
async function conclude(
  { suspects, now }: ErasedDeps,
  source: string,
  erasedLately: number[],
  erase: (suspect: Suspect, source: string) => Promise<void>,
): Promise<void> {
  const standing = (await suspects.of(source)).filter(({ keptAt }) => keptAt === null);
  const sure = standing.filter(
    ({ times, firstMissingAt, lastMissingAt, askedAt }) =>
      askedAt === null && times >= 2 && lastMissingAt - firstMissingAt >= apartMs,
  );
  const lately = erasedLately.filter((at) => now() - at < atOnceMs);
  erasedLately.splice(0, erasedLately.length, ...lately);
  if (standing.length + lately.length > believable) {
    const ids = sure.map(({ orderId }) => orderId);
    return suspects.askPerson(ids, now());
  }
  for (const suspect of sure) await erase(suspect, source);
}
