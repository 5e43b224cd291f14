/** How the service worker answers a request: `leave` it to the browser, as if there were no worker. */
export type Way = 'leave' | 'page' | 'file';

const ours = /^\/(board|handover|pickup|service|keys|history|settings(\/\w+)?|order\/[^/]+)?\/?$/;
const never = /^\/(api|socket\.io|webhooks|healthz|build\.json|sw\.js)(\/|$)/;

/**
 * Tells how a request is answered. A page is asked of the server first; the build's own files come from the cache,
 * since their names change with what is in them. What is said live, by Kasera or to it, is never kept.
 * @param files the addresses of the build's files
 */
export function wayOf(
  request: { method: string; mode: string; url: string },
  at: { origin: string; files: ReadonlySet<string> },
): Way {
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== 'GET' || origin !== at.origin || never.test(pathname)) return 'leave';
  // The link with the key is the server's: it gives the cookie.
  if (request.mode === 'navigate') return ours.test(pathname) && !searchParams.has('key') ? 'page' : 'leave';
  return at.files.has(pathname) || pathname.startsWith('/assets/') ? 'file' : 'leave';
}

/**
 * Tells which caches go: all of ours but this build's and the one before it, which a page may still be showing.
 * @param names in the order in which they were made
 */
export function outdated(names: readonly string[], current: string): string[] {
  const former = names.filter((name) => name.startsWith(cachePrefix) && name !== current);
  return former.slice(0, -1);
}

export const cachePrefix = 'kasera-';
