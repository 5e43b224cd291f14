import type { Order } from '@kasera/shared/order.ts';
import type { AudienceRule, Targeting } from './audience.ts';
import type { PushLanguage } from './push-text.ts';
import { resolveAudience } from './audience.ts';
import { renderPush } from './render.ts';

/** The settings of the push channel; null: not set. */
export interface PushSettings {
  appId: string | null;
  apiKey: string | null;
  apiUrl: string;
  audience: AudienceRule | null;
  /** For orders without a customer, where the audience is each order's customer. */
  fallbackAudience: AudienceRule | null;
  /** Pushes to one audience in any 15 minutes. */
  budget: number;
  publicUrl: string | null;
}

/** Why nothing can leave for an order: no app or key, or nobody named. The words a delivery shows. */
export type Unconfigured = 'not configured' | 'no audience';

/** The settings made usable. */
export interface PushRules {
  budget: number;
  appId: string | null;
  /** False where the app or its key is missing. */
  configured: boolean;
  /** Whether anybody is named for any order. */
  hasAudience: boolean;
  /** Whom an order's push addresses, or why there is none. */
  addressee(order: Pick<Order, 'customerId'>): Addressee;
  /** @param title other words than the usual ones */
  render(
    orders: readonly Order[],
    audience: Targeting,
    idempotencyKey: string,
    title?: (language: PushLanguage) => string,
  ): string;
}

export type Addressee =
  { type: 'audience'; key: string; targeting: Targeting } | { type: 'unconfigured'; reason: Unconfigured };

/** Makes the settings usable. */
export function readPushRules(settings: PushSettings): PushRules {
  const { appId, publicUrl, audience, fallbackAudience: fallback } = settings;
  const configured = appId !== null && settings.apiKey !== null;
  return {
    budget: Math.max(1, settings.budget),
    appId,
    configured,
    hasAudience: audience !== null,
    addressee(order) {
      if (!configured) return { type: 'unconfigured', reason: 'not configured' };
      const resolved = resolveAudience(order, { audience, fallback });
      return resolved.type === 'none' ? { type: 'unconfigured', reason: 'no audience' } : resolved;
    },
    render: (orders, targeting, idempotencyKey, title) =>
      renderPush({
        ...{ orders, audience: targeting, publicUrl, idempotencyKey, appId: appId ?? '' },
        ...(title && { title }),
      }),
  };
}
