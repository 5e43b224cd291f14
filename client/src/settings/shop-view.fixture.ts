import { defaultMapping, shopCheckNames, webhookTopics, type ShopView } from '@kasera/shared/shop.ts';

/** A shop that is connected and well, with what a test changes of it. */
export function shopView(over: Partial<ShopView> = {}): ShopView {
  return {
    connection: { url: 'https://shop.example', from: 'page', keyEnding: 'a41f9c7', connectedAt: 1_000 },
    consentFault: null,
    consent: 'none',
    checks: shopCheckNames.map((name) => ({ name, result: 'ok', found: null, fault: null, code: null })),
    checkedAt: 2_000,
    asking: {
      state: 'asking',
      checkedAt: 3_000,
      everyMs: 10_000,
      failingSince: null,
      fault: null,
      catchUp: null,
    },
    publicUrl: 'https://kitchen.example',
    publicUrlFaults: [],
    webhooks: webhookTopics.map((topic) => ({ topic, status: 'active', replacedAt: null })),
    webhookRecords: [],
    mapping: defaultMapping,
    statuses: [],
    catalogue: { products: 0, categories: 0, readAt: null },
    suspects: [],
    ...over,
  };
}
