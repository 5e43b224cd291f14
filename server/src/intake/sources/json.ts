/** Deeper than any shop's body (recorded ones reach 7), shallower than anything that costs more than it weighs. */
const maxDepth = 200;
/** Up to here no depth is dear enough to look for. */
const careFromBytes = 64 * 1024;

/**
 * Reads JSON from raw bytes; never throws.
 * @returns the value, or a fault of a few words that holds nothing of the content
 */
export function readJson(rawBody: Uint8Array): { ok: true; value: unknown } | { ok: false; fault: string } {
  if (rawBody.byteLength > careFromBytes && isTooDeep(rawBody)) return { ok: false, fault: 'nested too deeply' };
  try {
    const text = Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength).toString('utf8');
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return { ok: true, value };
  } catch {
    // The error's own message quotes the body.
    return { ok: false, fault: rawBody.byteLength === 0 ? 'empty body' : 'not JSON' };
  }
}

const quote = 0x22;
const backslash = 0x5c;
/** `[` and `{`, `]` and `}` differ in this bit only. */
const braceBit = 0x20;

function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if ((byte | braceBit) === 0x7b) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if ((byte | braceBit) === 0x7d) depth -= 1;
  }
  return false;
}
