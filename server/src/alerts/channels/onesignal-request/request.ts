import axios, { isAxiosError, type AxiosResponse } from 'axios';
import { OneSignalCallError } from './call-error.ts';
import { parseRetryAfter } from './retry-after.ts';

/**
 * Stands in for the deprecated `request` under onesignal-node (server/decisions/002): the few things that library
 * asks of it, carried over axios, with what it lacks: a time limit, `Retry-After`, today's authorization scheme, and
 * no API key in anything that comes back.
 */

/** The whole call, answer's body included, takes no longer. */
const timeLimitMs = 10_000;
/** Answers of OneSignal are a few hundred bytes. */
const maxAnswerBytes = 256 * 1024;
const maxErrorTextLength = 2_000;

/** What onesignal-node gives. */
export interface CallOptions {
  uri: string;
  method: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** What onesignal-node hands on to its caller: never the request, which holds the key. */
export interface CallAnswer {
  statusCode: number;
  /** Parsed where it is JSON, else text. */
  body: unknown;
  headers: Record<string, unknown>;
}

export type CallResponse = CallAnswer & { toJSON(): CallAnswer };
export type CallBack = (error: Error | null, response?: CallResponse) => void;

/**
 * Makes the call and tells the outcome once: a response (status below 300), or an {@link OneSignalCallError}.
 */
export function request(options: CallOptions, callback: CallBack): void {
  call(options).then(
    (answer) => callback(null, { ...answer, toJSON: () => answer }),
    (error: unknown) => callback(error instanceof OneSignalCallError ? error : unexpected()),
  );
}

// `require('request')` in onesignal-node gets this function itself.
export { request as 'module.exports' };

async function call(options: CallOptions): Promise<CallAnswer> {
  const response = await exchange(options);
  const headers = Object.fromEntries(Object.entries(response.headers));
  if (response.status < 300) return { statusCode: response.status, body: parseJson(response.data), headers };
  throw new OneSignalCallError({
    statusCode: response.status,
    code: null,
    bodyText: withoutKey(response.data, options.headers).slice(0, maxErrorTextLength),
    retryAfterMs: parseRetryAfter(headers['retry-after'], Date.now()),
  });
}

async function exchange(options: CallOptions): Promise<AxiosResponse<string>> {
  try {
    return await axios.request<string>({
      url: options.uri,
      method: options.method,
      headers: { Accept: 'application/json', ...options.headers, Authorization: todaysScheme(options.headers) },
      ...(options.body === undefined ? {} : { data: JSON.stringify(options.body) }),
      transformRequest: [(data: unknown) => data],
      transformResponse: [(data: unknown) => data],
      responseType: 'text',
      timeout: timeLimitMs,
      signal: AbortSignal.timeout(timeLimitMs),
      maxRedirects: 0,
      maxContentLength: maxAnswerBytes,
      validateStatus: () => true,
    });
  } catch (error) {
    // axios hangs the request, key and all, on its errors: only the code goes on.
    // eslint-disable-next-line preserve-caught-error
    throw new OneSignalCallError({ statusCode: null, code: codeOf(error), bodyText: '', retryAfterMs: null });
  }
}

/** onesignal-node writes `Basic <key>`; OneSignal's own scheme is `Key <key>`. */
function todaysScheme(headers: Record<string, string>): string {
  return (headers['Authorization'] ?? '').replace(/^Basic /, 'Key ');
}

function withoutKey(text: unknown, headers: Record<string, string>): string {
  const key = (headers['Authorization'] ?? '').replace(/^\S+ /, '');
  const body = typeof text === 'string' ? text : '';
  return key === '' ? body : body.replaceAll(key, '[key]');
}

function codeOf(error: unknown): string {
  if (!isAxiosError(error)) return 'UNEXPECTED';
  if (error.code === 'ERR_CANCELED' || error.code === 'ECONNABORTED') return 'ETIMEDOUT';
  return error.code ?? 'UNKNOWN';
}

function unexpected(): OneSignalCallError {
  return new OneSignalCallError({ statusCode: null, code: 'UNEXPECTED', bodyText: '', retryAfterMs: null });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
