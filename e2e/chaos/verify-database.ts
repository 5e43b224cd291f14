import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { named, type Findings } from './findings.ts';
import type { Ledger } from './ledger.ts';
import { databaseName } from './storage-copy.ts';

/** Reads the database of a server that has ended: nothing half-written, no number missing, nothing forgotten. */
export function verifyDatabase(dataDir: string, ledger: Ledger, findings: Findings): void {
  const database = new Sqlite(join(dataDir, databaseName), { readonly: true });
  try {
    verifyNumbers(database, findings);
    const inbox = new Map(
      rows<{ id: string; state: string }>(database, 'select id, state from inbox').map(({ id, state }) => [id, state]),
    );
    const lost = ledger.answers.filter(({ inboxId }) => !inbox.has(inboxId ?? ''));
    const lostIds = lost.map(({ order }) => order.externalId);
    findings.expect(lost.length === 0, `${lost.length} answered requests are not stored: ${named(lostIds)}`);
    const open = [...inbox].filter(([, state]) => state !== 'processed' && state !== 'duplicate');
    findings.expect(open.length === 0, `${open.length} stored requests are ${named(open.map(([, state]) => state))}`);
    const unnamed = rows(
      database,
      `select id from orders where seq is not null and id not in (select order_id from delivery_orders)`,
    );
    findings.expect(unnamed.length === 0, `${unnamed.length} orders have no delivery`);
  } finally {
    database.close();
  }
}

/** `seq` counts the changes without a gap, and each order stands at the number of its own last change. */
function verifyNumbers(database: Sqlite.Database, findings: Findings): void {
  const [events] = rows<{ many: number; first: number | null; last: number | null }>(
    database,
    'select count(*) as many, min(seq) as first, max(seq) as last from order_events',
  );
  const [kitchen] = rows<{ seq: number }>(database, 'select seq from kitchens');
  const { many = 0, first = 0, last = 0 } = events ?? {};
  const seq = kitchen?.seq ?? 0;
  findings.expect(
    many === seq && (seq === 0 || (first === 1 && last === seq)),
    `the kitchen counted ${seq} changes, the log has ${many}, from ${first} to ${last}`,
  );
  const astray = rows(
    database,
    `select o.id from orders o left join order_events e on e.kitchen_id = o.kitchen_id and e.seq = o.seq
     where o.seq is not null and (e.order_id is null or e.order_id <> o.id or e.version <> o.version)`,
  );
  findings.expect(astray.length === 0, `${astray.length} orders do not stand at their own last change`);
}

function rows<T>(database: Sqlite.Database, statement: string): T[] {
  return database.prepare<unknown[], T>(statement).all();
}
