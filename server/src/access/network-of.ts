import { isIP } from 'node:net';
import { plainAddress } from './plain-address.ts';

/**
 * Who counts as one caller: an IPv4 address, however it is written, or the /64 network of an IPv6 address, since one
 * customer of a provider has 2^64 of those.
 * @param address as the operating system or a proxy writes it; what is none stays as it is
 */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (isIP(plain) !== 6) return plain;
  const [before = [], ...rest] = plain.replace(/%.*$/, '').split('::').map(hextets);
  const after = rest.flat();
  const zeros = rest.length > 0 ? Array.from({ length: 8 - before.length - after.length }, () => '0') : [];
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

function hextets(text: string): string[] {
  return text
    .split(':')
    .filter(Boolean)
    .map((group) => parseInt(group, 16).toString(16));
}
