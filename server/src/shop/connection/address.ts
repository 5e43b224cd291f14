import { isLoopback } from '../../config.ts';

/** Why what was typed is no address Kasera may send keys to. */
export type AddressFault = 'not-an-address' | 'plain-http' | 'other-scheme' | 'user-info' | 'query';

export type ParsedAddress = { type: 'ok'; url: string } | { type: 'faulty'; code: AddressFault };

/** For scripts and logs; the page has words of its own, in the person's language. */
export const addressSentences: Record<AddressFault, string> = {
  'not-an-address': 'This is not a web address. Enter the shop’s first page, for example https://shop.example.com.',
  'plain-http': 'The address begins with http://: over it the keys could be read on the way. Use https://.',
  'other-scheme': 'The address must begin with https://.',
  'user-info': 'The address holds a user name or password. Leave out everything before the @.',
  query: 'The address holds a question mark. Enter the shop’s first page, for example https://shop.example.com.',
};

/** Pages of WordPress people copy the address from, and what belongs to them: the site ends before these. */
const ownPages = new Set([
  ...['wp-admin', 'wp-json', 'wp-login.php', 'wp-content', 'wp-includes', 'wc-auth', 'index.php', 'xmlrpc.php'],
]);

/**
 * The site's base address from what people paste: "shop.es", "https://shop.es/wp-admin/…", with blanks around, with
 * letters beyond ASCII, in a sub-folder.
 * @returns an address without a `/` at its end; `https`, or `http` on this machine
 */
export function parseAddress(typed: string): ParsedAddress {
  const text = typed.trim();
  const url = toUrl(text);
  if (url === null) return faulty('not-an-address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return faulty('other-scheme');
  if (url.username !== '' || url.password !== '') return faulty('user-info');
  if (!isHost(url.hostname)) return faulty('not-an-address');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return faulty('plain-http');
  const segments = url.pathname.split('/').filter(Boolean);
  const end = segments.findIndex((segment) => ownPages.has(segment.toLowerCase()));
  if (end === -1 && url.search !== '' && !url.searchParams.has('rest_route')) return faulty('query');
  const folder = (end === -1 ? segments : segments.slice(0, end)).map((segment) => `/${segment}`).join('');
  return { type: 'ok', url: `${url.origin}${folder}` };
}

const faulty = (code: AddressFault): ParsedAddress => ({ type: 'faulty', code });

function toUrl(text: string): URL | null {
  if (text === '' || /[\s\\]/.test(text)) return null;
  const whole = hasScheme(text) ? text : `${schemeFor(text)}://${text.replace(/^\/+/, '')}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

/** `shop.es:8443` has none, `mailto:x` and `https://x` have. */
function hasScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^[a-z][a-z0-9+-]*:(?!\d)/i.test(text);
}

function schemeFor(text: string): 'http' | 'https' {
  const [host] = /^(\[[^\]]*\]|[^:/]*)/.exec(text) ?? [''];
  return isLoopback(host.toLowerCase()) ? 'http' : 'https';
}

/** One word is a slip of the keyboard, unless it is this machine. */
function isHost(hostname: string): boolean {
  return isLoopback(hostname) || hostname.startsWith('[') || /^[^.]+(\.[^.]+)+\.?$/.test(hostname);
}
