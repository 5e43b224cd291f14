/**
 * How the simulated OneSignal answers, as its documentation describes it. `accepted` means that it took the push (and
 * told people) though its answer never says so.
 */
export type Mode =
  | { type: 'success' }
  /** 200 with an empty id: nobody was subscribed. */
  | { type: 'not-sent' }
  /** 200 with an id and the external ids it does not know. */
  | { type: 'invalid-aliases'; externalIds: string[] }
  | { type: 'bad-request'; errors?: unknown }
  | { type: 'unauthorized' }
  | { type: 'forbidden' }
  /** 429; `retryAfter` as the header's text, seconds or a date. */
  | { type: 'rate-limited'; retryAfter?: string }
  /** 503 with nothing in it. */
  | { type: 'unavailable'; retryAfter?: string }
  /** A gateway's page. */
  | { type: 'bad-gateway' }
  /** Never answers. */
  | { type: 'hang'; accepted?: boolean }
  /** Cuts the connection. */
  | { type: 'reset'; accepted?: boolean }
  /** Begins an answer and goes on dripping it for ever. */
  | { type: 'drip' }
  | { type: 'redirect'; location: string }
  /** 200 with a page of somebody else's (a captive portal). */
  | { type: 'foreign-page' }
  /** 200 with more than anybody should read. */
  | { type: 'huge'; bytes: number }
  /** 400 that repeats the request's headers, key and all. */
  | { type: 'echo-key' };
