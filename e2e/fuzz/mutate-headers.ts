import type { Dice } from './dice.ts';

/** Changes the headers (name and value in turn) in one to three ways. */
export function mutateHeaders(headers: readonly string[], dice: Dice): string[] {
  let changed = [...headers];
  for (let left = 1 + dice.below(3); left > 0; left -= 1) changed = dice.pick(mutations)(changed, dice);
  return changed;
}

type Mutation = (headers: string[], dice: Dice) => string[];

const mutations: readonly Mutation[] = [
  (headers, dice) => headers.toSpliced(anyOf(headers, dice), 2),
  (headers, dice) => {
    const at = anyOf(headers, dice);
    return [...headers, ...headers.slice(at, at + 2)];
  },
  (headers, dice) => [...headers, headers[anyOf(headers, dice)] ?? '', dice.pick(oddValues)],
  (headers, dice) => headers.with(anyOf(headers, dice) + 1, dice.pick(oddValues)),
  (headers, dice) => replaced(headers, 'X-WC-Webhook-Topic', dice.pick(topics)),
  (headers, dice) => replaced(headers, 'Content-Type', dice.pick(contentTypes)),
  (headers, dice) => replaced(headers, 'Content-Length', dice.pick(lengths)),
  (headers, dice) => replaced(headers, 'Connection', dice.pick(['keep-alive', 'upgrade', 'close, close', 'x', ''])),
  (headers, dice) => [...headers, dice.pick(oddNames), dice.pick(oddValues)],
  (headers, dice) => [...headers, ...dice.pick(furtherHeaders)],
  (headers, { below }) => [...headers, ...Array.from({ length: below(300) }, (_, at) => [`X-${at}`, 'x']).flat()],
];

const oddValues = [
  '',
  ' ',
  'x'.repeat(600),
  'x'.repeat(12_000),
  'x'.repeat(70_000),
  '\u0000',
  '\u00e9\u00ff',
  'a\r\n b',
  'a\nX-Injected: 1',
  '__proto__',
  '%00',
  '"',
  ','.repeat(3_000),
  ';q=0',
];

const oddNames = ['__proto__', 'constructor', 'X-Hookdeck-Signature', 'X-Hookdeck-EventID', 'a b', '', ':', 'Host'];

const topics = ['', 'order', 'order.', 'order.created.x', 'ORDER.CREATED', 'order.deleted', 'order.restored'].concat([
  'action.woocommerce_order',
  'product.updated',
  '__proto__',
  '../../x',
  'o'.repeat(101),
  'ñ',
]);

const contentTypes = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/json; charset=utf-16',
].concat(['multipart/form-data; boundary=x', '/', 'application/xml', 'json']);

const lengths = ['0', '1', '-1', '1e3', '0x10', '99999', '99999999999999999999', '', '5, 5', ' 7', 'x'];

const furtherHeaders: readonly (readonly string[])[] = [
  ['Transfer-Encoding', 'chunked'],
  ['Transfer-Encoding', 'chunked, identity'],
  ['Transfer-Encoding', 'x'],
  ['Expect', '100-continue'],
  ['Expect', 'x'],
  ['Upgrade', 'websocket', 'Connection', 'Upgrade'],
  ['Upgrade', 'h2c', 'Connection', 'Upgrade, HTTP2-Settings', 'HTTP2-Settings', 'x'],
  ['Content-Encoding', 'identity'],
  ['Content-Encoding', ''],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Forwarded-For', '127.0.0.1', 'X-Forwarded-Proto', 'https', 'Forwarded', 'for=x'],
  ['Cookie', 'kasera=x; kasera=y; =; ;;'],
  ['Authorization', 'Bearer '],
  ['Range', 'bytes=0-'],
  ['If-None-Match', '*'],
  ['Trailer', 'X'],
  ['TE', 'trailers'],
];

/** The place of some header's name. */
function anyOf(headers: readonly string[], { below }: Dice): number {
  return 2 * below(Math.max(1, headers.length / 2));
}

function replaced(headers: string[], name: string, value: string): string[] {
  const at = headers.indexOf(name);
  return at === -1 ? [...headers, name, value] : headers.with(at + 1, value);
}
