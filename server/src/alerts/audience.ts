import type { Order } from '@kasera/shared/order.ts';

/** Whom a push addresses, in words of the provider. */
export type Targeting =
  { type: 'external-ids'; externalIds: readonly string[] } | { type: 'segment'; name: string } | { type: 'all' };

/** What `ONESIGNAL_AUDIENCE` asks for: a fixed audience, or each order's own customer. */
export type AudienceRule = Targeting | { type: 'customer-id' };

export type ParsedAudience = { type: 'ok'; rule: AudienceRule } | { type: 'fault'; message: string };

/** `key` names the audience in the outbox and in its budget; `targetingOf` reads it back. */
export type ResolvedAudience = { type: 'audience'; key: string; targeting: Targeting } | { type: 'none' };

const maxExternalIds = 20_000;

/**
 * Reads `ONESIGNAL_AUDIENCE` or `ONESIGNAL_FALLBACK_AUDIENCE`: `external_id:kim,sam`, `segment:NAME`, `customer_id`, `all`.
 * @returns the rule, or a sentence that says what is wrong and what would be right
 */
export function parseAudience(text: string): ParsedAudience {
  const trimmed = text.trim();
  if (trimmed === 'all') return { type: 'ok', rule: { type: 'all' } };
  if (trimmed === 'customer_id') return { type: 'ok', rule: { type: 'customer-id' } };
  if (trimmed.startsWith('external_id:')) return parseExternalIds(trimmed.slice('external_id:'.length));
  if (trimmed.startsWith('segment:')) return parseSegment(trimmed.slice('segment:'.length));
  return fault(`"${trimmed.slice(0, 80)}" is not an audience`);
}

/** As {@link parseAudience}, for the audience of orders without a customer: it cannot be `customer_id` again. */
export function parseFallbackAudience(text: string): ParsedAudience {
  const parsed = parseAudience(text);
  if (parsed.type === 'ok' && parsed.rule.type === 'customer-id')
    return { type: 'fault', message: 'the fallback is for orders without a customer: it cannot be "customer_id"' };
  return parsed;
}

/**
 * Finds whom to tell of an order.
 * @param config.audience the rule; null: nobody was named, so nobody is told
 * @param config.fallback for orders whose customer is a guest ('0') or missing, where the rule is `customer-id`
 */
export function resolveAudience(
  order: Pick<Order, 'customerId'>,
  config: { audience: AudienceRule | null; fallback: AudienceRule | null },
): ResolvedAudience {
  const { audience, fallback } = config;
  if (audience === null) return { type: 'none' };
  if (audience.type !== 'customer-id') return resolved(audience);
  if (order.customerId !== null && order.customerId !== '0' && /^[^\s,]+$/.test(order.customerId))
    return resolved({ type: 'external-ids', externalIds: [order.customerId] });
  if (fallback === null || fallback.type === 'customer-id') return { type: 'none' };
  return resolved(fallback);
}

/** The targeting behind a key of {@link resolveAudience}, or null if it is none. */
export function targetingOf(key: string): Targeting | null {
  const parsed = parseAudience(key);
  return parsed.type === 'ok' && parsed.rule.type !== 'customer-id' ? parsed.rule : null;
}

function resolved(targeting: Targeting): ResolvedAudience {
  return { type: 'audience', key: keyOf(targeting), targeting };
}

function keyOf(targeting: Targeting): string {
  switch (targeting.type) {
    case 'all':
      return 'all';
    case 'segment':
      return `segment:${targeting.name}`;
    case 'external-ids':
      return `external_id:${targeting.externalIds.join(',')}`;
  }
}

function parseExternalIds(list: string): ParsedAudience {
  const externalIds = [...new Set(list.split(',').map((id) => id.trim()))].filter((id) => id !== '');
  if (externalIds.length === 0) return fault('"external_id:" names nobody');
  if (externalIds.length > maxExternalIds) return fault(`"external_id:" names more than ${maxExternalIds} people`);
  return { type: 'ok', rule: { type: 'external-ids', externalIds } };
}

function parseSegment(text: string): ParsedAudience {
  const name = text.trim();
  return name === '' ? fault('"segment:" has no name') : { type: 'ok', rule: { type: 'segment', name } };
}

function fault(what: string): ParsedAudience {
  const right = 'write external_id:kim,sam or segment:NAME or customer_id or all';
  return { type: 'fault', message: `${what}: ${right}` };
}
