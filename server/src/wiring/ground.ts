import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { deriveKeys } from '../access/keys.ts';
import { createGuard } from '../access/guard.ts';
import { migrate } from '../db/migrate.ts';
import { createIds } from '../ids.ts';
import { createInbox } from '../intake/inbox.ts';
import { createPressure } from '../intake/pressure.ts';
import { openShopContact } from '../intake/shop-contact.ts';
import { createWooCommerce } from '../intake/sources/woocommerce.ts';
import { lowDiskSpace } from '../ops/disk.ts';
import { openKitchen } from '../orders/kitchen.ts';
import { createCommandLog } from '../orders/command-log.ts';
import { createOrderStore } from '../orders/store.ts';
import type { KaseraParts } from './parts.ts';

/** The one kitchen of this edition; every table is keyed by it already. */
export const kitchenId = 'main';

/** Tables, and the parts that speak to nothing but them. */
export async function openGround({ config, secrets, database, now }: KaseraParts) {
  await migrate({ database, now });
  await openKitchen(database, { id: kitchenId, epoch: randomUUID(), now: now() });
  const newId = createIds({ now, random: randomBytes });
  const { webhookSecret, hookdeckSecret } = secrets;
  const woocommerce = createWooCommerce({ secret: webhookSecret, hookdeckSecret });
  return {
    newId,
    woocommerce,
    store: createOrderStore({ database }),
    commands: createCommandLog({ database }),
    inbox: createInbox({ database, newId }),
    pressure: createPressure(() => performance.now()),
    contact: await openShopContact(database, woocommerce.id),
    lowDiskSpace: () => lowDiskSpace(config.dataDir),
  };
}

export type Ground = Awaited<ReturnType<typeof openGround>>;

export function buildGuard({ config, secrets }: KaseraParts) {
  const publicUrls = config.publicUrl === null ? [] : [new URL(config.publicUrl)];
  const machine = hostname().toLowerCase();
  return createGuard({
    apiKey: secrets.apiKey,
    keys: deriveKeys(secrets.apiKey),
    hosts: [...publicUrls.map((url) => url.hostname), ...config.allowedHosts, machine, `${machine}.local`],
    origins: publicUrls.map((url) => url.origin),
  });
}
