import type { Destination } from './deliveries.ts';

export interface DestinationOptions {
  /** Public addresses that stand for this machine: `{ 'https://kasera.example.test': 'http://127.0.0.1:8080' }`. */
  hosts?: Readonly<Record<string, string>>;
  /** Refuses what WordPress refuses: private addresses and unusual ports. The recorded shop was told not to. */
  refusesPrivate?: boolean;
}

/**
 * Finds where an address leads. The simulator only ever sends to this machine: another one is refused like an address
 * WordPress does not call.
 */
export function createReach({ hosts = {}, refusesPrivate = false }: DestinationOptions) {
  return (address: string): Destination | null => {
    const url = URL.parse(address);
    if (url === null) return null;
    if (refusesPrivate && (isPrivate(url.hostname) || !['', '80', '443', '8080'].includes(url.port))) return null;
    const behind = URL.parse(hosts[url.origin] ?? url.origin);
    if (behind === null || behind.protocol !== 'http:' || !isLoopback(behind.hostname)) return null;
    return { url: new URL(`${behind.origin}${url.pathname}${url.search}`), host: url.host };
  };
}

/** Whether a host name is this machine. */
export const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);

const isPrivate = (hostname: string): boolean =>
  hostname === 'localhost' || /^(0|10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(hostname);
