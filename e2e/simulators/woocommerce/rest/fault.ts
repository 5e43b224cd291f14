/**
 * What a shop does instead of answering as it should. `done` means that it does what was asked for all the same, and
 * only its answer is lost.
 */
export type Fault =
  /** 401 as to somebody unknown. */
  | { type: 'unauthorized' }
  /** 403 in WooCommerce's own words: the key's owner may not. */
  | { type: 'forbidden' }
  /** 404 in WooCommerce's own words for an order that is gone. */
  | { type: 'not-found' }
  /** 404 `rest_no_route`: WooCommerce is switched off. */
  | { type: 'no-route' }
  /** 404 with the theme's page: plain permalinks, or another site. */
  | { type: 'not-found-page' }
  | { type: 'bad-request' }
  /** 429; `retryAfter` as the header's text, seconds or an HTTP date. */
  | { type: 'rate-limited'; retryAfter?: string }
  /** 503 with WordPress' maintenance page. */
  | { type: 'unavailable'; retryAfter?: string }
  /** 500 with WordPress' page, or in JSON. */
  | { type: 'critical-error'; json?: boolean }
  /** Takes the request and never answers. */
  | { type: 'silence'; done?: boolean }
  | { type: 'reset'; done?: boolean }
  /** A security plugin's or a host's page. */
  | { type: 'firewall'; status: 200 | 403 }
  /** 302 to the sign-in page. */
  | { type: 'login' }
  /** 301 to the same address over https. */
  | { type: 'to-https' }
  /** The right answer, cut in the middle: its length promised more, a chunk is missing, or the end comes early. */
  | { type: 'truncated'; how: 'content-length' | 'chunk' | 'close' }
  /** The right answer after a warning that PHP printed into it. */
  | { type: 'php-warning' }
  /** The right answer, late. */
  | { type: 'slow'; ms: number }
  /** Begins an answer and never ends it. */
  | { type: 'drip' }
  /** 200 with so many bytes of JSON. */
  | { type: 'huge'; bytes: number };

export interface FaultScope {
  /** Requests whose path (without query) matches; left out: all. */
  path?: RegExp;
  method?: string;
  /** For so many requests; left out: until cleared. */
  times?: number;
}

/** The faults set at the moment; of several that fit, the last set holds. */
export function createFaults() {
  let set: { fault: Fault; scope: FaultScope; left: number }[] = [];
  return {
    /** @returns a function that takes this fault away again */
    add(fault: Fault, scope: FaultScope = {}): () => void {
      const entry = { fault, scope, left: scope.times ?? Infinity };
      set = [entry, ...set];
      return () => void (set = set.filter((other) => other !== entry));
    },
    clear: () => void (set = []),
    /** The fault for a request, which counts as one of its times. */
    take(method: string, path: string): Fault | null {
      const found = set.find(
        ({ scope, left }) =>
          left > 0 && (scope.method ?? method) === method && (scope.path === undefined || scope.path.test(path)),
      );
      if (!found) return null;
      found.left -= 1;
      return found.fault;
    },
  };
}
