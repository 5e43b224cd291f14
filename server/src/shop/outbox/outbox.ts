import type { DropReason } from '@kasera/shared/alert.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { OrderEffect } from '@kasera/shared/order-change.ts';
import type { WriteBackMapping } from '@kasera/shared/shop.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import { createDispatcher } from '../../alerts/dispatcher.ts';
import type { Schedule } from '../../alerts/looks.ts';
import type { Database } from '../../db/database.ts';
import type { Sql } from '../../db/sql.ts';
import type { Log } from '../../ops/log.ts';
import { claimTasks, nextTaskDueAt, type ClaimedTask } from './claim.ts';
import { gatherOutboxNotices } from './notices.ts';
import { dropping, placing, statementsFor, type Placing } from './placing.ts';
import { settleTask, toSent, type SentTask } from './settle.ts';
import { freeLeases, reviveParked } from './start-up.ts';
import { shopTaskSchema, type OrderTask, type ShopTask, type StockTask, type TaskHandler } from './task.ts';

export interface ShopOutboxDeps {
  database: Database;
  /** The source of the shop that is told. */
  source: string;
  kitchenId: string;
  /** The address of the connected shop; null: none is. */
  shop(): string | null;
  /** What each step tells the shop, as the owner set it last. */
  mapping(): WriteBackMapping;
  handlers: { order: TaskHandler<OrderTask>; stock: TaskHandler<StockTask> };
  now(): number;
  /** A number in [0, 1). */
  random(): number;
  /** Sortable: tasks of one key leave in the order of their ids. */
  newId(): string;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  schedule?: Schedule;
}

export interface ShopOutbox {
  /** For deciding about commands: what each step tells the shop of that source; null: it is told nothing. */
  writeBack(source: string): WriteBackMapping | null;
  /** What a change of an order has the shop told: statements for its own commit. Call `wake` after it. */
  statementsFor(order: Order, effects: readonly OrderEffect[]): Sql[];
  /** A task, for the commit of the change that causes it. Call `wake` after it. */
  placing(task: ShopTask, when: Placing): Sql[];
  /** Drops what of that key has not left, for the commit of the change that makes it pointless. */
  dropping(key: string, reason: DropReason): Sql[];
  /** Something may be due. */
  wake(): void;
  /** Frees what a dead process held, makes parked tasks due again, begins to tell. */
  start(): Promise<void>;
  /** Other keys, or another shop: what was refused is due again. */
  connectionChanged(): Promise<void>;
  /** Ends within 5 s; what is under way then is looked at again at the next start, before anything is written. */
  stop(): Promise<void>;
  notices(now: number): Promise<Notice[]>;
}

/** What the shop is told, as durable deliveries of the channel `woocommerce` ([SH5], [SH7]). */
export function createShopOutbox(deps: ShopOutboxDeps): ShopOutbox {
  const { database, now, random, log } = deps;
  const dispatcher = createDispatcher<ClaimedTask, SentTask>({
    claim: (at, limit) => claimTasks(deps, at, limit),
    send: (payload, claimed) => carryOut(deps, payload, claimed),
    settle: (claimed, finished) => settleTask(deps, claimed, finished),
    report: (claimed, outcome) => report(deps, claimed, 'task' in outcome ? outcome : null),
    nextDueAt: () => nextTaskDueAt(deps),
    schedule: deps.schedule ?? later,
    ...{ now, random, log },
  });
  const revive = async () => {
    const revived = await reviveParked(database, now());
    if (revived > 0) log.info({ revived }, 'what the shop refused is tried again');
  };
  return {
    writeBack: (source) => (source === deps.source && deps.shop() !== null ? deps.mapping() : null),
    statementsFor: (order, effects) => statementsFor(deps, order, effects),
    placing: (task, when) => placing(deps, task, when),
    dropping: (key, reason) => dropping(key, reason, now()),
    wake: dispatcher.wake,
    async start() {
      await freeLeases(database, now());
      await revive();
      dispatcher.start();
    },
    async connectionChanged() {
      await revive();
      dispatcher.wake();
    },
    stop: dispatcher.stop,
    notices: (at) => gatherOutboxNotices(deps, at),
  };
}

async function carryOut({ handlers }: ShopOutboxDeps, payload: string, claimed: ClaimedTask): Promise<SentTask> {
  const task = shopTaskSchema.parse(JSON.parse(payload));
  const outcome =
    task.type === 'order' ? await handlers.order(task, claimed.try) : await handlers.stock(task, claimed.try);
  return toSent(outcome);
}

function report({ log }: ShopOutboxDeps, { id, attempt }: ClaimedTask, sent: SentTask | null): void {
  const fields = { delivery: id, attempt };
  const task = sent?.task;
  if (task?.type === 'done') log.info(fields, 'the shop was told');
  else if (task?.type === 'dropped') log.info({ ...fields, reason: task.reason }, 'the shop need not be told any more');
  else if (task?.type === 'parked') log.error({ ...fields, reason: task.fault.kind }, 'the shop refused to be told');
  else if (task?.type === 'expired') log.error(fields, 'the shop could not be told in time');
  else if (task?.type === 'conflict') log.warn({ ...fields, found: task.found }, 'the shop says something else by now');
  else
    log.warn({ ...fields, reason: task?.type === 'retry' ? task.fault.kind : 'fault' }, 'the shop will be told later');
}

function later(run: () => void, afterMs: number): () => void {
  const timer = setTimeout(run, afterMs);
  return () => clearTimeout(timer);
}
