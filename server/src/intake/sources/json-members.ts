/**
 * Reads a few members of a JSON object without reading the rest of it: for what is looked at before the commit, where a
 * whole parse would be most of the work. Never throws.
 * @returns for valid JSON what `JSON.parse` finds under these names, containers without their content; null where it is
 * not an object. Bytes that are not JSON give null or whatever was there to be read.
 */
export function readMembers(json: Uint8Array, names: readonly MemberName[]): Record<string, unknown> | null {
  const found: Record<string, unknown> = {};
  let at = skipSpace(json, startsWithMark(json) ? 3 : 0);
  if (json[at] !== openBrace) return null;
  at = skipSpace(json, at + 1);
  if (json[at] === closeBrace) return endsAfter(json, at) ? found : null;
  for (;;) {
    if (json[at] !== quote) return null;
    const keyEnd = endOfString(json, at);
    const name = nameAt(json, at, keyEnd, names);
    const colon = skipSpace(json, keyEnd);
    if (json[colon] !== 0x3a) return null;
    const from = skipSpace(json, colon + 1);
    const to = endOfValue(json, from);
    if (name !== undefined && !readInto(found, name, json, from, to)) return null;
    at = skipSpace(json, to);
    if (json[at] === closeBrace) return endsAfter(json, at) ? found : null;
    if (json[at] !== 0x2c) return null;
    at = skipSpace(json, at + 1);
  }
}

/** A name that is looked for, with its bytes. */
export interface MemberName {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const memberNames = (...names: string[]): MemberName[] =>
  names.map((name) => ({ name, bytes: Buffer.from(name, 'utf8') }));

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
/** `[` and `{`, `]` and `}` differ in this bit only. */
const braceBit = 0x20;

function startsWithMark(json: Uint8Array): boolean {
  return json[0] === 0xef && json[1] === 0xbb && json[2] === 0xbf;
}

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

function skipSpace(json: Uint8Array, from: number): number {
  let at = from;
  // Shops write none between the members.
  while ((json[at] ?? quote) <= 0x20 && isSpace(json[at])) at += 1;
  return at;
}

function endsAfter(json: Uint8Array, at: number): boolean {
  return skipSpace(json, at + 1) === json.length;
}

/** @param at the opening quote; @returns the place after the closing one, or beyond the end */
function endOfString(json: Uint8Array, at: number): number {
  const { length } = json;
  let to = at + 1;
  while (to < length) {
    const byte = json[to];
    if (byte === quote) return to + 1;
    to += byte === backslash ? 2 : 1;
  }
  return length + 1;
}

function endOfValue(json: Uint8Array, from: number): number {
  const first = json[from];
  if (first === quote) return endOfString(json, from);
  if (first === openBrace || first === openBracket) return endOfContainer(json, from);
  let to = from;
  while (to < json.length && !endsScalar(json[to])) to += 1;
  return to;
}

const endsScalar = (byte: number | undefined): boolean => byte === 0x2c || byte === closeBrace || isSpace(byte);

/** Most of a body is in here: strings are stepped over in place, and what is below a bracket is looked at once. */
function endOfContainer(json: Uint8Array, from: number): number {
  const { length } = json;
  let depth = 0;
  for (let at = from; at < length; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === quote) {
      for (at += 1; at < length; at += 1) {
        const inside = json[at];
        if (inside === quote) break;
        if (inside === backslash) at += 1;
      }
    } else if (byte >= openBracket) {
      if ((byte | braceBit) === openBrace) depth += 1;
      else if ((byte | braceBit) === closeBrace && (depth -= 1) === 0) return at + 1;
    }
  }
  return length + 1;
}

function nameAt(json: Uint8Array, at: number, end: number, names: readonly MemberName[]): string | undefined {
  for (let index = 0; index < names.length; index += 1) {
    const each = names[index];
    if (each && isAt(json, at + 1, end - 1, each.bytes)) return each.name;
  }
  // Written with escapes it may still be one of them.
  if (end > json.length || !hasEscape(json, at, end)) return undefined;
  const key = parsed(json, at, end);
  return names.find(({ name }) => key?.value === name)?.name;
}

function hasEscape(json: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (json[at] === backslash) return true;
  return false;
}

function isAt(json: Uint8Array, from: number, to: number, bytes: Uint8Array): boolean {
  if (to - from !== bytes.length) return false;
  for (let at = 0; at < bytes.length; at += 1) if (json[from + at] !== bytes[at]) return false;
  return true;
}

/** As in `JSON.parse` the last of several wins. @returns whether it could be read */
function readInto(found: Record<string, unknown>, name: string, json: Uint8Array, from: number, to: number): boolean {
  if (to > json.length) return false;
  if (json[from] === openBrace) found[name] = {};
  else if (json[from] === openBracket) found[name] = [];
  else {
    const read = parsed(json, from, to);
    if (!read) return false;
    found[name] = read.value;
  }
  return true;
}

function parsed(json: Uint8Array, from: number, to: number): { value: unknown } | null {
  try {
    const text = Buffer.from(json.buffer, json.byteOffset + from, to - from).toString('utf8');
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
