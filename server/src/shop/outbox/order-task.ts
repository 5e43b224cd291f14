import { classOf } from '@kasera/shared/decide/shop-status.ts';
import type { GuestTold, KitchenRules, Order, OrderSnapshot, ShopSignal } from '@kasera/shared/order.ts';
import type { Sql } from '../../db/sql.ts';
import type { ShopAnswer, ShopClient, ShopFault } from '../connection/answer.ts';
import { noteText, type NoteWords } from './note-text.ts';
import { createOrdersInShop, isGone, type Note, type OrderInShop, type OrdersInShop } from './order-in-shop.ts';
import { acceptedMeta, type Meta } from './order-meta.ts';
import { isSameOrder } from './same-order.ts';
import { outcomeOfFault, type OrderTask, type TaskAttempt, type TaskHandler, type TaskOutcome } from './task.ts';

export interface OrderTaskDeps {
  client: ShopClient;
  /** The address of the connected shop; null: none is. */
  shop(): string | null;
  orderById(id: string): Promise<Order | null>;
  signal(signal: ShopSignal, along: () => Sql[]): Promise<unknown>;
  /** What the REST API's answer of an order says in Kasera's terms; null: it cannot be understood. */
  readOrder(body: unknown): OrderSnapshot | null;
  rules: Pick<KitchenRules, 'onHoldIsNew'>;
  words(): NoteWords;
  now(): number;
}

/** What is not told within this time is told no more. */
const tellWithinMs = 24 * 3_600_000;

/**
 * Tells the shop of a kitchen's step, in four moves: is it still to be told; what does the shop say now; write what
 * differs, status and meta first, then the note; hand the shop's answer to the order in the commit that settles the
 * task. Nothing is written over what the shop changed since the press, and nothing at all on what it trashed.
 */
export function createOrderTask(deps: OrderTaskDeps): TaskHandler<OrderTask> {
  const orders = createOrdersInShop(deps.client);
  return async (task, attempt) => {
    const held = await deps.orderById(task.orderId);
    if (!isToTell(held, task)) return withdrawn(held, task);
    if (task.shop !== deps.shop()) return elsewhere(deps, held, task);
    if (deps.now() - attempt.createdAt > tellWithinMs)
      return { type: 'expired', ...settledBy(deps, held, untold(task)) };
    const read = await orders.read(task.externalId);
    if (read.type === 'fault') return faulted(deps, held, task, read.fault);
    const found = deps.readOrder(read.data.body);
    if (found && !isSameOrder(held, found)) return refrain(deps, held, task, 'changed', 'gone');
    const order = await learn(deps, held, task, found);
    if (!isToTell(order, task)) return withdrawn(order, task);
    const standing = judge(order, task, read.data, deps);
    if (standing !== 'free') return refrain(deps, order, task, standing, read.data.status);
    return write({ ...deps, orders }, order, { task, attempt, read });
  };
}

/** Kasera speaks to another shop by now, where that number is somebody else's order; or to none. */
function elsewhere(deps: OrderTaskDeps, order: Order, task: OrderTask): TaskOutcome {
  const settled = settledBy(deps, order, untold(task));
  return deps.shop() === null
    ? { type: 'unconfigured', ...settled }
    : { type: 'dropped', reason: 'closed', ...settled };
}

/** Taken back, or a later step has taken its place. */
function isToTell(order: Order | null, task: OrderTask): order is Order {
  return order?.telling?.tap === task.tap;
}

function withdrawn(order: Order | null, { step }: OrderTask): TaskOutcome {
  const conflict = order?.shopConflict;
  if (conflict?.wanted === step) return { type: 'conflict', found: conflict.found };
  return { type: 'dropped', reason: order?.telling ? 'overtaken' : 'recalled' };
}

/** What the shop changed meanwhile reaches the kitchen first; that decision, or a person, may take the telling back. */
async function learn(
  { signal, orderById }: OrderTaskDeps,
  { shop }: Order,
  task: OrderTask,
  found: OrderSnapshot | null,
): Promise<Order | null> {
  if (!found || found.shopStatus === task.status) return orderById(task.orderId);
  const isNews = found.shopStatus !== shop.status || found.modifiedAt > shop.modifiedAt;
  if (isNews) await signal({ type: 'snapshot', snapshot: found, restored: false }, () => []);
  return orderById(task.orderId);
}

/** `free`: may be written. `needless`: the order's end says it already. `changed`: the shop made something else of it. */
function judge(
  order: Order,
  { step, status }: OrderTask,
  found: OrderInShop,
  { rules }: OrderTaskDeps,
): 'free' | 'needless' | 'changed' {
  if (found.status === 'trash') return step === 'cancelled' ? 'needless' : 'changed';
  const isClosed = classOf(found.status, rules) === 'closed';
  if (isClosed) return step === 'cancelled' || found.status === status ? 'free' : 'changed';
  return status === null || found.status === status || found.status === order.shop.status ? 'free' : 'changed';
}

function refrain(
  deps: OrderTaskDeps,
  order: Order,
  task: OrderTask,
  why: 'needless' | 'changed',
  found: string,
): TaskOutcome {
  if (why === 'needless') return { type: 'dropped', reason: 'overtaken', ...settledBy(deps, order, untold(task)) };
  return { type: 'conflict', found, ...settledBy(deps, order, conflicting(task, found, deps.now())) };
}

function faulted(deps: OrderTaskDeps, order: Order, task: OrderTask, fault: ShopFault): TaskOutcome {
  if (isGone(fault)) return refrain(deps, order, task, 'changed', 'gone');
  const outcome = outcomeOfFault(fault);
  return outcome.type === 'unconfigured' ? { ...outcome, ...settledBy(deps, order, untold(task)) } : outcome;
}

interface Work {
  task: OrderTask;
  attempt: TaskAttempt;
  read: Extract<ShopAnswer<OrderInShop>, { type: 'ok' }>;
}

async function write(
  deps: OrderTaskDeps & { orders: OrdersInShop },
  order: Order,
  { task, attempt, read }: Work,
): Promise<TaskOutcome> {
  const status = statusToWrite(task, read.data, deps);
  const meta = metaToWrite(task, order, read.data);
  let state: OrderInShop = read.data;
  if (status !== null || meta.length > 0) {
    const change = { ...(status !== null && { status }), ...(meta.length > 0 && { meta_data: meta }) };
    const answer = await deps.orders.write(task.externalId, change);
    if (answer.type === 'fault') return faulted(deps, order, task, answer.fault);
    state = answer.data;
  }
  const note = noteOf(task, order, attempt, deps.words());
  const settled = note && (await takenBackMeanwhile(deps, task, status === null ? null : state));
  if (settled) return settled;
  const fault = note && (await addOnce(deps, task, note, attempt, read.shopTime));
  if (fault) {
    // What the guest has got by now is known, whatever becomes of the rest.
    if (status !== null) await deps.signal(written(null, state, told(task, deps.now()))(order), () => []);
    return faulted(deps, order, task, fault);
  }
  const statusTold = status !== null || (attempt.number > 1 && state.status === task.status);
  const isTold = statusTold || task.note === 'customer';
  const guestTold = isTold ? { ...told(task, deps.now()), promisedAt: promiseTold(task) } : null;
  return { type: 'done', status: 200, ...settledBy(deps, order, written(task.tap, state, guestTold)) };
}

/** Recalled while the status was written: the note has not left. */
async function takenBackMeanwhile(
  deps: OrderTaskDeps,
  task: OrderTask,
  wrote: OrderInShop | null,
): Promise<TaskOutcome | null> {
  const order = await deps.orderById(task.orderId);
  if (isToTell(order, task)) return null;
  if (!order || !wrote) return withdrawn(order, task);
  return { type: 'done', status: 200, ...settledBy(deps, order, written(task.tap, wrote, told(task, deps.now()))) };
}

function told({ step }: OrderTask, at: number): GuestTold {
  return { at, what: step, promisedAt: null };
}

/** Only a note says a time. */
function promiseTold({ step, note, promisedAt }: OrderTask): number | null {
  return step === 'accepted' && note === 'customer' ? promisedAt : null;
}

/** A cancelled order the shop closed itself keeps the shop's word for it. */
function statusToWrite(task: OrderTask, found: OrderInShop, { rules }: OrderTaskDeps): string | null {
  const isSaid = found.status === task.status || classOf(found.status, rules) === 'closed';
  return isSaid ? null : task.status;
}

function metaToWrite(task: OrderTask, order: Order, found: OrderInShop): Meta[] {
  const meta = task.step === 'accepted' ? acceptedMeta(order.times.acknowledgedAt, task.promisedAt) : [];
  return meta.some(({ key, value }) => found.meta.get(key) !== value) ? meta : [];
}

function noteOf(task: OrderTask, order: Order, attempt: TaskAttempt, words: NoteWords): Note | null {
  const { step, note, promisedAt } = task;
  if (note === 'none') return null;
  const reason = order.cancellation?.reason ?? null;
  const text = noteText({ step, note, promisedAt, reason, at: attempt.createdAt }, words);
  return { text, toCustomer: note === 'customer' };
}

/** A second of the shop's clock, and what a slow answer makes of the difference between the clocks. */
const clockSlackMs = 60_000;

/** After a try that came to no clear answer, the note may stand there already: a guest gets one mail, not two. */
async function addOnce(
  { orders, now }: { orders: OrdersInShop; now(): number },
  { externalId }: OrderTask,
  note: Note,
  { number, firstTriedAt }: TaskAttempt,
  shopTime: number | null,
): Promise<ShopFault | null> {
  if (number > 1) {
    const aheadMs = shopTime === null ? 0 : shopTime - now();
    const stands = await orders.hasNote(externalId, note, firstTriedAt + aheadMs - clockSlackMs);
    if (stands === true) return null;
    if (stands !== false) return stands;
  }
  const answer = await orders.addNote(externalId, note);
  return answer.type === 'fault' ? answer.fault : null;
}

type OfOrder = (order: Order) => ShopSignal;

/** The order hears of it in the commit that settles the task. */
function settledBy({ signal }: OrderTaskDeps, order: Order, saying: OfOrder): Pick<TaskOutcome, 'commit'> {
  return { commit: (settling) => signal(saying(order), () => settling) };
}

function written(tap: string | null, { status, modifiedAt }: OrderInShop, guestTold: GuestTold | null): OfOrder {
  const standing = modifiedAt === null ? null : { status, modifiedAt };
  return ({ source, externalId }) => ({ type: 'written', source, externalId, tap, standing, guestTold });
}

function conflicting({ tap, step }: OrderTask, found: string, at: number): OfOrder {
  const conflict = { at, wanted: step, found };
  return ({ source, externalId }) => ({ type: 'conflict', source, externalId, tap, conflict });
}

function untold({ tap }: OrderTask): OfOrder {
  return ({ source, externalId }) => ({ type: 'untold', source, externalId, tap });
}
