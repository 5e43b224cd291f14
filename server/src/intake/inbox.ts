import { hash } from 'node:crypto';
import { StaleWrite, type Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';
import type { Found } from './backlog.ts';
import type { Identity, SourceHeaders } from './sources/source.ts';

/** An authentic request, as it came. */
export interface InboxRequest {
  source: string;
  receivedAt: number;
  headers: SourceHeaders;
  body: Buffer;
  identity: Identity;
}

/** A stored request waiting to be carried out. */
export interface InboxItem {
  id: string;
  source: string;
  headers: SourceHeaders;
  body: Uint8Array;
}

export type Accepted =
  | { type: 'stored'; item: InboxItem }
  /** `id` is here already. `rerun`: it failed then, and is to be tried again. */
  | { type: 'duplicate'; id: string; rerun: InboxItem | null };

export type InboxOutcome =
  | { state: 'processed'; orderId: string | null; reason: string | null }
  | { state: 'ignored' | 'failed'; reason: string };

export type InboxState = 'received' | 'processed' | 'duplicate' | 'ignored' | 'failed';

/** A row as the list tells it; never the body. */
export interface InboxRow {
  id: string;
  source: string;
  receivedAt: number;
  topic: string | null;
  externalId: string | null;
  deliveryId: string | null;
  state: InboxState;
  reason: string | null;
  warnings: string[];
  /** For a duplicate: the request it repeats. */
  duplicateOf: string | null;
  orderId: string | null;
  bodyBytes: number;
  processedAt: number | null;
}

export interface Inbox {
  /** On disk when it resolves. @throws {StorageError} when it could not be stored */
  accept(request: InboxRequest): Promise<Accepted>;
  /** Received and not yet carried out, oldest first, after `afterId`; beyond the first at most `maxBytes` of bodies. */
  waiting(afterId: string, limit: number, maxBytes: number): Promise<Found<InboxItem>>;
  /** A stored request with its body; null when unknown or its body has been deleted by retention. */
  item(id: string): Promise<InboxItem | null>;
  /** The end of a request, to be written with what it caused. */
  ending(id: string, outcome: InboxOutcome, at: number): Sql;
  list(limit: number, before: string | null): Promise<InboxRow[]>;
  failed(since: number): Promise<number>;
}

/** The durable inbox (table `inbox`): every authentic request verbatim, once. */
export function createInbox({ database, newId }: { database: Database; newId(): string }): Inbox {
  const item = async (statement: Sql): Promise<InboxItem | null> => {
    const [row] = await database.query<ItemRow>(statement);
    return row ? toItem(row) : null;
  };
  return {
    accept: (request) => accept(database, newId(), request),
    waiting: (afterId, limit, maxBytes) => waiting(database, afterId, limit, maxBytes),
    item: (id) =>
      item(sql`
        select id, source, headers, body from inbox
        where id = coalesce((select duplicate_of from inbox where id = ${id}), ${id})`),
    ending: (id, outcome, at) => sql`
      update inbox set state = ${outcome.state}, reason = ${outcome.reason},
        order_id = ${outcome.state === 'processed' ? outcome.orderId : null}, processed_at = ${at}
      where id = ${id}`,
    list: (limit, before) => list(database, limit, before),
    async failed(since) {
      const [row] = await database.query<{ n: number }>(
        sql`select count(*) as n from inbox where state = 'failed' and received_at > ${since}`,
      );
      return Number(row?.n ?? 0);
    },
  };
}

async function accept(database: Database, id: string, request: InboxRequest): Promise<Accepted> {
  const bodyHash = hash('sha256', request.body, 'hex');
  const identity = identityOf(request, bodyHash);
  const headers = kept(request.headers);
  try {
    await database.write([inserting(id, { ...request, headers }, identity, bodyHash)]);
  } catch (error) {
    if (!(error instanceof StaleWrite) || identity === null) throw error;
    return acceptRepeat(database, { id, request, identity, bodyHash });
  }
  const { source, body } = request;
  return { type: 'stored', item: { id, source, headers, body } };
}

/** First how large they are: read at once, the bodies of many would be more than the memory holds. */
async function waiting(
  database: Database,
  afterId: string,
  limit: number,
  maxBytes: number,
): Promise<Found<InboxItem>> {
  const sizes = await database.query<{ id: string; bytes: number }>(sql`
    select id, body_bytes as bytes from inbox where state = 'received' and id > ${afterId} order by id limit ${limit}`);
  let [count, bytes] = [0, 0];
  for (const size of sizes) {
    bytes += Number(size.bytes);
    if (count > 0 && bytes > maxBytes) break;
    count += 1;
  }
  const rows = await database.query<ItemRow>(sql`
    select id, source, headers, body from inbox
    where state = 'received' and id > ${afterId} and id <= ${sizes[count - 1]?.id ?? afterId} order by id`);
  return { items: rows.flatMap((row) => toItem(row) ?? []), more: count < sizes.length || count === limit };
}

interface ItemRow {
  id: string;
  source: string;
  headers: string;
  body: Uint8Array | null;
}

function toItem({ id, source, headers, body }: ItemRow): InboxItem | null {
  return body && { id, source, headers: JSON.parse(headers) as SourceHeaders, body };
}

/**
 * Source, the sender's id and the bytes together; without an id it is always taken ([IN4]). All but the source is as
 * good as chance and would scatter rows of one moment over the whole index, a page to be written for each. So the number
 * with which a shop's bodies begin, the order's own, goes before: it tells nothing that the hash does not, and
 * what comes together stands together. (Rows of the first versions begin with the sender's id. A delivery of then that
 * comes once more is taken again, and says nothing new to its order.)
 */
function identityOf({ source, identity, body }: InboxRequest, bodyHash: string): string | null {
  if (identity.deliveryId === null) return null;
  const number = /\d{1,20}/.exec(body.toString('latin1', 0, 32))?.[0] ?? '';
  return `${source} ${number.padStart(12, '0')} ${identity.deliveryId} ${bodyHash}`;
}

function inserting(id: string, request: InboxRequest, identity: string | null, bodyHash: string): Sql {
  const { source, receivedAt, body } = request;
  const { topic, externalId, deliveryId, warnings } = request.identity;
  return sql`
    insert into inbox (id, source, received_at, identity, topic, external_id, delivery_id, body_hash, headers, body,
      body_bytes, state, warnings)
    values (${id}, ${source}, ${receivedAt}, ${identity}, ${topic}, ${externalId}, ${deliveryId}, ${bodyHash},
      ${JSON.stringify(request.headers)}, ${body}, ${body.length}, 'received',
      ${warnings.length > 0 ? JSON.stringify(warnings) : null})
    on conflict (identity) do nothing`.expecting(1);
}

/** Only what tells whose it is and what it is about: no signature, no cookie, no address of anybody. */
const keptHeaders = [
  ...['source', 'topic', 'resource', 'event', 'id', 'delivery-id'].map((name) => `x-wc-webhook-${name}`),
  ...['eventid', 'requestid', 'attempt-count'].map((name) => `x-hookdeck-${name}`),
  'content-type',
  'user-agent',
];

function kept(headers: SourceHeaders): SourceHeaders {
  const result: Record<string, string | readonly string[]> = {};
  for (const name of keptHeaders) {
    const value = headers[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/**
 * Notes that it came again, in a row of its own without the body. One that failed is waiting again in the same commit,
 * so that a dying process cannot forget it after its 200.
 */
async function acceptRepeat(
  database: Database,
  { id, request, identity, bodyHash }: { id: string; request: InboxRequest; identity: string; bodyHash: string },
): Promise<Accepted> {
  const [first] = await database.query<ItemRow & { state: InboxState }>(
    sql`select id, source, headers, body, state from inbox where identity = ${identity}`,
  );
  if (!first) throw new Error('a repeated delivery has no first one');
  const { source, receivedAt, body } = request;
  const { topic, externalId, deliveryId } = request.identity;
  const rerun = first.state === 'failed' ? toItem(first) : null;
  const noting = sql`
    insert into inbox (id, source, received_at, topic, external_id, delivery_id, body_hash, headers, body_bytes,
      state, duplicate_of, processed_at)
    values (${id}, ${source}, ${receivedAt}, ${topic}, ${externalId}, ${deliveryId}, ${bodyHash},
      ${JSON.stringify(kept(request.headers))}, ${body.length}, 'duplicate', ${first.id}, ${receivedAt})`;
  const runAgain = sql`update inbox set state = 'received', reason = null where id = ${first.id} and state = 'failed'`;
  await database.write(rerun ? [noting, runAgain] : [noting]);
  return { type: 'duplicate', id: first.id, rerun };
}

async function list(database: Database, limit: number, before: string | null): Promise<InboxRow[]> {
  const rows = await database.query<Omit<InboxRow, 'warnings'> & { warnings: string | null }>(sql`
    select id, source, received_at as "receivedAt", topic, external_id as "externalId", delivery_id as "deliveryId",
      state, reason, warnings, duplicate_of as "duplicateOf", order_id as "orderId", body_bytes as "bodyBytes",
      processed_at as "processedAt"
    from inbox where id < ${before ?? '~'} order by id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, warnings: row.warnings ? (JSON.parse(row.warnings) as string[]) : [] }));
}
