import { z } from 'zod';

/**
 * What server and client agree on about the shop itself, both ways: the connection, asking, webhooks, what is written
 * back, sold out. Times over HTTP are epoch milliseconds here: these are screens' contracts, not scripts'.
 */

/** Why a request to the shop did not bring what was asked for. Each has a sentence in every language of the client. */
export const shopFaultKinds = [
  /** No shop is connected. */
  'not-connected',
  /** The name does not resolve, nobody listens, the connection broke. */
  'unreachable',
  /** No answer in time. */
  'timeout',
  /** The certificate is not right. */
  'tls',
  /** Sent elsewhere (to a login, to another address): never followed. */
  'redirect',
  /** 401 of WooCommerce: the keys are not (any more) right. */
  'unauthorised',
  /** 403 of WooCommerce: the keys' owner may not. */
  'forbidden',
  /** WooCommerce itself says that there is no such thing. */
  'not-found',
  /** 400 of WooCommerce: it does not want what was asked. */
  'refused',
  /** 429. */
  'busy',
  /** 5xx. */
  'unavailable',
  /** Not WooCommerce's answer: a firewall's page, a maintenance page, another site. */
  'foreign',
  /** The answer broke off, or is not what WooCommerce answers here. */
  'unreadable',
  /** Not asked: the shop failed so often that it is left alone for a while. */
  'paused',
] as const;
export type ShopFaultKind = (typeof shopFaultKinds)[number];

/** What is looked at when a shop is connected, in this order; one that fails leaves those after it unasked. */
export const shopCheckNames = [
  'address',
  'reachable',
  'rest',
  'keys',
  'read-orders',
  'write',
  'version',
  'time-zone',
  'clock',
] as const;
export type ShopCheckName = (typeof shopCheckNames)[number];

const faultKind = z.enum(shopFaultKinds);

/** One check: `ok` a tick (with what was found), `warning` works but, `failed` a sentence, `skipped` not asked. */
export const shopCheckSchema = z.object({
  name: z.enum(shopCheckNames),
  result: z.enum(['ok', 'warning', 'failed', 'skipped']),
  /** A word of what was found: "10.5.0", "Europe/Madrid", "+2 h"; never a key, never the shop's own prose. */
  found: z.string().nullable(),
  fault: faultKind.nullable(),
  /** A code of its own where a fault kind does not say it: `plain-http`, `old-version`, `read-only-keys` … */
  code: z.string().nullable(),
});
export type ShopCheck = z.infer<typeof shopCheckSchema>;

/** What WordPress or a browser would refuse in `PUBLIC_URL` before a webhook is made ([SH2]). */
export const publicUrlFaults = ['missing', 'private-address', 'port', 'redirect', 'plain-http', 'unresolved'] as const;
export type PublicUrlFault = (typeof publicUrlFaults)[number];

export const writeBackSteps = ['accepted', 'ready', 'completed', 'cancelled'] as const;
export type WriteBackStep = (typeof writeBackSteps)[number];

/** What a step tells the shop; `status` null leaves the status as it is. */
export const writeBackRuleSchema = z.object({
  status: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/, 'must be a status as the shop writes it, for example completed')
    .nullable(),
  /** `private`: the shop's people see it. `customer`: WooCommerce mails it to the guest. */
  note: z.enum(['none', 'private', 'customer']),
});
export type WriteBackRule = z.infer<typeof writeBackRuleSchema>;

export const writeBackMappingSchema = z.object({
  accepted: writeBackRuleSchema,
  ready: writeBackRuleSchema,
  completed: writeBackRuleSchema,
  cancelled: writeBackRuleSchema,
});
export type WriteBackMapping = z.infer<typeof writeBackMappingSchema>;

/** Off except completed ([SH5]). */
export const defaultMapping: WriteBackMapping = {
  accepted: { status: null, note: 'none' },
  ready: { status: null, note: 'none' },
  completed: { status: 'completed', note: 'none' },
  cancelled: { status: null, note: 'none' },
};

export const webhookTopics = [
  'order.created',
  'order.updated',
  'order.deleted',
  'order.restored',
  'product.updated',
] as const;
export type WebhookTopic = (typeof webhookTopics)[number];

const webhookState = z.object({
  topic: z.enum(webhookTopics),
  /** `missing`: not made (yet); `unknown`: not looked yet. */
  status: z.enum(['active', 'paused', 'disabled', 'missing', 'unknown']),
  /** When Kasera last had to replace it by a new one. */
  replacedAt: z.number().nullable(),
});
const webhookRecord = z.object({
  at: z.number(),
  topic: z.enum(webhookTopics),
  what: z.enum(['made', 'replaced', 'changed', 'removed', 'failed']),
  fault: faultKind.nullable(),
});
export type WebhookState = z.infer<typeof webhookState>;
export type WebhookRecord = z.infer<typeof webhookRecord>;

const askingSchema = z.object({
  /** `off`: no shop connected. `asking`: all is well. `slow`: less often for a while. `down`: the shop does not answer. */
  state: z.enum(['off', 'asking', 'slow', 'down']),
  /** When a look last came through to its end. */
  checkedAt: z.number().nullable(),
  everyMs: z.number(),
  /** Since when it fails, and why. */
  failingSince: z.number().nullable(),
  fault: faultKind.nullable(),
  /** A catch-up under way. */
  catchUp: z.object({ done: z.number(), total: z.number().nullable() }).nullable(),
});
/** How asking the shop stands; it travels with every beat. */
export type ShopAsking = z.infer<typeof askingSchema>;

/** An order the shop seems to have erased, in a number too great to believe by itself ([SH4]). */
const suspectSchema = z.object({ orderId: z.string(), number: z.string(), since: z.number() });
export type ErasedSuspect = z.infer<typeof suspectSchema>;

/** `GET /api/shop`: everything `/settings/shop` shows. */
export const shopViewSchema = z.object({
  connection: z
    .object({
      url: z.string(),
      /** `environment` cannot be changed on the page. */
      from: z.enum(['environment', 'page']),
      /** The last characters of the key, as WooCommerce's own list shows it. */
      keyEnding: z.string(),
      connectedAt: z.number().nullable(),
    })
    .nullable(),
  /** Why the shop's own consent page cannot be used, or null where it can. */
  consentFault: z.enum(['no-public-url', 'no-https']).nullable(),
  /** What came of the last consent asked for, until the next one. */
  consent: z.enum(['none', 'waiting', 'granted', 'denied']),
  checks: z.array(shopCheckSchema),
  checkedAt: z.number().nullable(),
  asking: askingSchema,
  publicUrl: z.string().nullable(),
  publicUrlFaults: z.array(z.enum(publicUrlFaults)),
  webhooks: z.array(webhookState),
  /** Newest first, at most 20. */
  webhookRecords: z.array(webhookRecord),
  mapping: writeBackMappingSchema,
  /** The shop's order statuses, custom ones included; empty until they could be read. */
  statuses: z.array(z.object({ slug: z.string(), name: z.string() })),
  catalogue: z.object({ products: z.int(), categories: z.int(), readAt: z.number().nullable() }),
  suspects: z.array(suspectSchema),
});
export type ShopView = z.infer<typeof shopViewSchema>;

/** `PUT /api/shop/connection`. */
export const connectShopSchema = z.strictObject({
  url: z.string().trim().min(1, 'is missing').max(500),
  key: z.string().trim().min(1, 'is missing').max(200),
  secret: z.string().trim().min(1, 'is missing').max(200),
});
export type ConnectShop = z.infer<typeof connectShopSchema>;

/** `POST /api/shop/consent`: with the shop's address; answers where to go: `{url}`. */
export const askConsentSchema = z.strictObject({ url: z.string().trim().min(1, 'is missing').max(500) });

/** `POST /api/shop/suspects`: what a person says of them. */
export const judgeSuspectsSchema = z.strictObject({
  orderIds: z.array(z.string().min(1).max(100)).min(1).max(500),
  erased: z.boolean(),
});

/** How long something is sold out: an hour, until the kitchen closes, or until somebody says so. */
export const soldOutSpans = ['hour', 'closing', 'open-ended'] as const;
export type SoldOutSpan = (typeof soldOutSpans)[number];

/** A product, or one variation of it, that the kitchen cannot make. */
export interface SoldOut {
  id: string;
  productId: string;
  /** Null: the whole product. */
  variationId: string | null;
  name: string;
  /** The screen, as people call it. */
  by: string;
  at: number;
  span: SoldOutSpan;
  /** When it comes back by itself; null: when somebody says so. */
  until: number | null;
  /**
   * What the shop was told: `telling` on its way, `told` it shows it as out of stock, `failed` it could not be told
   * (`fault`), `untold` no shop is connected, `returning` on its way back.
   */
  shop: 'telling' | 'told' | 'failed' | 'untold' | 'returning';
  fault: ShopFaultKind | null;
}

/** `POST /api/sold-out`. */
export const sellOutSchema = z.strictObject({
  /** Made by the client; the same id again changes nothing. */
  id: z.string().min(1).max(100),
  productId: z.string().regex(/^\d{1,20}$/),
  variationId: z
    .string()
    .regex(/^\d{1,20}$/)
    .nullable(),
  /** What people call it, for when the catalogue does not know it. */
  name: z.string().trim().min(1).max(300),
  span: z.enum(soldOutSpans),
  by: z.string().trim().max(60).default(''),
});
export type SellOut = z.infer<typeof sellOutSchema>;

/** `GET /api/catalogue?search=`: what can be sold out, by name. */
export interface CatalogueEntry {
  productId: string;
  variationId: string | null;
  name: string;
  /** Of a variation: "Familiar, Fina". */
  variation: string | null;
  categories: string[];
  inStock: boolean;
}

export { isSoldOut } from './sold-out.ts';
