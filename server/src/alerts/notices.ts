import type { Notice } from '@kasera/shared/socket.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { PushRules } from './push-config.ts';

/** What was not told for want of an audience is worth saying for so long. */
const noAudienceForMs = 12 * 3_600_000;
/** A success or a failure to reach anybody says something about now for so long. */
const lastWordForMs = 24 * 3_600_000;

interface NoticeDeps {
  database: Pick<Database, 'query'>;
  rules: Pick<PushRules, 'configured' | 'hasAudience'>;
}

/** Says in codes what about pushes is not as it should be (PU1, PU3, PU4, PU6); nothing to say: an empty list. */
export async function gatherPushNotices({ database, rules }: NoticeDeps, now: number): Promise<Notice[]> {
  if (!rules.configured) return [{ code: 'push-not-configured', level: 'warning' }];
  const [noAudience, parked, open, last] = await Promise.all([
    countNoAudience(database, now),
    readParked(database),
    readOpen(database),
    readLastWord(database, now),
  ]);
  return [
    ...audienceNotice(rules.hasAudience, noAudience),
    ...parkedNotice(parked, last?.state === 'sent' ? last.settledAt : 0),
    ...openNotices(open),
    ...(last?.state === 'nobody' ? [nobodyNotice(last)] : []),
  ];
}

function audienceNotice(hasAudience: boolean, count: number): Notice[] {
  if (hasAudience && count === 0) return [];
  return [{ code: 'push-no-audience', level: 'error', ...(count > 0 ? { count } : {}) }];
}

async function countNoAudience(database: NoticeDeps['database'], now: number): Promise<number> {
  const [row] = await database.query<{ count: number }>(sql`
    select count(*) as count from deliveries
    where channel = 'onesignal' and created_at > ${now - noAudienceForMs} and state = 'unconfigured' and reason = 'no audience'`);
  return Number(row?.count ?? 0);
}

interface ParkedRow {
  settledAt: number;
  error: string | null;
  unanswered: number;
}

async function readParked(database: NoticeDeps['database']): Promise<ParkedRow[]> {
  return database.query<ParkedRow>(sql`
    select settled_at as "settledAt", error,
      (select count(*) from delivery_orders named join orders o on o.id = named.order_id
        where named.delivery_id = d.id and o.status = 'new') as unanswered
    from deliveries d where channel = 'onesignal' and state = 'parked' order by settled_at desc limit 100`);
}

/** Refused for good: said until the same key works again and the orders not told of were answered. */
function parkedNotice(parked: readonly ParkedRow[], lastSuccessAt: number): Notice[] {
  const telling = parked.filter((row) => row.settledAt > lastSuccessAt || row.unanswered > 0);
  const [newest] = telling;
  if (!newest) return [];
  const error = newest.error === null ? {} : { error: newest.error };
  return [{ code: 'push-parked', level: 'error', count: telling.length, at: newest.settledAt, ...error }];
}

interface OpenSummary {
  held: number;
  heldUntil: number | null;
  failing: number;
  failingSince: number | null;
  error: string | null;
}

async function readOpen(database: NoticeDeps['database']): Promise<OpenSummary | undefined> {
  const [row] = await database.query<OpenSummary>(sql`
    select sum(case when state = 'held' then 1 else 0 end) as held,
      min(case when state = 'held' then due_at end) as "heldUntil",
      sum(case when error is not null then 1 else 0 end) as failing,
      min(case when error is not null then first_sent_at end) as "failingSince",
      max(error) as error
    from deliveries where channel = 'onesignal' and state in ('waiting', 'held', 'sending')`);
  return row;
}

function openNotices(open: OpenSummary | undefined): Notice[] {
  const notices: Notice[] = [];
  if (open?.failing) {
    const at = open.failingSince === null ? {} : { at: open.failingSince };
    const error = open.error === null ? {} : { error: open.error };
    notices.push({ code: 'push-failing', level: 'error', count: open.failing, ...at, ...error });
  }
  if (open?.held) {
    const until = open.heldUntil === null ? {} : { until: open.heldUntil };
    notices.push({ code: 'push-held-back', level: 'warning', count: open.held, ...until });
  }
  return notices;
}

interface LastWord {
  state: 'sent' | 'nobody';
  settledAt: number;
  reason: string | null;
}

async function readLastWord(database: NoticeDeps['database'], now: number): Promise<LastWord | undefined> {
  const [row] = await database.query<LastWord>(sql`
    select state, settled_at as "settledAt", reason from deliveries
    where channel = 'onesignal' and created_at > ${now - lastWordForMs} and state in ('sent', 'nobody')
    order by created_at desc, id desc limit 1`);
  return row;
}

function nobodyNotice({ settledAt, reason }: LastWord): Notice {
  return {
    code: 'push-nobody-subscribed',
    level: 'error',
    at: settledAt,
    ...(reason === null ? {} : { error: reason }),
  };
}
