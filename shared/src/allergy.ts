/** A piece of a text; `allergy` marks the words a cook must not overlook. */
export interface TextPiece {
  text: string;
  allergy: boolean;
}

/**
 * Finds words of allergy and intolerance, in Spanish and English, in what a guest wrote (notes and options; not in
 * names of dishes, where "gluten" is on the menu). Rather one too many than one too few.
 * @param extra the kitchen's own words, sought besides (`KitchenSetup.allergyWords`)
 * @returns the whole text in pieces; joined they are the text, in Unicode's composed form
 */
export function splitAllergy(text: string, extra: readonly string[] = none): TextPiece[] {
  const pieces: TextPiece[] = [];
  const whole = text.normalize('NFC');
  let end = 0;
  for (const match of whole.matchAll(wordsOf(extra))) {
    if (match.index > end) pieces.push({ text: whole.slice(end, match.index), allergy: false });
    pieces.push({ text: match[0], allergy: true });
    end = match.index + match[0].length;
  }
  if (end < whole.length) pieces.push({ text: whole.slice(end), allergy: false });
  return pieces;
}

/** Whether a text speaks of an allergy or intolerance. */
export function speaksOfAllergy(text: string, extra: readonly string[] = none): boolean {
  return text.normalize('NFC').search(wordsOf(extra)) >= 0;
}

const none: readonly string[] = [];

const stems = [
  'al[eé]rg\\p{L}*',
  'allerg\\p{L}*',
  'intoleran\\p{L}*',
  'cel[ií]ac\\p{L}*',
  'coeliac\\p{L}*',
  'anafil\\p{L}*',
  'anaph?yl\\p{L}*',
  'epi-?pen\\p{L}*',
  '(?:sin|without|no)\\s+(?:gluten|lactosa|lactose)',
  'gluten(?:[- ]?free)?',
  'lactos[ae](?:[- ]?free)?',
  'frutos?\\s+secos?',
  '(?:pea|hazel|wal|chest)?nuts?',
  'nue(?:z|ces)',
  'cacahuetes?',
  'cacahuates?',
  'man[ií](?:es)?',
  'mariscos?',
  'crust[aá]ceos?',
  'shellfish',
  's[eé]samo',
  'sesame',
];

const knownWord = new RegExp(`^(?:${stems.join('|')})$`, 'iu');

/** Kept for each list of a kitchen's words, which stays the same between changes of the settings. */
const expressions = new WeakMap<readonly string[], RegExp>();

function wordsOf(extra: readonly string[]): RegExp {
  const known = expressions.get(extra);
  if (known) return known;
  // What is known anyway is left to the built-in words, which say more: "gluten" finds "gluten-free".
  const own = extra.filter((word) => !knownWord.test(word.normalize('NFC').trim())).map(stemOf);
  const longestFirst = own.filter((stem) => stem !== '').toSorted((a, b) => b.length - a.length);
  const made = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...longestFirst, ...stems].join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  expressions.set(extra, made);
  return made;
}

/** A kitchen's word as written, in the plural too, however its words are spaced. */
function stemOf(word: string): string {
  const parts = word.normalize('NFC').trim().split(/\s+/u);
  const escaped = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)).join(String.raw`\s+`);
  return escaped && `${escaped}(?:e?s)?`;
}
