import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { deriveKeys } from '../access/keys.ts';
import { createGuard } from '../access/guard.ts';
import { migrate } from '../db/migrate.ts';
import { createKnownScreens } from '../board/known-screens.ts';
import { createIds } from '../ids.ts';
import { createInbox } from '../intake/inbox.ts';
import { createPressure } from '../intake/pressure.ts';
import { openShopContact } from '../intake/shop-contact.ts';
import { createSiteZone } from '../intake/sources/site-clock.ts';
import { createWooCommerce } from '../intake/sources/woocommerce.ts';
import { lowDiskSpace } from '../ops/disk.ts';
import { openKitchen } from '../orders/kitchen.ts';
import { createCommandLog } from '../orders/command-log.ts';
import { createFilling } from '../orders/filling.ts';
import { createOrderStore } from '../orders/store.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import { createKitchen } from '../kitchen/kitchen.ts';
import { createSettings } from '../ops/settings.ts';
import type { KaseraParts } from './parts.ts';

/** The one kitchen of this edition; every table is keyed by it already. */
export const kitchenId = 'main';

/** Tables, and the parts that speak to nothing but them. */
export async function openGround(
  { config, secrets, database, logs, now }: KaseraParts,
  late: { shopTimeZone(): string | null; rulesChanged(rules: KitchenRules): void },
) {
  await migrate({ database, now });
  await openKitchen(database, { id: kitchenId, epoch: randomUUID(), now: now() });
  const newId = createIds({ now, random: randomBytes });
  const { webhookSecret, hookdeckSecret } = secrets;
  const settings = createSettings({ database, kitchenId, now });
  const kitchen = await createKitchen({
    ...{ settings, config, now, shopTimeZone: late.shopTimeZone, changed: late.rulesChanged },
    machineTimeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const zone = createSiteZone(() => kitchen.rules().timeZone);
  const site = () => ({ zone: zone(), dateFields: kitchen.settings().dateFields });
  const woocommerce = createWooCommerce({ secret: webhookSecret, hookdeckSecret, site });
  return {
    newId,
    settings,
    kitchen,
    woocommerce,
    site,
    store: createOrderStore({ database }),
    filling: createFilling({ database }),
    known: createKnownScreens({ database, kitchenId, now, log: logs.of('screens') }),
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
