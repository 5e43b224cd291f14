import type { ItemOption } from './order.ts';

/** What a cook does with an option: leave something out, put something on, or make it that way. */
export type OptionSign = 'minus' | 'plus' | 'plain';

export interface OptionLine {
  sign: OptionSign;
  /** The option as one would say it: "Sin cebolla", "Masa: Fina"; never empty. */
  text: string;
}

/**
 * Says an option of a dish as a line of the ticket. Shops write the same wish in many shapes: `Sin cebolla: Sí`,
 * `Sin: cebolla`, `Extra queso: +1,50 €`. A value that only says yes or names a price is left out; a declined one
 * ("Extra queso: No") is said in full and carries no sign, so that nobody puts on what was not wanted.
 * @returns null where there is nothing to say
 */
export function optionLine(option: ItemOption): OptionLine | null {
  const name = withoutPrice(option.name.trim());
  const value = option.value.trim();
  if (!name && !value) return null;
  if (!name) return { sign: signOf(value), text: value };
  if (!value || isYes(value) || isPrice(value)) return { sign: signOf(name), text: name };
  const sign = signOf(name);
  if (isNo(value)) return { sign: sign === 'plain' ? 'minus' : 'plain', text: `${name}: ${value}` };
  if (sign !== 'plain') return { sign, text: isSignAlone(name) ? inOnePhrase(name, value, sign) : `${name}: ${value}` };
  return { sign: isDiet(value) ? 'plain' : signOf(value), text: repeats(name, value) ? value : `${name}: ${value}` };
}

const minusWord =
  /^(?:sin|without|w\/o|no|hold|quitar|quita|menos|remove|nada de)(?=\s+[\p{L}\p{N}\p{Extended_Pictographic}]|\s*:|$)|^[-−–]\s*(?=\p{L})/iu;
const plusWord =
  /^(?:extras?|con|with|add|añadir|añade|más|mas|plus|doble|triple|double)(?=\s+[\p{L}\p{N}\p{Extended_Pictographic}]|\s*:|$)|^\+\s*(?=\p{L})/iu;

/** Pictures before the words ("🧅 Sin cebolla") say nothing of their own. */
const picturesBefore = /^[\p{Extended_Pictographic}\u{FE0F}\u{200D}\s]+/u;

function signOf(text: string): OptionSign {
  const words = text.replace(picturesBefore, '');
  if (minusWord.test(words)) return 'minus';
  return plusWord.test(words) ? 'plus' : 'plain';
}

/** "Sin" + "cebolla": the name is only the sign, so both read as one phrase. */
function isSignAlone(name: string): boolean {
  return /^(?:sin|without|no|extra|con|with|add|añadir|doble|double|triple|hold|quitar|remove)$/iu.test(name);
}

/** "Quitar" + "Sin cebolla": what says the same twice is said once. */
function inOnePhrase(name: string, value: string, sign: OptionSign): string {
  return signOf(value) === sign ? value : `${name} ${value}`;
}

/** "Masa" + "Masa sin gluten". */
function repeats(name: string, value: string): boolean {
  return value.toLowerCase().startsWith(`${name.toLowerCase()} `);
}

/** "Masa: Sin gluten" says how it is made; nothing is taken off it. */
function isDiet(value: string): boolean {
  return /\b(?:gluten|lactosa|lactose)\b/iu.test(value);
}

function isYes(value: string): boolean {
  return /^(?:s[ií]|yes|true|on|x|ok|1|✓|✔|☑)$/iu.test(value);
}

function isNo(value: string): boolean {
  return /^(?:no|none|false|off|0|ninguno|ninguna|nada|sin|without)$/iu.test(value);
}

const amount = String.raw`(?:(?:€|\$|£|eur|usd|gbp)\s*\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*\s*(?:€|\$|£|eur|usd|gbp))`;
const priceAlone = new RegExp(String.raw`^\(?\s*[+-]?\s*${amount}\s*\)?$`, 'iu');
const priceAtEnd = new RegExp(String.raw`\s*\(\s*[+-]?\s*${amount}\s*\)$`, 'iu');

function isPrice(value: string): boolean {
  return priceAlone.test(value);
}

function withoutPrice(name: string): string {
  return name.replace(priceAtEnd, '').replace(/\s*:$/u, '');
}
