import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import { z } from 'zod';
import { parseAudience, parseFallbackAudience, type AudienceRule, type ParsedAudience } from './alerts/audience.ts';
import { parseTrustedProxies, type TrustedProxies } from './http/trusted-proxies.ts';

/** Everything an owner can set, checked once. Secrets are kept apart so that this can be logged. */
export interface Config {
  port: number;
  host: string;
  publicUrl: string | null;
  dataDir: string;
  allowedHosts: readonly string[];
  /** The reverse proxies whose word is believed about where a request came from. */
  trustedProxies: TrustedProxies;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  maxWebhookBytes: number;
  /** What no page sets, and what holds until one does. */
  rules: KitchenRules;
  autoCompleteMs: number;
  retention: { bodyDays: number; deliveryDays: number };
  push: {
    appId: string | null;
    apiUrl: string;
    audience: AudienceRule | null;
    fallbackAudience: AudienceRule | null;
    budget: number;
  };
  shop: {
    /** Given in the environment: then the page cannot change it. */
    url: string | null;
    askEveryMs: number;
  };
  kitchen: {
    /** An IANA zone; null: the shop's, and the machine's until that is known. */
    timeZone: string | null;
    /** When the kitchen closes, minutes after midnight. */
    closesAtMinute: number;
    /** What notes to guests are written in. */
    guestLanguage: 'es' | 'en';
  };
}

/** Given by the owner; what is null here is made on first start and kept in the data folder. */
export interface GivenSecrets {
  apiKey: string | null;
  webhookSecret: string | null;
  hookdeckSecret: string | null;
  oneSignalKey: string | null;
  shopKeys: { key: string; secret: string } | null;
}

/** All that is wrong with the environment, a sentence per entry. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.join('\n')}`,
    );
    this.faults = faults;
  }
}

/**
 * Reads the environment once.
 * @param environment variables by name; an empty one counts as not set
 * @returns frozen configuration, and the secrets apart from it
 * @throws {ConfigError} naming every faulty entry, what is wrong with it and what would be right
 */
export function readConfig(environment: Record<string, string | undefined>): { config: Config; secrets: GivenSecrets } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  const faults = parsed.success ? crossFaults(parsed.data) : parsed.error.issues.map(faultOf);
  if (!parsed.success || faults.length > 0) throw new ConfigError([...new Set(faults)]);
  return toConfig(parsed.data);
}

function faultOf(issue: z.core.$ZodIssue): string {
  return `  ${issue.path.join('.')}: ${issue.message}`;
}

const hourMs = 3_600_000;

function whole(least: number, most: number, usual: number) {
  const message = `must be a whole number from ${least} to ${most}, for example ${usual}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message).default(usual);
}

function webUrl(example: string) {
  const message = `must be a full address beginning with http:// or https://, for example ${example}`;
  return z
    .url({ protocol: /^https?$/, error: message })
    .refine((url) => !/[?#]/.test(url), { error: 'must not have a ? or # part' })
    .transform((url) => url.replace(/\/+$/, ''));
}

function audience(parse: (text: string) => ParsedAudience) {
  return z.string().transform((text, context): AudienceRule => {
    const parsed = parse(text);
    if (parsed.type === 'ok') return parsed.rule;
    context.addIssue({ code: 'custom', message: parsed.message });
    return z.NEVER;
  });
}

function trustedProxies(text: string, context: z.core.$RefinementCtx<string>): TrustedProxies {
  const parsed = parseTrustedProxies(text);
  if (parsed.type === 'ok') return parsed.proxies;
  context.addIssue({ code: 'custom', message: parsed.message });
  return z.NEVER;
}

const secret = z.string().trim().min(8, 'is too short to be a secret: at least 8 characters, better 32 at random');

/** As WooCommerce makes them: a prefix and 40 hex digits. */
function restKey(prefix: 'ck_' | 'cs_') {
  return z
    .string()
    .trim()
    .regex(new RegExp(`^${prefix}[0-9a-f]{40}$`), `must be as WooCommerce shows it: ${prefix} and 40 digits`);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function refuseExposure(url: string, context: z.core.$RefinementCtx<string>): void {
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') {
    // It would stand on the page, at the start and in the browser's address.
    context.addIssue({
      code: 'custom',
      message: 'must not hold a user name or password: leave out what is before the @',
    });
    return;
  }
  if (protocol === 'https:' || isLoopback(hostname)) return;
  context.addIssue({
    code: 'custom',
    message: 'must begin with https://: over plain http the keys could be read on the way',
  });
}

/** Whether a URL's host is this machine: there plain http shows nobody anything. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

const minuteList = z
  .string()
  .default('10,15,20,30')
  .transform((text) => text.split(',').map((part) => Number(part.trim())))
  .refine((list) => list.length <= 6 && list.every((one) => Number.isInteger(one) && one >= 1 && one <= 600), {
    error: 'must be one to six whole minutes from 1 to 600, for example 10,15,20,30',
  })
  .transform((list) => [...new Set(list)].sort((a, b) => a - b));

const environmentSchema = z.object({
  PORT: whole(1, 65535, 8080),
  HOST: z.string().trim().default('0.0.0.0'),
  PUBLIC_URL: webUrl('https://kitchen.example.com').optional(),
  ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
  TRUSTED_PROXIES: z.string().default('loopback').transform(trustedProxies),
  KASERA_DATA_DIR: z.string().trim().default('./data'),
  KASERA_API_KEY: z.string().trim().min(16, 'is too short: at least 16 characters').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('warn'),
  WOOCOMMERCE_WEBHOOK_SECRET: secret.optional(),
  HOOKDECK_SIGNING_SECRET: secret.optional(),
  MAX_WEBHOOK_BYTES: whole(65_536, 104_857_600, 5_242_880),
  OLD_ORDER_HOURS: whole(1, 240, 12),
  ON_HOLD_ORDERS: z.enum(['hide', 'show'], 'must be hide or show').default('hide'),
  READY_IN_MINUTES: minuteList,
  SUGGESTED_MINUTES: whole(1, 600, 15),
  AUTO_COMPLETE_MINUTES: whole(1, 1440, 30),
  BODY_RETENTION_DAYS: whole(1, 3650, 30),
  DELIVERY_RETENTION_DAYS: whole(1, 3650, 90),
  ONESIGNAL_APP_ID: z.uuid('must be the app id OneSignal shows under Settings → Keys & IDs (a UUID)').optional(),
  ONESIGNAL_API_KEY: secret.optional(),
  ONESIGNAL_API_URL: webUrl('https://api.onesignal.com').default('https://api.onesignal.com'),
  ONESIGNAL_AUDIENCE: audience(parseAudience).optional(),
  ONESIGNAL_FALLBACK_AUDIENCE: audience(parseFallbackAudience).optional(),
  ONESIGNAL_BUDGET: whole(1, 1000, 8),
  WOOCOMMERCE_URL: webUrl('https://shop.example.com').superRefine(refuseExposure).optional(),
  WOOCOMMERCE_KEY: restKey('ck_').optional(),
  WOOCOMMERCE_SECRET: restKey('cs_').optional(),
  SHOP_ASK_SECONDS: whole(5, 3600, 10),
  GUEST_LANGUAGE: z.enum(['es', 'en'], 'must be es or en').default('es'),
  TIME_ZONE: z.string().trim().refine(isTimeZone, 'must be a time zone, for example Europe/Madrid').optional(),
  CLOSING_TIME: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, for example 23:30')
    .default('05:00')
    .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))),
});
type Environment = z.infer<typeof environmentSchema>;

/** Entries that are right by themselves and wrong together. */
function crossFaults(env: Environment): string[] {
  const faults: string[] = [];
  if (env.ONESIGNAL_APP_ID && !env.ONESIGNAL_API_KEY) {
    faults.push('  ONESIGNAL_API_KEY: is missing while ONESIGNAL_APP_ID is set; set both or neither');
  }
  if (env.ONESIGNAL_API_KEY && !env.ONESIGNAL_APP_ID) {
    faults.push('  ONESIGNAL_APP_ID: is missing while ONESIGNAL_API_KEY is set; set both or neither');
  }
  if (env.ONESIGNAL_FALLBACK_AUDIENCE && env.ONESIGNAL_AUDIENCE?.type !== 'customer-id') {
    faults.push(
      '  ONESIGNAL_FALLBACK_AUDIENCE: is only used with ONESIGNAL_AUDIENCE=customer_id; remove it or set that',
    );
  }
  const shop = [env.WOOCOMMERCE_URL, env.WOOCOMMERCE_KEY, env.WOOCOMMERCE_SECRET];
  if (shop.some(Boolean) && !shop.every(Boolean)) {
    faults.push('  WOOCOMMERCE_URL, WOOCOMMERCE_KEY and WOOCOMMERCE_SECRET: set all three, or none');
  }
  return faults;
}

function toConfig(env: Environment): { config: Config; secrets: GivenSecrets } {
  const config: Config = {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? null,
    dataDir: env.KASERA_DATA_DIR,
    allowedHosts: env.ALLOWED_HOSTS,
    trustedProxies: env.TRUSTED_PROXIES,
    logLevel: env.LOG_LEVEL,
    maxWebhookBytes: env.MAX_WEBHOOK_BYTES,
    rules: {
      ...usualSetup,
      onHoldIsNew: env.ON_HOLD_ORDERS === 'show',
      oldOrderMs: env.OLD_ORDER_HOURS * hourMs,
      readyInMinutes: env.READY_IN_MINUTES,
      suggestedMinutes: env.SUGGESTED_MINUTES,
    },
    autoCompleteMs: env.AUTO_COMPLETE_MINUTES * 60_000,
    retention: { bodyDays: env.BODY_RETENTION_DAYS, deliveryDays: env.DELIVERY_RETENTION_DAYS },
    push: {
      appId: env.ONESIGNAL_APP_ID ?? null,
      apiUrl: env.ONESIGNAL_API_URL,
      audience: env.ONESIGNAL_AUDIENCE ?? null,
      fallbackAudience: env.ONESIGNAL_FALLBACK_AUDIENCE ?? null,
      budget: env.ONESIGNAL_BUDGET,
    },
    shop: { url: env.WOOCOMMERCE_URL ?? null, askEveryMs: env.SHOP_ASK_SECONDS * 1_000 },
    kitchen: { timeZone: env.TIME_ZONE ?? null, closesAtMinute: env.CLOSING_TIME, guestLanguage: env.GUEST_LANGUAGE },
  };
  const secrets: GivenSecrets = {
    apiKey: env.KASERA_API_KEY ?? null,
    webhookSecret: env.WOOCOMMERCE_WEBHOOK_SECRET ?? null,
    hookdeckSecret: env.HOOKDECK_SIGNING_SECRET ?? null,
    oneSignalKey: env.ONESIGNAL_API_KEY ?? null,
    shopKeys:
      env.WOOCOMMERCE_KEY && env.WOOCOMMERCE_SECRET
        ? { key: env.WOOCOMMERCE_KEY, secret: env.WOOCOMMERCE_SECRET }
        : null,
  };
  return { config: Object.freeze(config), secrets: Object.freeze(secrets) };
}
