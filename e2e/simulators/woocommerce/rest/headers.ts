import type { SiteAnswer } from './answer.ts';

export interface HeaderFacts {
  /** The site's home, which its links and `Host` name. */
  home: string;
  /** By the shop's own clock, epoch milliseconds. */
  now: number;
  /** Whether the answer is for somebody known, which makes WordPress forbid caching. */
  signedIn: boolean;
  isRest: boolean;
}

/** The headers of an answer, name and value in turn, in the order and casing of the recorded shop. */
export function headersOf(answer: SiteAnswer, { home, now, signedIn, isRest }: HeaderFacts): string[] {
  const headers = ['Host', new URL(home).host, 'Date', new Date(now).toUTCString(), 'Connection', 'close'];
  headers.push('X-Powered-By', 'PHP/8.2.35');
  if (!isRest || answer.type !== 'json') {
    if (answer.type === 'html') headers.push('Content-Type', 'text/html; charset=UTF-8');
    if (answer.location !== undefined) headers.push('X-Redirect-By', 'WordPress', 'Location', answer.location);
    return [...headers, ...(answer.extra ?? [])];
  }
  headers.push('Content-Type', 'application/json; charset=UTF-8');
  headers.push('X-Robots-Tag', 'noindex');
  if (answer.link === undefined) headers.push('Link', `<${home}/wp-json/>; rel="https://api.w.org/"`);
  headers.push(
    'X-Content-Type-Options',
    'nosniff',
    'Access-Control-Expose-Headers',
    'X-WP-Total, X-WP-TotalPages, Link',
  );
  headers.push('Access-Control-Allow-Headers', allowedHeaders);
  if (answer.total !== undefined) headers.push('X-WP-Total', String(answer.total));
  if (answer.pages !== undefined) headers.push('X-WP-TotalPages', String(answer.pages));
  if (answer.link !== undefined) headers.push('Link', answer.link);
  if (answer.location !== undefined) headers.push('Location', answer.location);
  if (answer.allow !== undefined) headers.push('Allow', answer.allow);
  headers.push(...(signedIn ? noCache : ['Vary', 'Origin']));
  return [...headers, ...(answer.extra ?? [])];
}

const allowedHeaders = 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type';

const noCache = [
  ...['Expires', 'Wed, 11 Jan 1984 05:00:00 GMT'],
  ...['Cache-Control', 'no-cache, must-revalidate, max-age=0, no-store, private'],
];
