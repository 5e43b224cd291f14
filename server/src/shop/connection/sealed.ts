import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

/** What a sealed text is bound to: opened elsewhere than where it was put, it does not open. */
export interface SealContext {
  source: string;
  url: string;
}

export interface Seal {
  seal(text: string, context: SealContext): string;
  /** The text, or null where it was sealed with another key, for another place, or was changed. */
  open(sealed: string, context: SealContext): string | null;
}

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals what lies in the database and must not be read there (AES-256-GCM).
 * @param sealKey 32 bytes, base64url, kept outside the database
 * @param random as many random bytes as asked for; a nonce never comes twice
 */
export function createSeal(sealKey: string, random: (bytes: number) => Uint8Array): Seal {
  const key = Buffer.from(sealKey, 'base64url');
  return {
    seal(text, context) {
      const nonce = random(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
      cipher.setAAD(boundTo(context));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`;
    },
    open(sealed, context) {
      if (!sealed.startsWith('v1.')) return null;
      const bytes = Buffer.from(sealed.slice(3), 'base64url');
      if (bytes.length < nonceBytes + tagBytes) return null;
      const nonce = bytes.subarray(0, nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(boundTo(context));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** A mark by which a secret is known again, and which says nothing of it without the seal's key. */
export function markOf(secret: string, sealKey: string): string {
  return createHmac('sha256', sealKey).update(secret).digest('base64url').slice(0, 22);
}

function boundTo({ source, url }: SealContext): Buffer {
  return Buffer.from(JSON.stringify([source, url]));
}
