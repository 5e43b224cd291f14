import { BlockList, isIP } from 'node:net';

/** Whose word is believed about where a request came from: addresses, and networks as "10.0.0.0/8". */
export type TrustedProxies = readonly string[];

/** What an owner may write instead of this machine's own addresses. */
const loopback: TrustedProxies = ['127.0.0.0/8', '::1'];

export type ParsedProxies = { type: 'ok'; proxies: TrustedProxies } | { type: 'faulty'; message: string };

/**
 * Reads the owner's list of reverse proxies.
 * @param text addresses and networks, separated by commas; `loopback` is this machine, `none` alone nobody
 * @returns the list, or what is wrong with it as a sentence
 */
export function parseTrustedProxies(text: string): ParsedProxies {
  const entries = text
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean);
  if (entries.includes('none')) {
    return entries.length === 1 ? { type: 'ok', proxies: [] } : faulty('“none” must stand alone');
  }
  const wrong = entries.find((entry) => entry !== 'loopback' && !isNetwork(entry));
  if (wrong !== undefined) return faulty(`“${wrong}” is neither an address nor a network`);
  const everybody = entries.find((entry) => entry.endsWith('/0'));
  // Then anybody could name any address as his own, and no limit held.
  if (everybody !== undefined) return faulty(`“${everybody}” is everybody; name the proxy’s own address or network`);
  return { type: 'ok', proxies: entries.flatMap((entry) => (entry === 'loopback' ? loopback : entry)) };
}

const right = 'must be addresses or networks separated by commas, for example loopback,172.18.0.0/16; or none';

function faulty(what: string): ParsedProxies {
  return { type: 'faulty', message: `${right} (${what})` };
}

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || address.includes('%') || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** @returns whether an address, in its plain form, is one of the proxies' */
export function createIsTrusted(proxies: TrustedProxies): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of proxies) {
    const [address = '', bits] = entry.split('/');
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
