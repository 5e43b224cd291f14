import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RawAnswer } from './read-answer.ts';

const folder = join(import.meta.dirname, '../../../../e2e/fixtures/woocommerce/rest-api');
const captureSchema = z.object({ status: z.number(), rawHeaders: z.array(z.string()), bodyBase64: z.string() });

/** One recorded answer of a real shop's REST API, by its name in the fixtures' README. */
export function readRestCapture(name: string): RawAnswer {
  const recorded: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const { status, rawHeaders, bodyBase64 } = captureSchema.parse(recorded);
  const headers: Record<string, string> = {};
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers[(rawHeaders[at] ?? '').toLowerCase()] = rawHeaders[at + 1] ?? '';
  return { status, headers, bytes: Buffer.from(bodyBase64, 'base64') };
}
