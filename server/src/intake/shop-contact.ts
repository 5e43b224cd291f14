import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** What is known of the line to one shop. */
export interface ContactState {
  /** Newest correctly signed delivery: the only proof of connection. */
  lastSignedAt: number | null;
  /** Newest unsigned ping: the address is right, nothing more. */
  lastPingAt: number | null;
  /** Wrongly signed requests with the shop's own headers since the last good one. */
  signatureFailures: number;
  lastSignatureFailureAt: number | null;
  /** The webhook's owner may not read orders; until a readable order comes. */
  noPermissionAt: number | null;
}

export interface ShopContact {
  signed(at: number): void;
  pinged(at: number): void;
  signatureFailed(at: number): void;
  noPermission(at: number): void;
  orderRead(): void;
  state(): ContactState;
  /** Stores what changed since; called by a timer and at the end. Losing a second of it harms nothing. */
  save(): Promise<void>;
}

/** Loads and keeps the state of one source's line (table `sources`). */
export async function openShopContact(database: Database, source: string): Promise<ShopContact> {
  let state = await load(database, source);
  let saved = state;
  const change = (part: Partial<ContactState>) => {
    state = { ...state, ...part };
  };
  return {
    signed: (at) => change({ lastSignedAt: at, signatureFailures: 0 }),
    pinged: (at) => change({ lastPingAt: at }),
    signatureFailed: (at) => change({ signatureFailures: state.signatureFailures + 1, lastSignatureFailureAt: at }),
    noPermission: (at) => change({ noPermissionAt: at }),
    orderRead: () => {
      if (state.noPermissionAt !== null) change({ noPermissionAt: null });
    },
    state: () => state,
    async save() {
      if (saved === state) return;
      const saving = state;
      await database.write([
        sql`
          insert into sources (id, last_signed_at, last_ping_at, signature_failures, last_signature_failure_at,
            no_permission_at)
          values (${source}, ${saving.lastSignedAt}, ${saving.lastPingAt}, ${saving.signatureFailures},
            ${saving.lastSignatureFailureAt}, ${saving.noPermissionAt})
          on conflict (id) do update set last_signed_at = excluded.last_signed_at,
            last_ping_at = excluded.last_ping_at, signature_failures = excluded.signature_failures,
            last_signature_failure_at = excluded.last_signature_failure_at,
            no_permission_at = excluded.no_permission_at`,
      ]);
      saved = saving;
    },
  };
}

async function load(database: Database, source: string): Promise<ContactState> {
  const [row] = await database.query<ContactState>(sql`
    select last_signed_at as "lastSignedAt", last_ping_at as "lastPingAt",
      signature_failures as "signatureFailures", last_signature_failure_at as "lastSignatureFailureAt",
      no_permission_at as "noPermissionAt"
    from sources where id = ${source}`);
  return (
    row ?? {
      lastSignedAt: null,
      lastPingAt: null,
      signatureFailures: 0,
      lastSignatureFailureAt: null,
      noPermissionAt: null,
    }
  );
}
