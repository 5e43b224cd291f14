import { phpJson } from '../simulators/woocommerce/php-json.ts';
import { canary } from './mutate-json.ts';
import type { Recorded } from './recorded.ts';

/** Fields of a recorded order that tell who somebody is. */
const personalFields = ['first_name', 'last_name', 'company', 'email', 'phone', 'address_1'];

/**
 * What may stand in no log: the names, addresses, telephone numbers and notes of the recorded orders, as they are and
 * as the shop's JSON writes them, and the canary of the mutations.
 */
export function personalWords(recorded: readonly Recorded[]): string[] {
  const words = new Set([canary]);
  for (const { body } of recorded) {
    const order: unknown = JSON.parse(body);
    for (const person of [field(order, 'billing'), field(order, 'shipping'), order]) {
      for (const name of personalFields) add(words, field(person, name));
    }
    add(words, field(order, 'customer_note'));
  }
  return [...words];
}

/** @returns the personal words a text holds, as whole words */
export function personalWordsIn(text: string, words: readonly string[]): string[] {
  const folded = text.toLowerCase();
  return words.filter((word) => isInside(folded, word.toLowerCase()));
}

function isInside(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

function add(words: Set<string>, value: unknown): void {
  if (typeof value !== 'string') return;
  const word = value.trim();
  // "Ana" and "M" stand in many an English word; they come with a second name that does not.
  if (word.length < 4) return;
  words.add(word);
  words.add(phpJson(word).slice(1, -1));
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
