/** What is told of a call that failed. */
export interface CallFailure {
  /** The answer's status; null where there was no answer. */
  statusCode: number | null;
  /** The network's word for it, such as ECONNRESET; null where there was an answer. */
  code: string | null;
  /** The beginning of the answer's body, without the key. */
  bodyText: string;
  retryAfterMs: number | null;
}

/**
 * A call to the provider that did not succeed. It holds no request, no headers and no cause, because those carry the
 * API key. Read it by its fields, not by `instanceof`: a test runner may load this file twice.
 */
export class OneSignalCallError extends Error implements CallFailure {
  override readonly name = 'OneSignalCallError';
  readonly statusCode: number | null;
  readonly code: string | null;
  readonly bodyText: string;
  readonly retryAfterMs: number | null;
  constructor({ statusCode, code, bodyText, retryAfterMs }: CallFailure) {
    super(statusCode === null ? `OneSignal was not reached: ${code}` : `OneSignal answered ${statusCode}`);
    this.statusCode = statusCode;
    this.code = code;
    this.bodyText = bodyText;
    this.retryAfterMs = retryAfterMs;
  }
}
