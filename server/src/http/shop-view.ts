import type {
  ErasedSuspect,
  PublicUrlFault,
  ShopAsking,
  ShopView,
  WebhookRecord,
  WebhookState,
  WriteBackMapping,
} from '@kasera/shared/shop.ts';
import { keyEnding } from '../shop/connection/connections.ts';
import type { ShopConnection } from '../shop/connection/connection.ts';
import type { Consent } from '../shop/connection/consent.ts';
import type { Inspection } from '../shop/connection/inspection.ts';
import type { Statuses } from '../shop/connection/statuses.ts';

export interface ShopViewDeps {
  connection(): ShopConnection | null;
  inspection: Pick<Inspection, 'last'>;
  consent: Pick<Consent, 'fault' | 'outcome'>;
  asking(): ShopAsking;
  publicUrl: string | null;
  publicUrlFaults(): Promise<PublicUrlFault[]>;
  webhooks(): WebhookState[];
  webhookRecords(): Promise<WebhookRecord[]>;
  mapping(): Promise<WriteBackMapping>;
  statuses: Pick<Statuses, 'list' | 'refresh'>;
  catalogue(): ShopView['catalogue'];
  suspects(): Promise<ErasedSuspect[]>;
}

const mostRecords = 20;

/** Everything `/settings/shop` shows, from the parts that know it. Asks the shop nothing it would have to wait for. */
export async function composeShopView(deps: ShopViewDeps): Promise<ShopView> {
  // Read in the background: the next look at the page has them.
  void deps.statuses.refresh();
  const [publicUrlFaults, webhookRecords, mapping, suspects] = await Promise.all([
    ...([deps.publicUrlFaults(), deps.webhookRecords(), deps.mapping(), deps.suspects()] as const),
  ]);
  return {
    connection: shown(deps.connection()),
    consentFault: deps.consent.fault(),
    consent: deps.consent.outcome(),
    ...deps.inspection.last(),
    asking: deps.asking(),
    publicUrl: deps.publicUrl,
    publicUrlFaults,
    webhooks: deps.webhooks(),
    webhookRecords: webhookRecords.slice(0, mostRecords),
    mapping,
    statuses: deps.statuses.list(),
    catalogue: deps.catalogue(),
    suspects,
  };
}

/** Of the key its end only, of the secret nothing. */
function shown(connection: ShopConnection | null): ShopView['connection'] {
  if (connection === null) return null;
  const { url, from, key, connectedAt } = connection;
  return { url, from, keyEnding: keyEnding(key), connectedAt };
}
