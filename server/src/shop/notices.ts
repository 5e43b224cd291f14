import type { Notice } from '@kasera/shared/socket.ts';
import type { Asking } from './asking/asking.ts';
import type { Connections } from './connection/connections.ts';
import type { ShopOutbox } from './outbox/outbox.ts';
import type { SoldOutKeeper } from './sold-out/sold-out.ts';
import type { ShopWebhooks } from './webhooks/webhooks.ts';

export interface ShopNoticesDeps {
  asking: Pick<Asking, 'notices'>;
  webhooks: Pick<ShopWebhooks, 'notices'>;
  outbox: Pick<ShopOutbox, 'notices'>;
  soldOut: Pick<SoldOutKeeper, 'notices'>;
  connections: Pick<Connections, 'isSealLost'>;
}

/** What everybody is told of the shop. */
export async function gatherShopNotices(
  { asking, webhooks, outbox, soldOut, connections }: ShopNoticesDeps,
  now: number,
): Promise<Notice[]> {
  const gathered = await Promise.all([asking.notices(now), webhooks.notices(now), outbox.notices(now)]);
  const sealLost: Notice[] = connections.isSealLost()
    ? [{ code: 'shop-keys-refused', level: 'error', error: 'not-connected' }]
    : [];
  return [...gathered.flat(), ...soldOut.notices(now), ...sealLost];
}
