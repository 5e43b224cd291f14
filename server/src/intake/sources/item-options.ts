import type { ItemOption } from '@kasera/shared/order.ts';
import { lineOf } from './text.ts';
import type { Meta } from './woocommerce-payload.ts';

/**
 * The choices and add-ons of a line: variation attributes and plugins' meta alike. Keys beginning with `_` are the
 * shop's own bookkeeping. An option whose value is nothing but tags keeps its name.
 */
export function readOptions(metas: readonly Meta[]): ItemOption[] {
  const options: ItemOption[] = [];
  for (const meta of metas) {
    const key = meta.display_key ?? meta.key;
    if (meta.key.startsWith('_') || key.startsWith('_')) continue;
    const name = lineOf(key);
    const value = readValue(meta.display_value) || readValue(meta.value);
    if (name !== '' || value !== '') options.push({ name, value });
  }
  return options;
}

const maxValueCharacters = 1_000;
const maxEntries = 50;

/** Writes any value out in a line: lists with commas, fields as `name: value`. */
function readValue(value: unknown): string {
  return typeof value === 'object'
    ? lineOf(spell(value, 0), maxValueCharacters)
    : lineOf(said(value), maxValueCharacters);
}

function spell(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return lineOf(said(value), maxValueCharacters);
  if (depth > 3) return '…';
  const entries = Object.entries(value).filter(([key]) => !key.startsWith('_'));
  const parts = entries
    .slice(0, maxEntries)
    .map(([key, part]) => (Array.isArray(value) ? spell(part, depth + 1) : `${lineOf(key)}: ${spell(part, depth + 1)}`))
    .filter((part) => part !== '');
  if (entries.length > maxEntries) parts.push(`… [+${entries.length - maxEntries}]`);
  const list = parts.join(', ');
  return depth > 0 && !Array.isArray(value) ? `(${list})` : list;
}

const said = (value: unknown): unknown => (typeof value === 'boolean' ? (value ? '✓' : '–') : value);
