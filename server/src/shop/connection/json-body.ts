/**
 * Reads a body as JSON, as forgiving as a real shop needs and no more: byte order marks (a PHP file saved with one
 * puts it before every answer) and PHP's own warnings before the JSON are stepped over. What follows must parse whole;
 * a list that broke off must never be taken for a shorter one.
 * @returns the value, or undefined where it is not JSON
 */
export function readJsonBody(bytes: Uint8Array): { value: unknown } | undefined {
  const text = new TextDecoder().decode(bytes).replace(/^[\uFEFF\s]+/, '');
  return parse(text) ?? parseAfterWarnings(text);
}

function parse(text: string): { value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
}

/** `<br />\n<b>Warning</b>:  … on line <b>12</b><br />\n`, or the same without markup, as often as it comes. */
const phpWarnings =
  /^(?:\s|\uFEFF|<br ?\/?>|(?:<b>)?(?:Warning|Notice|Deprecated|Strict Standards)(?:<\/b>)?:[^\n]{0,4000}\n)+/;

/** Only at the very end of the warnings, never at the next bracket: a broken list holds whole lists inside. */
function parseAfterWarnings(text: string): { value: unknown } | undefined {
  const warnings = phpWarnings.exec(text)?.[0];
  if (warnings === undefined) return undefined;
  const rest = text.slice(warnings.length);
  return /^[[{]/.test(rest) ? parse(rest) : undefined;
}
