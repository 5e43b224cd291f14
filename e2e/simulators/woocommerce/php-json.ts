/**
 * Writes JSON as WordPress does: everything beyond ASCII as \uXXXX and slashes as \/. Byte for byte what the recorded
 * deliveries hold.
 */
export function phpJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff/]/g, (character) =>
    character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
