import type { ShopSignal } from '@kasera/shared/order.ts';

/** Request headers as Node gives them: lower-case names. */
export type SourceHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Whose signature proved a request. */
export type VerifiedBy = 'woocommerce' | 'hookdeck';

export type Verdict =
  | { type: 'verified'; by: VerifiedBy }
  /** The shop tries whether somebody answers; unsigned, proves nothing, creates nothing. */
  | { type: 'ping' }
  /** `looksLikeShop`: it carries the shop's own headers, so it is most likely the wrong secret. */
  | { type: 'rejected'; reason: string; looksLikeShop: boolean };

/** What the inbox row of a verified request is to say; a value that cannot be read is null. */
export interface Identity {
  topic: string | null;
  externalId: string | null;
  /** Hookdeck's event id if Hookdeck's signature passed, else the shop's delivery id (not unique on its own). */
  deliveryId: string | null;
  /** English sentences for the log and the answer; never personal data. */
  warnings: string[];
}

export type Parsed =
  | { type: 'signal'; signal: ShopSignal }
  /** Authentic, and nothing to cook; `reason` is its topic. */
  | { type: 'not-for-kitchen'; reason: string }
  /** The shop could not build the body: the order was erased before, or the webhook's owner may not read orders. */
  | { type: 'rest-error'; kind: 'order-gone' | 'no-permission'; reason: string }
  /** `reason` is short and names the place, never the content. */
  | { type: 'unreadable'; reason: string };

/** The port: one kind of shop. None of its functions ever throws, whatever the bytes. */
export interface Source {
  readonly id: string;
  /** Judges the raw bytes by their signature, in constant time. */
  verify(rawBody: Uint8Array, headers: SourceHeaders): Verdict;
  /** One light look into a verified body, before it is stored. */
  identify(rawBody: Uint8Array, headers: SourceHeaders, verifiedBy: VerifiedBy): Identity;
  /** Says in Kasera's terms what a verified request tells. Needs only the headers that carry topic and id. */
  parse(rawBody: Uint8Array, headers: SourceHeaders): Parsed;
}

/**
 * Reads a header that must come once.
 * @returns its value, or null where it is missing, empty, given several times or absurdly long
 */
export function singleHeader(headers: SourceHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' && value !== '' && value.length <= 500 ? value : null;
}
