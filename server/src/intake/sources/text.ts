import { decodeEntities } from './entities.ts';

/** What a text may take on a ticket; the rest is cut and said. */
export interface TextLimits {
  maxCharacters: number;
  /** Keeps line breaks (a note); otherwise everything is one line. */
  lines: boolean;
}

/**
 * Turns a text of the shop into what a person would read: tags removed, entities decoded once, a lone `<` kept,
 * control characters and direction overrides dropped, half surrogates replaced. Costs time linear in the text.
 * @param text anything; numbers are written out, all else is ''
 * @returns plain text, never to be taken for markup; cut texts end in `… [+n]`, n being the characters left out
 */
export function readableText(text: unknown, limits: TextLimits): string {
  if (typeof text === 'number') return String(text);
  if (typeof text !== 'string' || text === '') return '';
  if (plainAscii.test(text)) return cut(text.trim(), limits.maxCharacters);
  const marked = text.includes('<') ? removeTags(text) : text;
  const decoded = marked.includes('&') ? decodeEntities(marked) : marked;
  return cut(tidy(decoded.toWellFormed(), limits.lines), limits.maxCharacters);
}

/** One line, as for a name. */
export const lineOf = (text: unknown, maxCharacters = 200): string =>
  readableText(text, { maxCharacters, lines: false });

/** Nothing in it could need work: the common case costs one scan. */
const plainAscii = /^[!-%'-;=-~]+(?: [!-%'-;=-~]+)*$/;

/**
 * What a browser takes for a tag: a name, then blank, `/` or the end. `<3`, `< 6`, `<ana@example.test>` are text.
 * Every part excludes `<`, so no start is scanned twice.
 */
const tag = /<(\/?)([a-z][a-z0-9:-]*)(?:[\s/][^<>]*)?>|<[!?][^<>]*>/gi;
/** The two elements whose content is no text. */
const unseen = /<(\/?)(script|style)(?:[\s/][^<>]*)?>/gi;
const breaking = /^(?:br|p|div|li|ul|ol|tr|table|h[1-6]|hr|blockquote|section|article)$/i;

function removeTags(text: string): string {
  return removeUnseen(text).replace(tag, (_tag, _slash, name: string | undefined) =>
    name !== undefined && breaking.test(name) ? '\n' : '',
  );
}

/** Cuts `<script>…</script>`; one that never ends loses only its tag. */
function removeUnseen(text: string): string {
  let kept = '';
  let from = 0;
  let within: { element: string; since: number } | null = null;
  for (const { index, 0: whole, 1: slash, 2: element = '' } of text.matchAll(unseen)) {
    if (within === null && slash === '') within = { element: element.toLowerCase(), since: index };
    else if (within !== null && slash === '/' && within.element === element.toLowerCase()) {
      kept += text.slice(from, within.since);
      from = index + whole.length;
      within = null;
    }
  }
  return kept + text.slice(from);
}

const lineBreaks = /\r\n?|[\u2028\u2029\v\f]/g;
// Characters that show nothing and hide, move or reverse what stands around them. Joiners stay: emoji need them.
const invisible =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

function tidy(text: string, lines: boolean): string {
  const clean = text.replace(lineBreaks, '\n').replace(invisible, '');
  if (!lines) return clean.replace(/\s+/g, ' ').trim();
  return clean
    .split('\n')
    .map((line) => line.replace(/[\t ]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function cut(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const last = text.charCodeAt(maxCharacters - 1);
  const at = last >= 0xd800 && last <= 0xdbff ? maxCharacters - 1 : maxCharacters;
  return `${text.slice(0, at)}… [+${text.length - at}]`;
}
