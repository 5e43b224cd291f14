import { StaleWrite, type Database } from '../../db/database.ts';
import type { Sql } from '../../db/sql.ts';
import type { SoldOutRow, SoldOutStore } from './sold-out-store.ts';

export type RowChange = Partial<Omit<SoldOutRow, 'id' | 'productId' | 'variationId' | 'version'>>;

export interface SoldOutRows {
  /** Everything standing, oldest first. */
  list(): SoldOutRow[];
  byId(id: string): SoldOutRow | undefined;
  of(productId: string, variationId: string | null): SoldOutRow | undefined;
  /**
   * All or none, on disk when it resolves.
   * @throws {StaleWrite} when one of the rows is not as it was any more: look and decide again
   */
  save(changes: readonly { row: SoldOutRow; change: RowChange }[], along: readonly Sql[]): Promise<void>;
}

/** What stands, in memory as on disk; `changed` is told after each commit. */
export async function createSoldOutRows(deps: {
  database: Pick<Database, 'write'>;
  store: SoldOutStore;
  changed(list: SoldOutRow[]): void;
}): Promise<SoldOutRows> {
  const rows = new Map<string, SoldOutRow>();
  const reload = async (): Promise<void> => {
    const standing = await deps.store.standing();
    rows.clear();
    for (const row of standing) rows.set(row.id, row);
  };
  await reload();
  const list = (): SoldOutRow[] => [...rows.values()];
  return {
    list,
    byId: (id) => rows.get(id),
    of: (productId, variationId) =>
      list().find((row) => row.productId === productId && row.variationId === variationId),
    async save(changes, along) {
      const next = changes.map(({ row, change }) => ({ ...row, ...change, version: row.version + 1 }));
      try {
        await deps.database.write([...next.map(deps.store.saving), ...along]);
      } catch (error) {
        if (error instanceof StaleWrite) await reload();
        throw error;
      }
      for (const row of next) {
        if (row.endedAt === null) rows.set(row.id, row);
        else rows.delete(row.id);
      }
      deps.changed(list());
    },
  };
}

const maxTries = 10;

/** Two screens, or a screen and the shop, meet at one row: then the later one looks and decides again. */
export async function untilFresh<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StaleWrite) || tries === maxTries) throw error;
    }
  }
}
