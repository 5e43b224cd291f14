import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { GivenSecrets } from '../config.ts';

export interface Secrets {
  apiKey: string;
  webhookSecret: string;
  hookdeckSecret: string | null;
  oneSignalKey: string | null;
  shopKeys: { key: string; secret: string } | null;
  /** Seals what is kept in the database and must not be read there: 32 bytes, base64url. */
  sealKey: string;
}

const storedSchema = z.object({
  apiKey: z.string().min(16),
  webhookSecret: z.string().min(8),
  /** Files of the first edition have none. */
  sealKey: z.string().length(43).optional(),
});
type Stored = z.infer<typeof storedSchema> & { sealKey: string };

/**
 * The secrets in force: what the owner gave, else what was made on first start and lies in the data folder, readable
 * by the owner only.
 * @throws an Error with a sentence if the folder or the file cannot be used
 */
export function openSecrets(dataDir: string, given: GivenSecrets): Secrets {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'secrets.json');
  const stored = existsSync(path) ? readStored(path) : makeStored(path);
  return {
    apiKey: given.apiKey ?? stored.apiKey,
    webhookSecret: given.webhookSecret ?? stored.webhookSecret,
    hookdeckSecret: given.hookdeckSecret,
    oneSignalKey: given.oneSignalKey,
    shopKeys: given.shopKeys,
    sealKey: stored.sealKey,
  };
}

function readStored(path: string): Stored {
  chmodSync(path, 0o600);
  const parsed = storedSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (parsed.success) {
    const { sealKey } = parsed.data;
    return sealKey === undefined ? keep(path, { ...parsed.data, sealKey: newSealKey() }) : { ...parsed.data, sealKey };
  }
  throw new Error(
    `${path} is not readable as Kasera’s secrets. Restore it from a backup, or delete it to have new ones made.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function makeStored(path: string): Stored {
  return keep(path, {
    apiKey: `ks_${randomBytes(24).toString('base64url')}`,
    webhookSecret: randomBytes(24).toString('base64url'),
    sealKey: newSealKey(),
  });
}

const newSealKey = (): string => randomBytes(32).toString('base64url');

/** Whole or not at all, whenever the power goes. */
function keep(path: string, stored: Stored): Stored {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w', 0o600);
  writeSync(file, `${JSON.stringify(stored, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(partial, path);
  return stored;
}

/** The board link's key and the cookie it is swapped for: each from the API key, so that none reveals another. */
export interface DerivedKeys {
  boardKey: string;
  cookie: string;
}

export function deriveKeys(apiKey: string): DerivedKeys {
  const derive = (purpose: string) => createHmac('sha256', apiKey).update(purpose).digest('base64url');
  return { boardKey: derive('kasera board link').slice(0, 32), cookie: derive('kasera board session') };
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
