/**
 * Decodes HTML entities, each one once: `&amp;lt;` becomes `&lt;`. Unknown ones stay as they are.
 * What decodes to no character (a half surrogate, beyond Unicode) is dropped.
 */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}[1-4]{0,2}));/g,
    (entity, decimal, hex, name) => {
      if (typeof name === 'string') return named.get(name) ?? entity;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? (code === 0xa0 ? ' ' : String.fromCodePoint(code)) : '';
    },
  );
}

/** The names of U+00A0 to U+00FF, in their order. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr ' +
  'deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const named: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ['nbsp', ' '],
  ['shy', ''],
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", euro: '€', hellip: '…', bull: '•' }),
  ...Object.entries({ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', trade: '™' }),
  ...Object.entries({ lsaquo: '‹', rsaquo: '›', oelig: 'œ', OElig: 'Œ', rarr: '→', larr: '←' }),
]);
