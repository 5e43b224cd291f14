import { webhookTopics, type ShopFaultKind, type WebhookRecord, type WebhookState } from '@kasera/shared/shop.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import { createLooks, type Schedule } from '../../alerts/looks.ts';
import { mendAll, type MendingDeps } from './webhook-mending.ts';
import type { HeldWebhookRow } from './webhook-store.ts';
import { withdrawWebhooks, type Withdrawn } from './webhook-withdrawing.ts';

export interface ShopWebhooksDeps extends MendingDeps {
  schedule: Schedule;
}

export interface ShopWebhooks {
  start(): void;
  /** Breaks off what is under way. */
  stop(): Promise<void>;
  /** The connection changed; with `forget` it is another shop. */
  wake(forget?: boolean): void;
  /** Takes Kasera's own out of the shop and makes none until the next `wake`: it is about to be disconnected. */
  withdraw(): Promise<Withdrawn>;
  states(): WebhookState[];
  records(): Promise<WebhookRecord[]>;
  notices(now: number): Promise<Notice[]>;
}

/** A disabled webhook is a silent shop: minutes, not hours. */
const lookEveryMs = 180_000;
const againAfterMs = 30_000;
const toldForMs = 24 * 3_600_000;

/** Makes and mends the shop's webhooks ([SH2]): one active one per topic, with our secret, leading here. */
export function createShopWebhooks(deps: ShopWebhooksDeps): ShopWebhooks {
  const { store, now } = deps;
  let states: readonly WebhookState[] = webhookTopics.map((topic) => ({ topic, status: 'unknown', replacedAt: null }));
  let broken: Broken | null = null;
  let forgets = false;
  let withdrawing = false;
  let underWay: { look: Promise<number>; aborting: AbortController } | null = null;
  const looks = createLooks({ look, now, schedule: deps.schedule });

  function look(): Promise<number> {
    const aborting = new AbortController();
    const mine = { look: lookOnce(aborting.signal).finally(() => (underWay = null)), aborting };
    underWay = mine;
    return mine.look;
  }

  async function lookOnce(signal: AbortSignal): Promise<number> {
    try {
      if (withdrawing) return lookEveryMs;
      if (forgets) await store.forget();
      forgets = false;
      const mended = await mendAll(deps, signal);
      if (signal.aborted) return 0;
      states = statesOf(await store.held(), mended.type === 'idle' ? 'unknown' : 'missing');
      broken = mended.type === 'broken' ? { fault: mended.fault, since: broken?.since ?? now() } : null;
      return broken === null || keyFaults.has(broken.fault) ? lookEveryMs : againAfterMs;
    } catch (error) {
      deps.log.warn({ error }, 'the webhooks could not be looked at');
      return againAfterMs;
    }
  }

  return {
    start: looks.start,
    async stop() {
      underWay?.aborting.abort();
      await looks.stop();
    },
    wake(forget = false) {
      forgets ||= forget;
      withdrawing = false;
      if (forget) underWay?.aborting.abort();
      looks.wake();
    },
    async withdraw() {
      withdrawing = true;
      underWay?.aborting.abort();
      await underWay?.look;
      return withdrawWebhooks(deps);
    },
    states: () => [...states],
    records: () => store.records(20),
    async notices(at) {
      if (!deps.isConnected() || !deps.addresses()) return [];
      const records = await store.records(50);
      return [...(broken === null ? [] : brokenNotices(broken, at)), ...replacedNotices(records, at)];
    },
  };
}

interface Broken {
  fault: ShopFaultKind;
  since: number;
}

/** Asking alone is a way to run: keys that may not make webhooks are no emergency. */
const keyFaults: ReadonlySet<ShopFaultKind> = new Set(['unauthorised', 'forbidden']);
/** A shop that is away is said as such by those who ask it. */
const outages: ReadonlySet<ShopFaultKind> = new Set([
  ...(['not-connected', 'unreachable', 'timeout', 'tls', 'busy', 'unavailable', 'paused'] as const),
]);
const outageSaidAfterMs = 10 * 60_000;

function brokenNotices({ fault: error, since }: Broken, now: number): Notice[] {
  if (outages.has(error) && now - since < outageSaidAfterMs) return [];
  return [{ code: 'webhook-broken', level: keyFaults.has(error) ? 'warning' : 'error', error }];
}

function replacedNotices(records: readonly WebhookRecord[], now: number): Notice[] {
  const replaced = records.filter(({ what, at }) => what === 'replaced' && at > now - toldForMs);
  const [newest] = replaced;
  return newest ? [{ code: 'webhook-replaced', level: 'info', count: replaced.length, at: newest.at }] : [];
}

function statesOf(rows: readonly HeldWebhookRow[], otherwise: 'unknown' | 'missing'): WebhookState[] {
  return webhookTopics.map((topic) => {
    const row = rows.find((one) => one.topic === topic);
    return { topic, status: row?.status ?? otherwise, replacedAt: row?.replacedAt ?? null };
  });
}
