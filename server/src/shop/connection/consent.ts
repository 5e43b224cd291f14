import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ShopView } from '@kasera/shared/shop.ts';
import type { Log } from '../../ops/log.ts';
import { addressSentences, parseAddress } from './address.ts';
import type { ShopAccess } from './client.ts';
import type { ConnectOutcome } from './inspection.ts';

export interface ConsentDeps {
  publicUrl: string | null;
  /** Verifies the keys by calls and keeps them only if they are right. */
  connect(access: ShopAccess): Promise<ConnectOutcome>;
  now(): number;
  random(bytes: number): Uint8Array;
  log: Pick<Log, 'info' | 'warn'>;
}

export type ConsentAnswer = { type: 'go'; url: string } | { type: 'refused'; code: string; message: string };

export interface Consent {
  /** Why the shop's own consent page cannot be used, or null where it can. */
  fault(): ShopView['consentFault'];
  /** Where to send the person: the shop's page that asks whether Kasera may. */
  ask(typedUrl: string): ConsentAnswer;
  /**
   * What the shop's server brings after a yes. Nobody else knows the state it must carry, which counts once and for a
   * quarter of an hour.
   * @returns null for whatever is not that; else when the keys were verified, and kept or not
   */
  grant(body: unknown): { verified: Promise<void> } | null;
  /** What came of the last consent asked for. */
  outcome(): ShopView['consent'];
}

const validForMs = 15 * 60_000;
const mostAtOnce = 10;

/** As `WC_Auth` sends it. It gives the state back as `user_id`. */
const grantSchema = z.object({
  user_id: z.string().regex(/^[0-9a-f]{48}$/),
  consumer_key: z.string().regex(/^ck_[0-9a-f]{40}$/),
  consumer_secret: z.string().regex(/^cs_[0-9a-f]{40}$/),
});

/** One click instead of copying keys ([SH1]): WooCommerce's own consent page, `/wc-auth/v1/authorize`. */
export function createConsent(deps: ConsentDeps): Consent {
  const { publicUrl, now } = deps;
  /** By the hash of their state: what lies in memory opens nothing. */
  const asked = new Map<string, { url: string; until: number }>();
  let verifying = 0;
  let last: 'none' | 'granted' | 'denied' = 'none';

  const verify = async (access: ShopAccess): Promise<void> => {
    verifying += 1;
    try {
      const connected = await deps.connect(access);
      last = connected.type === 'connected' ? 'granted' : 'denied';
      if (last === 'granted') deps.log.info({}, 'the shop gave its consent');
      else deps.log.warn({ outcome: connected.type }, 'the keys the shop granted do not work');
    } catch (error) {
      last = 'denied';
      deps.log.warn({ error }, 'the keys the shop granted could not be kept');
    } finally {
      verifying -= 1;
    }
  };
  const isOpen = ({ until }: { until: number }): boolean => until > now();
  const fault = () => (publicUrl === null ? 'no-public-url' : publicUrl.startsWith('https://') ? null : 'no-https');
  return {
    fault,
    ask(typedUrl) {
      const why = fault();
      if (publicUrl === null || why !== null) return { type: 'refused', code: why ?? '', message: faultSentence };
      const parsed = parseAddress(typedUrl);
      if (parsed.type === 'faulty')
        return { type: 'refused', code: parsed.code, message: addressSentences[parsed.code] };
      const state = Buffer.from(deps.random(24)).toString('hex');
      for (const [hash, one] of asked) if (!isOpen(one) || asked.size >= mostAtOnce) asked.delete(hash);
      asked.set(hashOf(state), { url: parsed.url, until: now() + validForMs });
      last = 'none';
      return { type: 'go', url: consentPage(parsed.url, publicUrl, state) };
    },
    grant(body) {
      const parsed = grantSchema.safeParse(body);
      if (!parsed.success) return null;
      const hash = hashOf(parsed.data.user_id);
      const question = asked.get(hash);
      asked.delete(hash);
      if (question === undefined || !isOpen(question)) return null;
      const { consumer_key: key, consumer_secret: secret } = parsed.data;
      return { verified: verify({ url: question.url, key, secret }) };
    },
    outcome() {
      if (verifying > 0) return 'waiting';
      return last === 'none' && [...asked.values()].some(isOpen) ? 'waiting' : last;
    },
  };
}

const faultSentence =
  'WooCommerce grants keys only to an https address: set PUBLIC_URL in .env to the one Kasera is reached by.';

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}

function consentPage(shopUrl: string, publicUrl: string, state: string): string {
  const query = new URLSearchParams({
    app_name: 'Kasera',
    scope: 'read_write',
    user_id: state,
    return_url: `${publicUrl}/settings/shop`,
    callback_url: `${publicUrl}/api/shop/granted`,
  });
  return `${shopUrl}/wc-auth/v1/authorize?${query.toString()}`;
}
