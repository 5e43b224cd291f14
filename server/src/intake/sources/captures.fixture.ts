import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SourceHeaders } from './source.ts';

/** The secret every recorded delivery was signed with. */
export const capturesSecret = 'kitchen-test-secret';

export interface Capture {
  name: string;
  body: Buffer;
  headers: SourceHeaders;
}

const folder = join(import.meta.dirname, '../../../../e2e/fixtures/woocommerce');
const captureSchema = z.object({ rawHeaders: z.array(z.string()), bodyBase64: z.string() });

/** One recorded delivery, by its name in the fixtures' README. */
export function readCapture(name: string): Capture {
  return toCapture(name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
}

/** Every recorded delivery, those of the sequences included. */
export function readAllCaptures(): Capture[] {
  const names = (path: string): string[] =>
    readdirSync(path)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length));
  const sequences = names(join(folder, 'sequences')).flatMap((name) => {
    const entries: unknown = JSON.parse(readFileSync(join(folder, 'sequences', `${name}.json`), 'utf8'));
    return z
      .array(z.unknown())
      .parse(entries)
      .map((entry, index) => toCapture(`sequences/${name}[${index}]`, entry));
  });
  return [...names(folder).map(readCapture), ...sequences];
}

function toCapture(name: string, recorded: unknown): Capture {
  const { rawHeaders, bodyBase64 } = captureSchema.parse(recorded);
  const headers: Record<string, string> = {};
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers[(rawHeaders[at] ?? '').toLowerCase()] = rawHeaders[at + 1] ?? '';
  return { name, body: Buffer.from(bodyBase64, 'base64'), headers };
}
