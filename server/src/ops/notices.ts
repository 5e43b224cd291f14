import type { Notice } from '@kasera/shared/socket.ts';
import type { Inbox } from '../intake/inbox.ts';
import type { ContactState } from '../intake/shop-contact.ts';
import type { OrderStore } from '../orders/store.ts';

export interface NoticesDeps {
  contact(): ContactState;
  inbox: Pick<Inbox, 'failed'>;
  store: Pick<OrderStore, 'counts'>;
  lowDiskSpace(): Promise<number | null>;
  pushNotices(now: number): Promise<Notice[]>;
  shopNotices(now: number): Promise<Notice[]>;
  /** Stations nobody looks at, screens nobody hears. */
  screenNotices(now: number): Notice[];
  /** Lines no station claims. */
  unclaimed(now: number): Promise<Notice[]>;
  /** Whether there is a shop that is asked: then no webhook need ever come. */
  isAsking(): boolean;
  kitchenId: string;
}

const dayMs = 86_400_000;
/** An order open for longer was left behind ([OR5]). */
export const leftOpenMs = 12 * 3_600_000;

/** Everything that is not as it should be, gravest first, for `/healthz` and the board. */
export async function gatherNotices(deps: NoticesDeps, now: number): Promise<Notice[]> {
  const [failed, counts, freeBytes, push, shop, unclaimed] = await Promise.all([
    deps.inbox.failed(now - dayMs),
    deps.store.counts(deps.kitchenId, now - leftOpenMs),
    deps.lowDiskSpace(),
    deps.pushNotices(now),
    deps.shopNotices(now),
    deps.unclaimed(now),
  ]);
  const contact = contactNotices(deps.contact(), deps.isAsking());
  const notices: Notice[] = [...contact, ...shop, ...deps.screenNotices(now), ...push, ...unclaimed];
  if (failed > 0) notices.push({ code: 'inbox-failed', level: 'error', count: failed });
  if (freeBytes !== null) notices.push({ code: 'disk-low', level: 'error', freeBytes });
  if (counts.leftOpen > 0) notices.push({ code: 'left-open', level: 'warning', count: counts.leftOpen });
  if (counts.arrivedLate > 0) notices.push({ code: 'arrived-late', level: 'warning', count: counts.arrivedLate });
  return notices.sort((a, b) => gravity[a.level] - gravity[b.level]);
}

const gravity = { error: 0, warning: 1, info: 2 };

function contactNotices(contact: ContactState, isAsking: boolean): Notice[] {
  const notices: Notice[] = [];
  const { lastSignedAt, lastPingAt, signatureFailures, lastSignatureFailureAt, noPermissionAt } = contact;
  if (signatureFailures > 0) {
    const at = lastSignatureFailureAt === null ? {} : { at: lastSignatureFailureAt };
    notices.push({ code: 'signature-failing', level: 'error', count: signatureFailures, ...at });
  }
  if (noPermissionAt !== null) notices.push({ code: 'webhook-no-permission', level: 'error', at: noPermissionAt });
  if (lastSignedAt === null && lastPingAt !== null && !isAsking) {
    notices.push({ code: 'shop-reached-unproven', level: 'warning', at: lastPingAt });
  }
  if (lastSignedAt === null && lastPingAt === null && !isAsking)
    notices.push({ code: 'shop-not-connected', level: 'info' });
  return notices;
}
