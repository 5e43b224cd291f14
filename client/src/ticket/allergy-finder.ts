import { splitAllergy, type TextPiece } from '@kasera/shared/allergy.ts';

/** Finds words of allergy: those every kitchen knows, and those this one named in its settings. */
export interface AllergyFinder {
  speaks(text: string): boolean;
  /** The whole text in pieces; joined they are the text, in Unicode's composed form. */
  split(text: string): TextPiece[];
}

/** @param ownWords the kitchen's own, as somebody typed them: with or without accents, in the singular or the plural */
export function allergyFinder(ownWords: readonly string[]): AllergyFinder {
  const own = patternOf(ownWords);
  const split = (text: string) => {
    const pieces = splitAllergy(text);
    return own ? pieces.flatMap((piece) => (piece.allergy ? [piece] : splitBy(own, piece.text))) : pieces;
  };
  return { split, speaks: (text) => split(text).some((piece) => piece.allergy) };
}

function splitBy(pattern: RegExp, text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), allergy: false });
    pieces.push({ text: match[0], allergy: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), allergy: false });
  return pieces;
}

/** Null where the kitchen named none. */
function patternOf(words: readonly string[]): RegExp | null {
  const all = words.map((word) => word.trim()).filter(Boolean);
  if (all.length === 0) return null;
  const longestFirst = all.toSorted((a, b) => b.length - a.length).map(anyAccent);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu');
}

const vowels: Record<string, string> = { a: '[aáàâä]', e: '[eéèêë]', i: '[iíìîï]', o: '[oóòôö]', u: '[uúùûü]' };

/** People write "sulfitos" and "proteína" with accents or without. */
function anyAccent(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0302\u0308]/gu, '')
    .normalize('NFC');
  return plain
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replace(/\s+/gu, '\\s+')
    .replace(/[aeiou]/giu, (letter) => vowels[letter.toLowerCase()] ?? letter);
}
