/** An IPv4 address as such, also where the machine listens for both kinds: it is one caller, whichever way he came. */
export function plainAddress(address: string): string {
  return /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address.toLowerCase();
}
