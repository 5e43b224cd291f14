import { cachePrefix, outdated, wayOf } from './routes.ts';

/*
 * Serves the shell where the server cannot: a screen that is reloaded in a power cut still shows what it knew. With the
 * server there, every page is the server's; a build that changed is so never hidden by an older one.
 */

/** The addresses of the build's files; the build writes them in. */
declare const __KASERA_FILES__: readonly string[];
declare const clients: { claim(): Promise<void> };
declare const skipWaiting: () => Promise<void>;

const current = `${cachePrefix}${__KASERA_BUILD__}`;
const files = new Set(__KASERA_FILES__);
/** Every page is the same document. */
const shell = '/board';
const pageWithinMs = 3_000;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

self.addEventListener('install', (event) => {
  if (isLasting(event)) event.waitUntil(install());
});
self.addEventListener('activate', (event) => {
  if (isLasting(event)) event.waitUntil(activate());
});
self.addEventListener('fetch', (event) => {
  if (!isFetching(event)) return;
  const way = wayOf(event.request, { origin: self.location.origin, files });
  if (way === 'page') event.respondWith(pageFor(event.request));
  if (way === 'file') event.respondWith(fileFor(event.request));
});

async function install(): Promise<void> {
  const cache = await caches.open(current);
  // Asked anew of the server: the browser's own cache may hold an older document.
  await cache.addAll([new Request(shell, { cache: 'reload' }), ...files]);
  await skipWaiting();
}

async function activate(): Promise<void> {
  await Promise.all(outdated(await caches.keys(), current).map((name) => caches.delete(name)));
  await clients.claim();
}

/** The server's page; without an answer within 3 s, or with that of a proxy before a dead server, the kept shell. */
async function pageFor(request: Request): Promise<Response> {
  const kept = async () => (await caches.open(current)).match(shell);
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), pageWithinMs);
  try {
    const answer = await fetch(request, { signal: abort.signal });
    return answer.status >= 502 && answer.status <= 504 ? ((await kept()) ?? answer) : answer;
  } catch {
    return (await kept()) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

/** Named after what is in it, so that a kept one is right; a file whose name stays is asked of the server first. */
async function fileFor(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  const isHashed = new URL(request.url).pathname.startsWith('/assets/');
  if (kept && isHashed) return kept;
  try {
    return await fetch(request);
  } catch {
    return kept ?? Response.error();
  }
}

function isLasting(event: Event): event is Lasting {
  return 'waitUntil' in event;
}

function isFetching(event: Event): event is Fetching {
  return 'respondWith' in event;
}
