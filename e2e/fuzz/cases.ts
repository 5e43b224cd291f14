import { gzipSync } from 'node:zlib';
import { headersFor, sign } from '../simulators/woocommerce/signed-request.ts';
import type { Dice } from './dice.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateHeaders } from './mutate-headers.ts';
import { mutateJson } from './mutate-json.ts';
import { rawRequest } from './raw-request.ts';
import { redated, type Recorded } from './recorded.ts';

/**
 * What must come of a case. `stored`: 200, whatever the bytes say, since the signature is right. `refused`: a 4xx.
 * `harmless`: anything below 500, or the connection is closed.
 */
export type Expected = 'stored' | 'refused' | 'harmless' | { status: number };

export type FuzzCase =
  | { type: 'request'; what: string; bytes: Uint8Array; expected: Expected }
  | { type: 'socket'; what: string; withKey: boolean; packets: (string | Uint8Array)[] };

/** What a running server has to offer to a case. */
export interface Target {
  port: number;
  secret: string;
  hookdeckSecret: string;
  apiKey: string;
  /** Orders that exist, for commands. */
  orderIds: readonly string[];
}

export interface CaseSource {
  recorded: readonly Recorded[];
  target: Target;
  now: number;
}

/** A delivery whose body was changed and signed as it now is: only its content is hostile. */
export function signedBody(source: CaseSource, dice: Dice): FuzzCase {
  const { name, topic, body } = mutatedBody(source, dice);
  const { secret, hookdeckSecret } = source.target;
  const byHookdeck = dice.chance(0.15);
  const headers = headersFor(topic, body, { secret: byHookdeck ? 'another' : secret, atMs: source.now });
  const more = byHookdeck
    ? ['X-Hookdeck-Signature', sign(body, hookdeckSecret), 'X-Hookdeck-EventID', `evt_${dice.below(2 ** 31)}`]
    : [];
  return webhook(source, `signed ${name}`, [...headers, ...more], body, 'stored');
}

/** A delivery whose body was changed after it was signed, or never was signed rightly. */
export function unsignedBody(source: CaseSource, dice: Dice): FuzzCase {
  const { name, topic, body } = mutatedBody(source, dice);
  const headers = headersFor(topic, body, { secret: 'not the secret', atMs: source.now });
  const signatureAt = headers.indexOf('X-WC-Webhook-Signature') + 1;
  const right = sign(body, source.target.secret);
  const forged = dice.pick([
    null,
    headers[signatureAt],
    '',
    '=',
    'x'.repeat(44),
    sign(body, ''),
    `${right}x`,
    '\u00ff',
  ]);
  if (typeof forged === 'string') headers[signatureAt] = forged;
  else headers.splice(signatureAt - 1, 2);
  return webhook(source, `unsigned ${name}`, headers, body, 'refused');
}

/** A rightly signed delivery with headers as no shop sends them. */
export function oddHeaders(source: CaseSource, dice: Dice): FuzzCase {
  const { name, topic, body } = dice.chance(0.5) ? mutatedBody(source, dice) : wholeBody(source, dice);
  const headers = headersFor(topic, body, { secret: source.target.secret, atMs: source.now });
  return webhook(source, `headers of ${name}`, mutateHeaders(headers, dice), body, 'harmless');
}

/** A signed delivery in a coding that is not ours to undo, or larger than anybody may send. */
export function oddCoding(source: CaseSource, dice: Dice): FuzzCase {
  if (dice.chance(0.1)) {
    const headers = ['Content-Type', 'application/json', 'Content-Length', `${5_242_881 + dice.below(2 ** 30)}`];
    return webhook(source, 'too large', headers, Buffer.alloc(1_000, '['), { status: 413 });
  }
  const { name, topic, body } = wholeBody(source, dice);
  const coded = dice.chance(0.7) ? gzipSync(body) : body;
  const coding = dice.pick(['gzip', 'br', 'deflate', 'zstd', 'GZIP', 'gzip, gzip', 'compress', 'x', 'identity, gzip']);
  const headers = headersFor(topic, coded, { secret: source.target.secret, atMs: source.now });
  return webhook(source, `${coding} ${name}`, ['Content-Encoding', coding, ...headers], coded, { status: 415 });
}

function webhook(
  { target }: CaseSource,
  what: string,
  headers: readonly string[],
  body: Uint8Array,
  expected: Expected,
): FuzzCase {
  const host = ['Host', `127.0.0.1:${target.port}`];
  const bytes = rawRequest('POST /webhooks/woocommerce HTTP/1.1', [...host, ...headers], body);
  return { type: 'request', what, bytes, expected };
}

interface Body {
  name: string;
  topic: string;
  body: Uint8Array;
}

function wholeBody({ recorded, now }: CaseSource, dice: Dice): Body {
  const chosen = dice.pick(recorded);
  return { name: chosen.name, topic: chosen.topic, body: Buffer.from(redated(chosen, now)) };
}

function mutatedBody(source: CaseSource, dice: Dice): Body {
  const { name, topic, body } = wholeBody(source, dice);
  if (dice.chance(0.35)) return { name, topic, body: mutateBytes(body, dice) };
  const text = mutateJson(JSON.parse(Buffer.from(body).toString('utf8')), dice);
  const asBytes = dice.chance(0.1) ? mutateBytes(Buffer.from(text), dice) : Buffer.from(text);
  return { name, topic, body: asBytes };
}
