import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Log } from '../../ops/log.ts';
import { parseAddress } from './address.ts';
import type { ShopAccess } from './client.ts';
import type { ShopConnection } from './connection.ts';
import { createSeal, type Seal } from './sealed.ts';
import type { Succession } from './succession.ts';

export interface ConnectionsDeps {
  database: Pick<Database, 'query' | 'write'>;
  /** 32 bytes, base64url. */
  sealKey: string;
  /** The shop named in the environment: it wins over the page's. */
  given: ShopAccess | null;
  now(): number;
  random(bytes: number): Uint8Array;
  /** What else the commit has to hold that connects the shop at `url`, and the word that it is on disk. */
  succession: Pick<Succession, 'succeeding' | 'succeeded'>;
  log: Pick<Log, 'warn'>;
}

export interface Connections {
  /** The shop in force; null while none is connected. */
  current(): ShopConnection | null;
  /** Whether keys are kept that cannot be opened: the data folder's secrets.json is another than when they were kept. */
  isSealLost(): boolean;
  /**
   * Connects the shop and keeps its keys sealed; on disk when it resolves.
   * @param access with the address as `parseAddress` gives it
   */
  connect(access: ShopAccess): Promise<'connected' | 'from-environment'>;
  /** Forgets the keys of the page. */
  disconnect(): Promise<'disconnected' | 'from-environment'>;
  /** Calls `heard` after each change. @returns a function that ends it */
  onChange(heard: (connection: ShopConnection | null) => void): () => void;
  /** Has `work` done while the shop can still be asked, whenever it is about to be left: for another one, or for none. */
  onLeaving(work: () => Promise<void>): void;
}

const source = 'woocommerce';

/** Which shop is connected, and with what keys ([SH1]). Loads what is kept; from then on `current` is at hand. */
export async function openConnections(deps: ConnectionsDeps): Promise<Connections> {
  const { database, given, now, succession } = deps;
  const seal = createSeal(deps.sealKey, deps.random);
  const listeners = new Set<(connection: ShopConnection | null) => void>();
  const kept = given === null ? await readKept(database, seal) : null;
  if (kept === 'sealed') deps.log.warn({}, 'the kept keys of the shop cannot be opened: connect it again');
  let isSealLost = kept === 'sealed';
  let current = given === null ? withoutLoss(kept) : fromEnvironment(given);
  const also = current === null ? [] : succession.succeeding(current.url);
  if (also.length > 0) await database.write(also);
  if (current !== null) succession.succeeded(current.url);

  const leaving: (() => Promise<void>)[] = [];
  const tell = (): void => listeners.forEach((heard) => heard(current));
  const become = async (connection: ShopConnection | null, statements: Sql[]): Promise<void> => {
    try {
      if (current !== null && current.url !== connection?.url) await Promise.all(leaving.map((work) => work()));
      await database.write(statements);
    } catch (error) {
      // It stays, and what was undone for leaving has to be done again.
      tell();
      throw error;
    }
    if (connection !== null) succession.succeeded(connection.url);
    current = connection;
    isSealLost = false;
    tell();
  };
  return {
    current: () => current,
    isSealLost: () => isSealLost,
    async connect({ url, key, secret }) {
      if (given !== null) return 'from-environment';
      const connection: ShopConnection = { source, url, key, secret, from: 'page', connectedAt: now() };
      await become(connection, [keeping(connection, seal), ...succession.succeeding(url)]);
      return 'connected';
    },
    async disconnect() {
      if (given !== null) return 'from-environment';
      await become(null, [sql`delete from shop_connections where source = ${source}`]);
      return 'disconnected';
    },
    onChange(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    onLeaving: (work) => void leaving.push(work),
  };
}

/** The last characters of a key, as WooCommerce's own list shows it. */
export function keyEnding(key: string): string {
  return key.slice(-7);
}

/** People paste the same addresses into `.env` as into the page. */
function fromEnvironment({ url, key, secret }: ShopAccess): ShopConnection {
  const parsed = parseAddress(url);
  const base = parsed.type === 'ok' ? parsed.url : url;
  return { source, url: base, key, secret, from: 'environment', connectedAt: null };
}

const withoutLoss = (kept: ShopConnection | 'sealed' | null): ShopConnection | null =>
  kept === 'sealed' ? null : kept;

const keysSchema = z.object({ key: z.string(), secret: z.string() });

async function readKept(database: Pick<Database, 'query'>, seal: Seal): Promise<ShopConnection | 'sealed' | null> {
  const [row] = await database.query<{ url: string; sealed: string; connected_at: number }>(
    sql`select url, sealed, connected_at from shop_connections where source = ${source}`,
  );
  if (row === undefined) return null;
  const opened = seal.open(row.sealed, { source, url: row.url });
  if (opened === null) return 'sealed';
  return { source, url: row.url, ...keysSchema.parse(JSON.parse(opened)), from: 'page', connectedAt: row.connected_at };
}

function keeping({ url, key, secret, connectedAt }: ShopConnection, seal: Seal): Sql {
  const sealed = seal.seal(JSON.stringify({ key, secret }), { source, url });
  return sql`
    insert into shop_connections (source, url, sealed, key_ending, connected_at)
    values (${source}, ${url}, ${sealed}, ${keyEnding(key)}, ${connectedAt})
    on conflict (source) do update set
      url = excluded.url, sealed = excluded.sealed, key_ending = excluded.key_ending,
      connected_at = excluded.connected_at`;
}
