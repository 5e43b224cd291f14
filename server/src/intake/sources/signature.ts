import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/**
 * Makes the check of one secret.
 * @param secret the shared secret as both sides hold it, UTF-8
 * @returns a function that says whether `given` is base64(HMAC-SHA256(body, secret)); its time does not depend on how
 * much of `given` is right
 */
export function createSignatureCheck(secret: string): (body: Uint8Array, given: string) => boolean {
  const key = createSecretKey(Buffer.from(secret, 'utf8'));
  return (body, given) => {
    const expected = Buffer.from(createHmac('sha256', key).update(body).digest('base64'));
    const shown = Buffer.from(given);
    // The right length is no secret.
    return shown.length === expected.length && timingSafeEqual(shown, expected);
  };
}

/**
 * Undoes what WordPress did to a secret: it signs with the HTML entities of the five special characters decoded.
 * Each entity is decoded once (`&amp;lt;` is `&lt;`).
 */
export function decodeSecret(secret: string): string {
  return secret.replace(/&(amp|lt|gt|quot|#0*(?:34|38|39|60|62)|#x0*(?:22|26|27|3c|3e));/gi, (entity, name: string) => {
    const named = specialCharacters[name];
    if (named !== undefined) return named;
    if (!name.startsWith('#')) return entity;
    const hex = name[1] === 'x' || name[1] === 'X';
    return String.fromCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10));
  });
}

const specialCharacters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
