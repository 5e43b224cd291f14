/** Why the server will not have this screen: its key is missing, or too many are connected already. */
export type WhyRefused = 'unauthorised' | 'too-many-connections';

/**
 * What a failed attempt to connect says of its reason.
 * @returns null: nothing; no server was reached, or something else answered in its place
 */
export function whyRefused(error: Error): WhyRefused | null {
  const code = codeOf(error);
  if (code === 'unauthorised' || code === tooMany) return code;
  return bodyOf(error)?.includes(tooMany) ? tooMany : null;
}

const tooMany = 'too-many-connections';

/** Whom the server has let as far as a sentence it gives one in `data`, which only its own errors have. */
function codeOf(error: Error): string | null {
  return textIn(fieldOf(error, 'data'), 'code');
}

/** Before that it answers over plain HTTP; the connection's error carries the request along. */
function bodyOf(error: Error): string | null {
  return textIn(fieldOf(error, 'context'), 'responseText');
}

function textIn(value: unknown, name: string): string | null {
  const found = fieldOf(value, name);
  return typeof found === 'string' ? found : null;
}

/** Also what an object has by inheritance, as a browser's requests do. */
function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
