import type { Log } from '../ops/log.ts';
import type { Asking } from './asking/asking.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { canAsk } from './connection/checks.ts';
import type { Connections } from './connection/connections.ts';
import { createConsent } from './connection/consent.ts';
import type { Inspection } from './connection/inspection.ts';
import type { PublicUrlWatch } from './connection/public-url-watch.ts';
import type { Statuses } from './connection/statuses.ts';
import type { Mapping } from './outbox/mapping.ts';
import type { SoldOutKeeper } from './sold-out/sold-out.ts';
import type { Withdrawn } from './webhooks/webhook-withdrawing.ts';
import type { ShopWebhooks } from './webhooks/webhooks.ts';

export interface PagesDeps {
  connections: Pick<Connections, 'current' | 'disconnect' | 'onLeaving'>;
  inspection: Inspection;
  statuses: Statuses;
  publicUrl: PublicUrlWatch;
  asking: Asking;
  webhooks: ShopWebhooks;
  catalogue: Pick<Catalogue, 'search' | 'counts'>;
  soldOut: SoldOutKeeper;
  mapping: Mapping;
  /** `PUBLIC_URL`. */
  address: string | null;
  now(): number;
  random(bytes: number): Uint8Array;
  log: Log;
}

/** What people see of the shop and decide about it, for the routes. */
export function createPages(deps: PagesDeps) {
  const { connections, inspection, statuses, asking, webhooks, catalogue, soldOut, mapping, now, random, log } = deps;
  const { address: publicUrl } = deps;
  let withdrawn: Withdrawn = 'none';
  connections.onLeaving(async () => void (withdrawn = await webhooks.withdraw()));
  return {
    ...{ statuses, publicUrl, soldOut },
    consent: createConsent({ publicUrl, connect: inspection.connect, now, random, log }),
    inspection: {
      ...inspection,
      async check() {
        const checks = await inspection.check();
        if (canAsk(checks)) asking.goOn();
        return checks;
      },
    },
    /** @returns what became of Kasera's webhooks in the shop */
    async disconnect() {
      withdrawn = 'none';
      return (await connections.disconnect()) === 'from-environment' ? 'from-environment' : withdrawn;
    },
    search: catalogue.search,
    connection: connections.current,
    asking: asking.state,
    publicUrlFaults: deps.publicUrl.soon,
    webhooks: webhooks.states,
    webhookRecords: webhooks.records,
    mapping: async () => mapping.current(),
    saveMapping: mapping.save,
    catalogue: catalogue.counts,
    suspects: asking.suspects,
    judge: asking.judge,
  };
}
