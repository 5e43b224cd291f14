import { BlockList, isIP } from 'node:net';

const blocked = new BlockList();
for (const [address, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ] as const),
] as const) {
  blocked.addSubnet(address, prefix, 'ipv4');
}
for (const [address, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  blocked.addSubnet(address, prefix, 'ipv6');
}

/** Whether an address leads nowhere from the internet: this machine, a private network, a link. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const version = isIP(plain);
  return version !== 0 && blocked.check(plain, version === 4 ? 'ipv4' : 'ipv6');
}

/** Names that mean something only on this machine or network, whatever they resolve to. */
export function isPrivateName(hostname: string): boolean {
  return /(^|\.)(localhost|local|lan|internal|home\.arpa)\.?$/i.test(hostname);
}
