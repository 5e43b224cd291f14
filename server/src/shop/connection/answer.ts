import type { z } from 'zod';
import type { ShopFaultKind } from '@kasera/shared/shop.ts';

/** Why the shop did not answer as asked. Holds nothing of the shop's own prose and no key. */
export interface ShopFault {
  kind: ShopFaultKind;
  /** The HTTP status, where there was one. */
  status: number | null;
  /** WooCommerce's own error code (`woocommerce_rest_cannot_view`), where it gave one. */
  code: string | null;
  /** How long the shop asks to be left alone. */
  retryAfterMs: number | null;
  /** Whether what was asked for may have been done all the same (no answer to a write). */
  mayHaveArrived: boolean;
}

export type ShopAnswer<T> =
  | {
      type: 'ok';
      status: number;
      data: T;
      /** `X-WP-Total` and `X-WP-TotalPages`, where given. */
      total: number | null;
      pages: number | null;
      /** The shop's own clock (`Date`), epoch milliseconds; for saying how far it is off, never for deciding. */
      shopTime: number | null;
    }
  | { type: 'fault'; fault: ShopFault };

export type ShopQuery = Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;

export interface AskOptions {
  /** Longer or shorter than the usual 30 s. */
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Asks although the breaker is open: for a person who presses "check". */
  evenPaused?: boolean;
  /** Of a request that changes something: what WooCommerce reads from the address (`force`). */
  query?: ShopQuery;
}

/**
 * The shop's REST API, `/wp-json/wc/v3` being the root of `path` ("orders/12"). None of its functions throws or
 * rejects: whatever a shop does is an answer. Without a connection the answer is the fault `not-connected`.
 */
export interface ShopClient {
  get<S extends z.ZodType>(
    path: string,
    query: ShopQuery,
    schema: S,
    options?: AskOptions,
  ): Promise<ShopAnswer<z.infer<S>>>;
  send<S extends z.ZodType>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    schema: S,
    options?: AskOptions,
  ): Promise<ShopAnswer<z.infer<S>>>;
}
