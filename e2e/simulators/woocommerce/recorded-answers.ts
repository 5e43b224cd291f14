import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A recorded answer of the REST API. */
export interface RecordedAnswer {
  request: { method: string; url: string; auth: string; body?: unknown };
  status: number;
  statusMessage: string;
  /** Name and value in turn. */
  rawHeaders: string[];
  bodyBase64: string;
}

/** Reads a recorded answer by its name in `fixtures/woocommerce/rest-api`. */
export function readRestAnswer(name: string): RecordedAnswer {
  const path = join(import.meta.dirname, '../../fixtures/woocommerce/rest-api', `${name}.json`);
  const answer: RecordedAnswer = JSON.parse(readFileSync(path, 'utf8'));
  return answer;
}

/** The body of a recorded answer, JSON text. */
export function readRestBody(name: string): string {
  return Buffer.from(readRestAnswer(name).bodyBase64, 'base64').toString('utf8');
}
