import type { SellOut, SoldOut } from '@kasera/shared/shop.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import type { Database } from '../../db/database.ts';
import type { Sql } from '../../db/sql.ts';
import type { ShopClient } from '../connection/answer.ts';
import {
  decideAgain,
  decideBringBack,
  decideDue,
  decideRestore,
  decideSellOut,
  isDue,
  type SoldOutDecision,
} from './sold-out-decide.ts';
import { createSoldOutRows, untilFresh, type SoldOutRows } from './sold-out-rows.ts';
import { createSoldOutStore, type SoldOutRow, type SoldOutStore } from './sold-out-store.ts';
import { createStockTasks } from './stock-task.ts';
import type { ShopOutbox } from '../outbox/outbox.ts';
import type { StockTask, TaskOutcome } from '../outbox/task.ts';

export interface SoldOutDeps {
  database: Pick<Database, 'query' | 'write'>;
  client: Pick<ShopClient, 'get' | 'send'>;
  outbox: Pick<ShopOutbox, 'placing' | 'dropping' | 'wake'>;
  catalogue: { nameOf(productId: string, variationId: string | null): string | null };
  /** The shop in force; null: none is connected. */
  connection(): { url: string } | null;
  /** When the kitchen closes next, epoch milliseconds. */
  closing(now: number): number;
  now(): number;
  kitchenId: string;
  source: string;
  /** Told after each commit that changed the list. */
  changed(list: SoldOut[]): void;
}

export interface SoldOutKeeper {
  /** Everything that cannot be made now, oldest first. */
  list(): SoldOut[];
  /** `new`: it was not sold out before. `known`: it was, or this very request came before. */
  sellOut(request: SellOut): Promise<{ type: 'new' | 'known'; soldOut: SoldOut }>;
  /** @returns what became of it, or null where there never was such a thing */
  bringBack(id: string): Promise<SoldOut | null>;
  /** To be called about every second: ends what only the kitchen knows when its time has come. */
  tick(): Promise<void>;
  /** To be called before the outbox starts, and whenever the connection changes. */
  restore(): Promise<void>;
  notices(now: number): Notice[];
  /** The outbox's handler of `stock` tasks. */
  handle(task: StockTask): Promise<TaskOutcome>;
}

const hourMs = 3_600_000;

/** What cannot be made, and for how long ([SH7]): the kitchen's own list, and the shop's stock made to agree with it. */
export async function createSoldOut(deps: SoldOutDeps): Promise<SoldOutKeeper> {
  const store = createSoldOutStore(deps);
  const rows = await createSoldOutRows({ ...deps, store, changed: (list) => deps.changed(list.map(toSoldOut)) });
  const commit = createCommit({ ...deps, rows });
  const tasks = createStockTasks({ ...deps, rows, commit });
  return {
    list: () => rows.list().map(toSoldOut),
    sellOut: (request) => untilFresh(() => sellOut({ ...deps, store, rows, commit }, request)),
    bringBack: (id) =>
      untilFresh(async () => {
        const row = rows.byId(id) ?? (await store.byTap(id));
        if (!row) return null;
        if (row.endedAt !== null) return toSoldOut(row);
        const decision = decideBringBack(row, deps.connection()?.url ?? null, deps.now());
        await commit(row, decision);
        return toSoldOut({ ...row, ...decision.change });
      }),
    async tick() {
      for (const { id } of rows.list()) await untilFresh(() => decideAndCommit(id, decideDue));
    },
    async restore() {
      for (const { id } of rows.list()) await untilFresh(() => decideAndCommit(id, decideRestore));
    },
    notices: (now) => stuckNotice(rows.list().filter((row) => row.shop === 'failed' && isDue(row, now))),
    handle: tasks.handle,
  };

  async function decideAndCommit(id: string, decide: typeof decideDue) {
    const row = rows.byId(id);
    const decision = row && decide(row, deps.connection()?.url ?? null, deps.now());
    if (row && decision) await commit(row, decision);
  }
}

type SellOutDeps = SoldOutDeps & { store: SoldOutStore; rows: SoldOutRows; commit: Commit };

async function sellOut(deps: SellOutDeps, request: SellOut): Promise<{ type: 'new' | 'known'; soldOut: SoldOut }> {
  const { store, rows, commit } = deps;
  const { id, productId, variationId, span } = request;
  const earlier = await store.byTap(id);
  if (earlier) return { type: 'known', soldOut: toSoldOut(earlier) };
  const now = deps.now();
  const until = { hour: () => now + hourMs, closing: () => deps.closing(now), 'open-ended': () => null }[span]();
  const name = deps.catalogue.nameOf(productId, variationId) ?? request.name;
  const url = deps.connection()?.url ?? null;
  const standing = rows.of(productId, variationId);
  const tap = { name, by: request.by, span, until };
  const tapping = store.tapping(id, standing?.id ?? id, now);
  if (standing) {
    const decision = decideAgain(standing, tap, url, now);
    await commit(standing, decision, [tapping]);
    return { type: 'known', soldOut: toSoldOut({ ...standing, ...decision.change }) };
  }
  const decision = decideSellOut(tap, url, now);
  const row: SoldOutRow = { id, productId, variationId, ...decision.change, version: 0 };
  await commit(row, decision, [tapping]);
  return { type: 'new', soldOut: toSoldOut(row) };
}

/** Stores a change with everything it sets on its way, in one commit. */
export type Commit = (row: SoldOutRow, decision: SoldOutDecision, along?: readonly Sql[]) => Promise<void>;

function createCommit({ outbox, now, rows }: Pick<SoldOutDeps, 'outbox' | 'now'> & { rows: SoldOutRows }): Commit {
  return async (row, { change, deliveries }, along = []) => {
    const { id: soldOutId, productId, variationId } = row;
    const key = `stock ${soldOutId}`;
    const place = (to: StockTask['to'], dueAt: number): Sql[] =>
      outbox.placing({ type: 'stock', soldOutId, productId, variationId, to }, { dueAt, key });
    const placed = deliveries
      ? [
          ...outbox.dropping(key, change.endedAt ? 'recalled' : 'overtaken'),
          ...(deliveries.out ? place('outofstock', now()) : []),
          ...(deliveries.backAt === null ? [] : place('instock', deliveries.backAt)),
        ]
      : [];
    await rows.save([{ row, change }], [...along, ...placed]);
    if (placed.length > 0) outbox.wake();
  };
}

function toSoldOut({ former: _former, shopUrl: _url, endedAt: _endedAt, version: _version, ...soldOut }: SoldOutRow) {
  return soldOut satisfies SoldOut;
}

function stuckNotice(stuck: readonly SoldOutRow[]): Notice[] {
  const [first] = stuck;
  if (!first) return [];
  const error = first.fault === null ? {} : { error: first.fault };
  return [{ code: 'stock-stuck', level: 'error', count: stuck.length, ...error }];
}
