import type { CaseSource, FuzzCase } from './cases.ts';
import type { Dice } from './dice.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';
import { rawRequest } from './raw-request.ts';

/** A command with the key, mostly of a shape nobody ever sent. */
export function junkCommand({ target }: CaseSource, dice: Dice): FuzzCase {
  const id = dice.chance(0.7) ? dice.pick(target.orderIds) : dice.pick(oddIds);
  const asSent = command(dice);
  const text = dice.chance(0.3) ? JSON.stringify(asSent) : mutateJson(asSent, dice);
  const body = dice.chance(0.1) ? mutateBytes(Buffer.from(text), dice) : Buffer.from(text);
  const type = dice.chance(0.85) ? 'application/json' : dice.pick(['text/plain', '', 'application/json; charset=x']);
  const headers = ['Content-Type', type, 'Content-Length', `${body.length}`];
  return request(target, `POST /api/orders/${id}/commands`, headers, body, dice.chance(0.9));
}

/** A command as a screen sends it, of every type. */
export function command({ pick, below, chance }: Dice): Record<string, unknown> {
  const status = pick(['new', 'acknowledged', 'preparing', 'ready', 'completed', 'cancelled']);
  const type = pick(['acknowledge', 'item-done', 'item-undone', 'ready', 'complete', 'recall', 'confirm', 'note']);
  return {
    ...{ id: `fuzz-${below(2 ** 31)}`, type, ageMs: below(10_000), screen: `screen-${below(5)}` },
    ...(chance(0.5) && { from: status, version: below(20) }),
    ...(type === 'acknowledge' && { readyInMinutes: 1 + below(60) }),
    ...(type.startsWith('item-') && { itemId: `${below(500)}` }),
    ...(type === 'note' && { text: 'no onions', allergy: chance(0.5) }),
  };
}

/** Methods and paths of every kind, with and without the key. */
export function oddRequest({ target }: CaseSource, dice: Dice): FuzzCase {
  const path = dice.chance(0.5) ? dice.pick(realPaths) : dice.pick(oddPaths);
  const query = dice.chance(0.4) ? dice.pick(queries) : '';
  const body = dice.chance(0.3) ? mutateBytes(Buffer.from('{"a":1}'), dice) : new Uint8Array(0);
  const headers = body.length > 0 || dice.chance(0.3) ? ['Content-Length', `${body.length}`] : [];
  return request(target, `${dice.pick(methods)} ${path}${query}`, headers, body, dice.chance(0.7));
}

function request(
  target: CaseSource['target'],
  what: string,
  headers: readonly string[],
  body: Uint8Array,
  withKey: boolean,
): FuzzCase {
  const key = withKey ? ['Authorization', `Bearer ${target.apiKey}`] : [];
  const all = ['Host', `127.0.0.1:${target.port}`, 'Connection', 'close', ...key, ...headers];
  return { type: 'request', what, bytes: rawRequest(`${what} HTTP/1.1`, all, body), expected: 'harmless' };
}

const oddIds = ['x', '__proto__', '%00', '%E0%A4%A', '..%2f..', '%F0%9F%8D%95', 'a'.repeat(3_000), "'--", ''];

const methods = ['GET', 'GET', 'GET', 'POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'].concat([
  'PROPFIND',
  'M-SEARCH',
  'QUERY',
  'GARBAGE',
  'get',
  'G\u00e9T',
  'PRI',
]);

const realPaths = [
  '/',
  '/board',
  '/healthz',
  '/webhooks/woocommerce',
  '/woocommerce-webhooks-endpoint',
  '/api/orders',
  '/api/orders/x',
  '/api/inbox',
  '/api/inbox/x/replay',
  '/api/deliveries',
  '/api',
  '/socket.io/',
  '/socket.io/?EIO=4&transport=polling',
  '/socket.io/?EIO=3&transport=polling&sid=x',
  '/socket.io/?EIO=4&transport=junk',
];

const oddPaths = [
  '*',
  '//',
  '///api//orders',
  '/%',
  '/%00',
  '/%E0%A4%A',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/../../../../etc/passwd',
  '/assets/..%5c..%5csecrets.json',
  '/secrets.json',
  '/api/../healthz',
  '/api/orders/%2e%2e/%2e%2e',
  '/webhooks/',
  '/webhooks/__proto__',
  '/webhooks/woocommerce/',
  '/WEBHOOKS/WOOCOMMERCE',
  `/${'a'.repeat(7_000)}`,
  `/${'a'.repeat(20_000)}`,
  `/${'%41'.repeat(2_000)}`,
  '/\u00e9\u00ff',
  'http://evil.example/api/orders',
  'evil.example:443',
  '/a b',
  '',
  '/#x',
  '?x',
];

const queries = [
  '?key=x',
  '?key[]=x&key[__proto__]=y',
  '?status=x',
  '?status[]=open',
  '?status=all&limit=-1',
  '?limit=1e9',
  '?limit=NaN',
  '?status=all&cursor=x',
  `?status=all&cursor=${Buffer.from('9007199254740993 x').toString('base64url')}`,
  `?status=all&cursor=${Buffer.from('1 \u0000').toString('base64url')}`,
  '?cursor=1.x',
  '?cursor=%00',
  `?cursor=${'9'.repeat(150)}`,
  '?__proto__[x]=1',
  `?${'a[b]'.repeat(500)}=1`,
  '?%',
  '?%E0%A4%A=1',
  '&&&===',
];
