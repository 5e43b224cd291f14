import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import { StaleWrite } from '../../db/database.ts';
import { createKeyedQueue } from '../../orders/keyed-queue.ts';
import type { ShopClient, ShopFault } from '../connection/answer.ts';
import { shopFault } from '../connection/shop-fault.ts';
import { isDue, isTouched, type SoldOutDecision } from './sold-out-decide.ts';
import { untilFresh, type SoldOutRows } from './sold-out-rows.ts';
import type { SoldOutRow } from './sold-out-store.ts';
import { isOut, mergeFormer, planBack, planOut, stockSchema, type FormerStock, type StockWrite } from './stock-plan.ts';
import { readStock, stockPath } from './stock-reading.ts';
import type { StockTask, TaskOutcome } from '../outbox/task.ts';

export interface StockTasksDeps {
  client: Pick<ShopClient, 'get' | 'send'>;
  rows: SoldOutRows;
  commit(row: SoldOutRow, decision: SoldOutDecision): Promise<void>;
  connection(): { url: string } | null;
  now(): number;
}

/** Not better in a minute: a person has to do something. */
const finalKinds: readonly ShopFaultKind[] = ['unauthorised', 'forbidden', 'refused', 'not-found', 'not-connected'];
const overtaken: TaskOutcome = { type: 'dropped', reason: 'overtaken' };
/** The shop answers 200 where it did as asked; everything else is a fault. */
const done: TaskOutcome = { type: 'done', status: 200 };

/**
 * Makes the shop's stock agree with what the kitchen says by then; which way a task was meant decides only when. One at
 * a time for each product: whoever comes later sees what the earlier one did. Every step is noted before it is done, so
 * a try that broke off is taken up again.
 */
export function createStockTasks(deps: StockTasksDeps): { handle(task: StockTask): Promise<TaskOutcome> } {
  const queue = createKeyedQueue();
  return {
    handle: ({ soldOutId, productId, to }) =>
      queue.run(productId, () =>
        untilFresh(async () => {
          const row = deps.rows.byId(soldOutId);
          if (!row) return overtaken;
          return to === 'outofstock' ? takeOut(deps, row) : bringBack(deps, row);
        }),
      ),
  };
}

async function takeOut(deps: StockTasksDeps, row: SoldOutRow): Promise<TaskOutcome> {
  if (row.shop !== 'telling' || isDue(row, deps.now())) return overtaken;
  const elsewhere = faultOfConnection(deps, row);
  if (elsewhere) return isTouched(row) ? failed(deps, row, elsewhere) : onlyHere(deps, row);
  const read = await readStock(deps.client, row.productId, row.variationId);
  if (read.type === 'fault') return failed(deps, row, read.fault);
  const writes = planOut(read.found);
  const noted = writes.length === 0 ? row : await note(deps, row, writes);
  const fault = await writeAll(deps, row.productId, writes, isOut);
  if (fault) return failed(deps, noted, fault);
  await deps.commit(noted, { change: { shop: 'told', fault: null }, deliveries: null });
  return done;
}

async function bringBack(deps: StockTasksDeps, row: SoldOutRow): Promise<TaskOutcome> {
  if (!isDue(row, deps.now())) return overtaken;
  if (!isTouched(row)) return end(deps, row, overtaken);
  const elsewhere = faultOfConnection(deps, row);
  if (elsewhere) return failed(deps, row, elsewhere);
  const read = await readStock(deps.client, row.productId, row.variationId);
  // What the shop does not have any more need not come back.
  if (read.type === 'fault')
    return read.fault.kind === 'not-found' ? end(deps, row, overtaken) : failed(deps, row, read.fault);
  const left = await handOver(deps, row);
  const { product, variations } = read.found;
  const stocks = new Map([...variations.map((one) => [one.id, one] as const), [null, product] as const]);
  const writes = left.former.flatMap((former) => {
    const stock = stocks.get(former.variationId);
    return (stock && planBack(former, stock)) ?? [];
  });
  const fault = await writeAll(deps, row.productId, writes, () => true);
  return fault ? failed(deps, left, fault) : end(deps, left, done);
}

/** How it was, on disk before it is changed: whatever happens then, the way back is known. */
async function note(deps: StockTasksDeps, row: SoldOutRow, writes: readonly StockWrite[]): Promise<SoldOutRow> {
  const former = mergeFormer(
    row.former,
    writes.map((write) => write.former),
  );
  await deps.commit(row, { change: { former }, deliveries: null });
  return deps.rows.byId(row.id) ?? row;
}

async function writeAll(
  { client }: StockTasksDeps,
  productId: string,
  writes: readonly StockWrite[],
  isAsMeant: typeof isOut,
): Promise<ShopFault | null> {
  for (const { former, body } of writes) {
    const answer = await client.send('PUT', stockPath(productId, former.variationId), body, stockSchema);
    if (answer.type === 'fault') return answer.fault;
    // A shop that takes the request and does something else, as a plugin may make it do.
    if (!isAsMeant(answer.data)) return shopFault('refused', { status: answer.status });
  }
  return null;
}

/**
 * What comes back may still be out for another reason: a variation by a row of its own, or with its whole product. Then
 * it stays out, and that row brings it back as it was.
 */
async function handOver({ rows, now }: StockTasksDeps, row: SoldOutRow): Promise<SoldOutRow> {
  const heirOf = (former: FormerStock): SoldOutRow | undefined => {
    const heir =
      row.variationId === null
        ? rows.of(row.productId, former.variationId ?? 'none')
        : former.how !== 'own-count' && rows.of(row.productId, null);
    return heir && !isDue(heir, now()) && heir.shopUrl === row.shopUrl ? heir : undefined;
  };
  const heirs = new Map<string, { row: SoldOutRow; change: { former: FormerStock[] } }>();
  const kept: FormerStock[] = [];
  for (const former of row.former) {
    const heir = heirOf(former);
    if (!heir) kept.push(former);
    else {
      const before = heirs.get(heir.id)?.change.former ?? heir.former;
      heirs.set(heir.id, { row: heir, change: { former: mergeFormer(before, [former]) } });
    }
  }
  if (heirs.size === 0) return row;
  await rows.save([...heirs.values(), { row, change: { former: kept } }], []);
  return rows.byId(row.id) ?? row;
}

async function end({ commit, now }: StockTasksDeps, row: SoldOutRow, outcome: TaskOutcome): Promise<TaskOutcome> {
  await commit(row, { change: { endedAt: now(), fault: null }, deliveries: { out: false, backAt: null } });
  return outcome;
}

/** The shop was disconnected, or exchanged for another, before it was told: then only the kitchen knows. */
async function onlyHere({ commit }: StockTasksDeps, row: SoldOutRow): Promise<TaskOutcome> {
  await commit(row, {
    change: { shop: 'untold', shopUrl: null, fault: null },
    deliveries: { out: false, backAt: null },
  });
  return overtaken;
}

function faultOfConnection({ connection }: StockTasksDeps, { shopUrl }: SoldOutRow): ShopFault | null {
  return connection()?.url === shopUrl ? null : shopFault('not-connected');
}

async function failed({ commit, rows }: StockTasksDeps, row: SoldOutRow, fault: ShopFault): Promise<TaskOutcome> {
  // Changed while it was tried: perhaps it is pointless by now, and must not wait in the way of what came after it.
  if (rows.byId(row.id)?.version !== row.version) throw new StaleWrite('what is sold out');
  const isFinal = finalKinds.includes(fault.kind);
  const change = isFinal ? ({ shop: 'failed', fault: fault.kind } as const) : { fault: fault.kind };
  if (isFinal || row.fault !== fault.kind) await commit(row, { change, deliveries: null });
  return { type: isFinal ? 'parked' : 'retry', fault };
}
