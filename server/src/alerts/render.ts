import type { Targeting } from './audience.ts';
import type { PushLanguage, PushOrder } from './push-text.ts';
import { pushBody, pushTitle } from './push-text.ts';

/** How long the provider keeps trying a phone that is off, counted from each send. */
const ttlSeconds = 600;
/** Push services take about 3 kB; this leaves room for what the provider adds. */
const maxPayloadBytes = 1_950;
const maxNumbersBytes = 800;
const maxBodyBytes = 700;

export interface PushRendering {
  /** Oldest first; at least one. */
  orders: readonly PushOrder[];
  audience: Targeting;
  /** Where people reach Kasera, without a slash at the end; null: the push has no link. */
  publicUrl: string | null;
  idempotencyKey: string;
  appId: string;
  /** Other words than the usual title. */
  title?: (language: PushLanguage) => string;
}

/**
 * Renders the body of one `POST /notifications`, to be kept and sent as it is on every try.
 * @returns JSON text under 2 kB, except where a hostile number or URL alone is longer
 */
export function renderPush(rendering: PushRendering): string {
  const { orders, publicUrl, idempotencyKey, appId } = rendering;
  const title = rendering.title ?? ((language: PushLanguage): string => pushTitle(orders, language));
  const push = (body: (language: PushLanguage) => string): string =>
    JSON.stringify({
      app_id: appId,
      ...targetingFields(rendering.audience),
      headings: { en: title('en'), es: title('es') },
      contents: { en: body('en'), es: body('es') },
      data: { orders: orders.map(({ number }) => number) },
      ...(publicUrl !== null && orders[0] ? { url: `${publicUrl}/board#${orders[0].id}` } : {}),
      // Its own topic: browsers show one notification per topic, and no order may cover another.
      web_push_topic: idempotencyKey.replaceAll('-', ''),
      priority: 10,
      ttl: ttlSeconds,
      enable_frequency_cap: false,
      throttle_rate_per_minute: 0,
      idempotency_key: idempotencyKey,
    });
  const roomForOneBody = Math.floor((maxPayloadBytes - jsonBytes(push(() => ''))) / 2);
  const bodyBytes = Math.max(60, Math.min(maxBodyBytes, roomForOneBody));
  return push((language) => pushBody(orders, language, (text) => jsonBytes(JSON.stringify(text)) - 2 <= bodyBytes));
}

/** How many of these orders (oldest first) one push can name; at least one. */
export function nameableTogether(numbers: readonly string[]): number {
  let bytes = 0;
  const firstTooMany = numbers.findIndex((number) => {
    bytes += jsonBytes(JSON.stringify(number)) + 1;
    return bytes > maxNumbersBytes;
  });
  return firstTooMany === -1 ? numbers.length : Math.max(1, firstTooMany);
}

function targetingFields(audience: Targeting): object {
  switch (audience.type) {
    case 'external-ids':
      return { include_aliases: { external_id: audience.externalIds }, target_channel: 'push' };
    case 'segment':
      return { included_segments: [audience.name], target_channel: 'push' };
    case 'all':
      return { included_segments: ['All'], target_channel: 'push' };
  }
}

function jsonBytes(json: string): number {
  return new TextEncoder().encode(json).length;
}
