import type { Dice } from './dice.ts';

/** Stands wherever a person's name or words are replaced: it may turn up on the board, and never in a log. */
export const canary = 'Zurriaga-Canary';

/**
 * Changes a JSON document in a few places: other types, other sizes, missing and unexpected fields; then, at times, the
 * text itself, with what no object can hold.
 * @returns text that is mostly JSON
 */
export function mutateJson(value: unknown, dice: Dice): string {
  const root: Parent = { root: structuredClone(value) };
  for (let left = 1 + dice.below(4); left > 0; left -= 1) mutateSomewhere(root, dice);
  const text = JSON.stringify(root['root']) ?? '';
  return dice.chance(0.3) ? dice.pick(textMutations)(text, dice) : text;
}

type Parent = Record<string, unknown> | unknown[];

function mutateSomewhere(root: Parent, dice: Dice): void {
  let parent = root;
  let key: string = Array.isArray(root) ? '0' : 'root';
  for (let depth = 0; depth < 6; depth += 1) {
    const child = read(parent, key);
    const keys = isParent(child) ? Object.keys(child) : [];
    if (!isParent(child) || keys.length === 0 || (depth > 0 && dice.chance(0.25))) break;
    parent = child;
    key = dice.pick(keys);
  }
  dice.pick(nodeMutations)(parent, key, dice);
}

type NodeMutation = (parent: Parent, key: string, dice: Dice) => void;

const nodeMutations: readonly NodeMutation[] = [
  (parent, key, dice) => write(parent, key, oddValue(key, dice)),
  (parent, key, dice) => write(parent, key, oddValue(key, dice)),
  (parent, key, dice) => write(parent, key, otherType(read(parent, key), dice)),
  (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  },
  (parent, key, dice) => {
    if (!Array.isArray(parent)) write(parent, dice.pick(oddKeys), read(parent, key));
  },
  (parent, key, dice) => {
    const child = read(parent, key);
    if (Array.isArray(child) && child.length > 0) write(parent, key, repeat(child, 1 + dice.below(60)));
  },
  (parent, key, dice) => write(parent, key, nested(10 + dice.below(400), dice)),
];

const oddKeys = ['constructor', 'toString', 'hasOwnProperty', '', 'length', '\u0000', 'a'.repeat(5_000), '$ref'];

/** What people write and say: there the canary stands. */
const personal = /name|note|address|email|phone|company|value/;

function oddValue(key: string, dice: Dice): unknown {
  const value = dice.pick(oddValues);
  const made: unknown = typeof value === 'function' ? value(dice) : value;
  return typeof made === 'string' && personal.test(key) ? `${canary} ${made}` : made;
}

/** Values as they are; a function makes one. */
const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  -0,
  -1,
  0.1,
  1e308,
  -1e308,
  5e-324,
  2 ** 53 + 2,
  -(2 ** 63),
  '',
  ' ',
  '0',
  '-1',
  'NaN',
  'Infinity',
  '1e999',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud83d',
  '\u202e\u2066\ufeff\u200b',
  '﷽'.repeat(50),
  'e\u0301'.repeat(500),
  '<script>alert(1)</script>',
  '&amp;amp;lt;&#x0;&#1114112;&#xd800;&notanentity;',
  "'; drop table orders; --",
  '${7*7}{{7*7}}%n%s',
  '__proto__',
  '2026-13-45T99:99:99',
  '9999-12-31T23:59:59',
  '-000001-01-01T00:00:00',
  '0000-00-00T00:00:00',
  'processing',
  'cancelled',
  'trash',
  'wc-processing',
  [],
  {},
  [null],
  [[]],
  ({ below }: Dice) => 'x'.repeat(below(100_000)),
  ({ below }: Dice) => '<'.repeat(below(20_000)),
  ({ below }: Dice) => '&'.repeat(below(20_000)),
  ({ below }: Dice) => `${below(2 ** 31)}`.repeat(50),
  ({ below }: Dice) => below(2 ** 31),
  ({ random }: Dice) => random() * 1e21,
];

function otherType(value: unknown, dice: Dice): unknown {
  const ways: readonly (() => unknown)[] = [
    () => [value],
    () => ({ value }),
    () => (typeof value === 'string' ? Number(value) : String(value)),
    () => JSON.stringify(value),
    () => (typeof value === 'string' ? value.slice(0, 200).split('') : 0),
    () => (typeof value === 'number' ? value * -1e10 : null),
  ];
  return dice.pick(ways)();
}

function nested(depth: number, dice: Dice): unknown {
  const asList = dice.chance(0.5);
  let value: unknown = 0;
  for (let left = depth; left > 0; left -= 1) value = asList ? [value] : { a: value };
  return value;
}

type TextMutation = (text: string, dice: Dice) => string;

const textMutations: readonly TextMutation[] = [
  (text) => text.replace('{', '{"__proto__":{"status":"processing","polluted":true},'),
  (text) => text.replace('{', '{"constructor":{"prototype":{"polluted":true}},'),
  (text) => text.replace('{', '{"id":1,"id":2,"status":"pending","status":"processing",'),
  (text) => text.replace(/\d+/, '1e999999'),
  (text) => text.replace(/\d+/, '9'.repeat(5_000)),
  (text) => text.replace(/"[^"]*"/, '"\\ud83d"'),
  (text) => text.replace(/"[^"]*"/, '"\\u0000\\uffff"'),
  (text) => text.replaceAll('"', "'"),
  (text) => `\ufeff${text}`,
  (text) => `${text}${text}`,
  (text) => ` \n\t${text}\u00a0`,
  (text) => text.replaceAll(':', ': '.repeat(3)),
  (text, { below }) => '['.repeat(below(100_000)) + text,
  (text, { below }) => wrapped(text, below(3_000)),
  (_text, { below }) => '{"a":'.repeat(below(50_000)),
  (text) => `NaN${text}`,
  () => 'null',
  () => '0',
  () => '"text"',
  () => '[]',
  () => '{}',
];

function wrapped(text: string, depth: number): string {
  return `${'['.repeat(depth)}${text}${']'.repeat(depth)}`;
}

function repeat<T>(list: readonly T[], times: number): T[] {
  return Array.from({ length: times }, () => list)
    .flat()
    .slice(0, 2_000);
}

function isParent(value: unknown): value is Parent {
  return typeof value === 'object' && value !== null;
}

function read(parent: Parent, key: string): unknown {
  return Object.entries(parent).find(([name]) => name === key)?.[1];
}

function write(parent: Parent, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}
