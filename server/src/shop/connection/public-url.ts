import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import axios from 'axios';
import type { PublicUrlFault } from '@kasera/shared/shop.ts';
import { isLoopback } from '../../config.ts';
import { isPrivateAddress, isPrivateName } from './private-address.ts';

export interface PublicUrlDeps {
  /** All addresses of a name, of IPv4 and IPv6; empty where it has none. Default: the machine's own resolver. */
  addressesOf?(hostname: string): Promise<string[]>;
  /** The status of the answer there, nothing followed; null without an answer. Default: axios. */
  statusOf?(url: string): Promise<number | null>;
}

/** Without these WordPress delivers; `plain-http` it only sends in the open. */
export function isRefusedByWordpress(faults: readonly PublicUrlFault[]): boolean {
  return faults.some((fault) => fault !== 'plain-http');
}

/**
 * What WordPress would refuse in `PUBLIC_URL` ([SH2]), before a webhook is made that would only fail and be disabled.
 * A redirect it would even count as delivered, and lose every order.
 * @param shopUrl the connected shop. One on this machine is for trying out: then addresses and ports are its own to judge
 */
export async function publicUrlFaults(
  publicUrl: string | null,
  shopUrl: string | null,
  { addressesOf = resolve, statusOf = askStatus }: PublicUrlDeps = {},
): Promise<PublicUrlFault[]> {
  if (publicUrl === null) return ['missing'];
  const { protocol, hostname, port } = new URL(publicUrl);
  const isTrial = shopUrl !== null && isLoopback(new URL(shopUrl).hostname);
  const address = isTrial ? null : await addressFault(hostname.replace(/^\[|\]$/g, ''), addressesOf);
  const faults: PublicUrlFault[] = address === null ? [] : [address];
  if (!isTrial && !['', '80', '443', '8080'].includes(port)) faults.push('port');
  if (address === null && isRedirect(await statusOf(`${publicUrl}/healthz`))) faults.push('redirect');
  // From this machine to this machine nothing crosses a network.
  if (protocol === 'http:' && !(isTrial && isLoopback(hostname))) faults.push('plain-http');
  return faults;
}

/** WordPress resolves names to IPv4 only, so what has none cannot be reached by it. */
async function addressFault(
  host: string,
  addressesOf: (hostname: string) => Promise<string[]>,
): Promise<'private-address' | 'unresolved' | null> {
  if (isPrivateName(host)) return 'private-address';
  const addresses = isIP(host) === 0 ? await addressesOf(host) : [host];
  if (addresses.length > 0 && addresses.every(isPrivateAddress)) return 'private-address';
  return addresses.some((address) => isIP(address) === 4) ? null : 'unresolved';
}

function isRedirect(status: number | null): boolean {
  return status !== null && status >= 300 && status < 400;
}

async function resolve(hostname: string): Promise<string[]> {
  try {
    return (await lookup(hostname, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

async function askStatus(url: string): Promise<number | null> {
  const options = {
    maxRedirects: 0,
    validateStatus: () => true,
    maxContentLength: 100_000,
    responseType: 'text',
  } as const;
  try {
    return (await axios.get(url, { ...options, proxy: false, signal: AbortSignal.timeout(5_000) })).status;
  } catch {
    // Many routers do not lead a network's own address back into it: no answer here says nothing of the shop's way.
    return null;
  }
}
