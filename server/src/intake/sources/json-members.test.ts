import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberNames, readMembers } from './json-members.ts';

const names = memberNames('id', 'status', 'line_items', 'ñ"\n');

/** What `JSON.parse` finds under the names, containers without their content. */
function expected(json: string): Record<string, unknown> | null {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const found: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (!names.some(({ name }) => name === key)) continue;
    found[key] = Array.isArray(member) ? [] : typeof member === 'object' && member !== null ? {} : member;
  }
  return found;
}

const key = fc.oneof(
  fc.constantFrom('id', 'status', 'line_items', 'ñ"\n', 'ID', 'i', 'idd'),
  fc.string({ unit: 'binary' }),
);
const value = fc.oneof(
  fc.jsonValue(),
  fc.string(),
  fc.constantFrom('}', '"', '\\', '\\"', '{"id":1}', '[', ']'),
  fc.integer(),
);
const document = fc.oneof(fc.jsonValue(), fc.dictionary(key, value), fc.dictionary(key, fc.dictionary(key, value)));
const spaces = fc.constantFrom(undefined, 1, '\t', '\r\n');

/** Every character of every text as an escape. */
const escaped = (json: string): string =>
  json.replace(/"(?:[^"\\]|\\.)*"/g, (text) => {
    const units = [...Array.from({ length: (JSON.parse(text) as string).length }).keys()];
    const content = JSON.parse(text) as string;
    return `"${units.map((at) => `\\u${content.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`;
  });

test('[IN7] finds in any JSON what a whole parse finds', () => {
  fc.assert(
    fc.property(document, spaces, fc.boolean(), (content, space, asEscapes) => {
      const plain = JSON.stringify(content, null, space);
      const json = asEscapes ? escaped(plain) : plain;
      for (const text of [json, ` \n${json}\t`, `\ufeff${json}`]) {
        expect(readMembers(Buffer.from(text), names)).toEqual(expected(json));
      }
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  '{"id":1,"id":"2"}',
  '{"id":-0.5e3}',
  '{"id":null}',
  '{"id" : true , "status":[{"id":7}]}',
  '{}',
  '[]',
  '""',
])('[IN7] finds in %s what a whole parse finds', (json) => {
  expect(readMembers(Buffer.from(json), names)).toEqual(expected(json));
});

test('[IN6] looks into any bytes without throwing, and takes nothing cut off for whole', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void readMembers(bytes, names)));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:\\ idn1')) }),
      (text) => void readMembers(Buffer.from(text), names),
    ),
  );
  const whole = Buffer.from('{"a":[{"b":"}"}],"status":"new","id":74}');
  for (let length = 0; length < whole.length; length++) {
    expect(readMembers(whole.subarray(0, length), names)).toBeNull();
  }
  expect(readMembers(Buffer.concat([whole, Buffer.from('x')]), names)).toBeNull();
});

test('[IN6] depth costs nothing', () => {
  const deep = Buffer.from(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)},"id":7}`);
  expect(readMembers(deep, names)).toEqual({ id: 7 });
});
