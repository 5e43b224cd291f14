/** A piece of a text; `allergy` marks the words a cook must not overlook. */
export interface TextPiece {
  text: string;
  allergy: boolean;
}

/**
 * Finds words of allergy and intolerance, in Spanish and English, in what a guest wrote (notes and options; not in
 * names of dishes, where "gluten" is on the menu). Rather one too many than one too few.
 * @returns the whole text in pieces; joined they are the text, in Unicode's composed form
 */
export function splitAllergy(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  const whole = text.normalize('NFC');
  let end = 0;
  for (const match of whole.matchAll(allergyWords)) {
    if (match.index > end) pieces.push({ text: whole.slice(end, match.index), allergy: false });
    pieces.push({ text: match[0], allergy: true });
    end = match.index + match[0].length;
  }
  if (end < whole.length) pieces.push({ text: whole.slice(end), allergy: false });
  return pieces;
}

/** Whether a text speaks of an allergy or intolerance. */
export function speaksOfAllergy(text: string): boolean {
  return text.normalize('NFC').search(allergyWords) >= 0;
}

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
const allergyWords = new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
