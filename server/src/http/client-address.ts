import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { plainAddress } from '../access/plain-address.ts';
import { createIsTrusted, type TrustedProxies } from './trusted-proxies.ts';

export interface ClientAddress {
  /**
   * Whose address a connection counts as ([BD6c]): the peer's own; where that is a trusted proxy, the last one in
   * `X-Forwarded-For` that is not. What stands before that one anybody may have written.
   * @param peer as the operating system tells it
   */
  of(peer: string | undefined, headers: IncomingHttpHeaders): string;
  /** Whether that peer speaks for others. */
  isProxy(peer: string | undefined): boolean;
}

export function createClientAddress(proxies: TrustedProxies): ClientAddress {
  const isTrusted = createIsTrusted(proxies);
  return {
    of(peer, headers) {
      let address = plainAddress(peer ?? '');
      for (const forwarded of forwardedFor(headers)) {
        // What is no address at all came from the last known one.
        if (!isTrusted(address) || isIP(forwarded) === 0) return address;
        address = forwarded;
      }
      return address;
    },
    isProxy: (peer) => isTrusted(plainAddress(peer ?? '')),
  };
}

/** The nearest first; each proxy adds who called it at the end. */
function forwardedFor(headers: IncomingHttpHeaders): string[] {
  const lines = headers['x-forwarded-for'] ?? [];
  const text = typeof lines === 'string' ? lines : lines.join(',');
  if (text === '') return [];
  return text
    .split(',')
    .map((entry) => plainAddress(withoutPort(entry.trim())))
    .reverse();
}

/** Some proxies write "203.0.113.9:51034" or "[2001:db8::9]:51034". */
function withoutPort(entry: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
}
