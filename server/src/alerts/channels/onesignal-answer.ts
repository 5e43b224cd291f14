import { z } from 'zod';
import type { SendOutcome } from './channel.ts';

/** What OneSignal's answers and our call errors mean for a delivery. */

const answerSchema = z.looseObject({
  id: z.string().nullish(),
  errors: z.unknown().optional(),
  warnings: z.unknown().optional(),
});

const failureSchema = z.object({
  name: z.literal('OneSignalCallError'),
  statusCode: z.number().nullable(),
  code: z.string().nullable(),
  bodyText: z.string(),
  retryAfterMs: z.number().nullable(),
});

const maxTextLength = 300;
/** The network's words for "nobody was there": nothing can have arrived. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPROTO']);
/** Statuses by which the provider says it did not take it. */
const notTaken = new Set([408, 425, 429, 503]);

/** Reads an answer below 300. Without an id nothing was sent, whatever the status says. */
export function readAnswer(status: number, body: unknown): SendOutcome {
  const answer = answerSchema.safeParse(body);
  if (!answer.success) {
    const error = `answered ${status} with something that is not OneSignal's`;
    return { type: 'retry', status, retryAfterMs: null, error, mayHaveArrived: true };
  }
  const { id, errors, warnings } = answer.data;
  const said = textsOf(errors);
  if (!id) return { type: 'nobody', status, reason: joined(said) || 'OneSignal named no reason' };
  return { type: 'sent', providerId: id.slice(0, 100), status, warnings: textsOf(warnings), invalid: said };
}

/** Reads what the call threw: an answer from 300 on, or no answer. */
export function readFailure(error: unknown): SendOutcome {
  const failure = failureSchema.safeParse(error);
  if (!failure.success)
    return { type: 'retry', status: null, retryAfterMs: null, error: 'unexpected failure', mayHaveArrived: true };
  const { statusCode: status, code, bodyText, retryAfterMs } = failure.data;
  if (status === null) {
    const name = code ?? 'UNKNOWN';
    const mayHaveArrived = !neverLeft.has(name);
    return { type: 'retry', status, retryAfterMs, error: `no answer: ${name}`, mayHaveArrived };
  }
  const said = joined(errorsOf(bodyText)) || `answered ${status}`;
  if (status >= 500 || notTaken.has(status))
    return { type: 'retry', status, retryAfterMs, error: said, mayHaveArrived: !notTaken.has(status) };
  return { type: 'refused', status, error: said };
}

/** The texts in OneSignal's `errors`: a list of strings or of objects, or an object of lists by kind. */
function textsOf(errors: unknown): string[] {
  if (errors === undefined || errors === null) return [];
  if (typeof errors === 'string') return [errors.slice(0, maxTextLength)];
  if (Array.isArray(errors)) return errors.slice(0, 20).flatMap(textsOf);
  if (typeof errors !== 'object') return [];
  const { title, message } = errors as { title?: unknown; message?: unknown };
  const text = [title, message].find((each) => typeof each === 'string');
  if (typeof text === 'string') return [text.slice(0, maxTextLength)];
  return Object.entries(errors).map(([kind, value]) => `${kind}: ${JSON.stringify(value)}`.slice(0, maxTextLength));
}

/** The errors of a body as it came; of one that is not JSON (a gateway's page) nothing is repeated. */
function errorsOf(bodyText: string): string[] {
  try {
    const body = answerSchema.safeParse(JSON.parse(bodyText));
    return body.success ? textsOf(body.data.errors) : [];
  } catch {
    return [];
  }
}

function joined(texts: readonly string[]): string {
  return texts.join('; ').slice(0, maxTextLength);
}
