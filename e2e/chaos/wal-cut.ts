import { appendFileSync, copyFileSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../server/src/db/migrate.ts';
import { sql } from '../../server/src/db/sql.ts';
import { openSqlite, readDurability } from '../../server/src/db/sqlite.ts';
import { named, type Findings } from './findings.ts';
import type { SentDelivery } from './ledger.ts';
import { databaseName, type StorageCopy } from './storage-copy.ts';

/**
 * A power cut, played on a copy. What a disk held at some earlier moment is the database file and the log up to where
 * it had come by then, perhaps with noise behind (a sector that was being written). The copy cut at byte B is that
 * disk at the moment when B bytes were safe, as long as nothing after B was copied into the database file yet, which
 * `cutFrom` sees to.
 *
 * An answer 200 was given after its transaction was on disk. When the answer had come the log's last transaction ended
 * at W (`storedBy`), so its own ends at W or before. From this follows what a cut at B owes:
 * - same generation, W <= B: its transaction is whole in what is left. It must be there.
 * - an older generation: the log began anew since, which SQLite does only with all of it in the database file, on
 *   disk. It must be there.
 * - a later W: the answer was not given yet at that moment. It may be missing, and usually is, which shows that the
 *   cut cuts.
 * W is read a moment late, so it may be larger than the transaction's own end: a little less is demanded, never more.
 */
export interface CutResult {
  at: number;
  /** Answers the cut owed, all found. */
  owed: number;
  /** Answers of later moments that the cut took, as a power cut before them would have. */
  takenLater: number;
}

export function isOwed({ storedBy }: SentDelivery, { generation }: StorageCopy, at: number): boolean {
  if (storedBy === null) return false;
  return storedBy.generation < generation || (storedBy.generation === generation && storedBy.end <= at);
}

/** Where to cut: any byte, or just at, before or behind the end of something. */
export function chooseCut({ cutFrom, end, walBytes }: StorageCopy, random: () => number): number {
  const anywhere = cutFrom + Math.floor(random() * Math.max(1, end - cutFrom));
  const style = random();
  if (style < 0.5) return anywhere;
  if (style < 0.6) return Math.min(walBytes, end);
  // A frame is 24 + 4096 bytes behind a header of 32.
  const border = 32 + Math.round((anywhere - 32) / 4120) * 4120;
  return Math.min(walBytes, Math.max(cutFrom, border + Math.floor(random() * 3) - 1));
}

/** Makes a data folder as the power cut would have left it. */
export function cutInto(copy: StorageCopy, folder: string, at: number, random: () => number): void {
  mkdirSync(folder);
  const path = join(folder, databaseName);
  copyFileSync(join(copy.folder, databaseName), path);
  copyFileSync(join(copy.folder, `${databaseName}-wal`), `${path}-wal`);
  truncateSync(`${path}-wal`, at);
  if (random() < 0.4) appendFileSync(`${path}-wal`, noise(1 + Math.floor(random() * 9_000), random));
}

/** Opens what a cut left, as Kasera does at its start, and looks for everything it owes. */
export async function judgeCut(
  copy: StorageCopy,
  folder: string,
  at: number,
  answers: readonly SentDelivery[],
  findings: Findings,
): Promise<CutResult> {
  const where = `the copy of a ${copy.of} server with its log cut at byte ${at} of ${copy.end}`;
  try {
    await using database = await openSqlite({ path: join(folder, databaseName) });
    const [check] = await database.query<{ integrity_check: string }>(sql`pragma integrity_check`);
    findings.expect(check?.integrity_check === 'ok', `${where} is damaged: ${check?.integrity_check}`);
    await migrate({ database, now: Date.now });
    const { journalMode, synchronous } = readDurability(database);
    const promise = `${journalMode}/${synchronous}`;
    findings.expect(promise === 'wal/full', `${where} opens with ${promise} instead of wal/full`);
    const stored = new Set((await database.query<{ id: string }>(sql`select id from inbox`)).map(({ id }) => id));
    const owed = answers.filter((answer) => isOwed(answer, copy, at));
    const missing = owed.filter(({ inboxId }) => !stored.has(inboxId ?? ''));
    findings.expect(missing.length === 0, `${where} lost ${missing.length} answered ones: ${namesOf(missing)}`);
    const later = answers.filter((answer) => !isOwed(answer, copy, at));
    return { at, owed: owed.length, takenLater: later.filter(({ inboxId }) => !stored.has(inboxId ?? '')).length };
  } catch (error) {
    findings.expect(false, `${where} does not open: ${error instanceof Error ? error.message : 'unknown'}`);
    return { at, owed: 0, takenLater: 0 };
  }
}

function namesOf(deliveries: readonly SentDelivery[]): string {
  return named(deliveries.map(({ order, version }) => `order ${order.externalId} version ${version}`));
}

function noise(bytes: number, random: () => number): Uint8Array {
  return Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256));
}

/** Cuts a copy at several points and judges each; the folders go again. */
export async function cutAtRandom(
  copy: StorageCopy,
  { cuts, random, answers, findings }: CutOptions,
): Promise<CutResult[]> {
  const results: CutResult[] = [];
  for (let index = 0; index < cuts; index += 1) {
    const at = chooseCut(copy, random);
    const folder = `${copy.folder}-cut-${index}`;
    cutInto(copy, folder, at, random);
    results.push(await judgeCut(copy, folder, at, answers, findings));
    rmSync(folder, { recursive: true });
  }
  return results;
}

export interface CutOptions {
  cuts: number;
  random: () => number;
  answers: readonly SentDelivery[];
  findings: Findings;
}
