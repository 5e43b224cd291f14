import { isLoopback } from './destination.ts';

/**
 * The simulator makes up orders and can make a storm of them: it may only ever reach this machine.
 * @returns the URL with the webhook's path if it names none
 * @throws a sentence for a person, if the address is none or is not this machine's
 */
export function loopbackUrl(address: string): URL {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'http:') {
    throw new Error(`"${address}" is no address the simulated shop can send to. Write it like http://127.0.0.1:8080`);
  }
  if (!isLoopback(url.hostname)) {
    throw new Error(
      `The simulated shop only sends to this machine (127.0.0.1 or localhost), never to ${url.hostname}.`,
    );
  }
  if (url.pathname === '/') url.pathname = '/webhooks/woocommerce';
  return url;
}
