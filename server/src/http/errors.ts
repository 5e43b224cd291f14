import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { StorageError } from '../db/database.ts';
import type { Log } from '../ops/log.ts';
import { errorPage, wantsPage } from './error-page.ts';

/** An answer other than success, with a sentence for whoever asked. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What every error looks like outside. */
export function errorBody(code: string, message: string): { error: { code: string; message: string } } {
  return { error: { code, message } };
}

export const notFound: RequestHandler = (request) => {
  throw new HttpError(404, 'not-found', `There is nothing at ${request.method} ${request.path}.`);
};

/** The one error handler, last. A 5xx never shows its own message. */
export function createErrorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const known = knownError(error);
    if (!known) log.error({ error, method: request.method, path: request.path }, 'a request failed');
    const { status, code, message } = known ?? unknownError;
    if (status === 503) response.set('Retry-After', '5');
    response.status(status);
    if (wantsPage(request)) showPage({ code, status }, request, response);
    else response.json(errorBody(code, message));
  };
}

function showPage(error: { code: string; status: number }, request: Request, response: Response): void {
  const { html, refreshSeconds } = errorPage(error, request);
  response.set({ 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language' });
  if (refreshSeconds !== null) response.set('Refresh', `${refreshSeconds}`);
  response.type('html').send(html);
}

const unknownError = {
  status: 500,
  code: 'internal',
  message: 'Something went wrong inside Kasera; its log says more.',
};

function knownError(error: unknown): { status: number; code: string; message: string } | null {
  if (error instanceof HttpError) return error;
  if (error instanceof StorageError) {
    return {
      status: 503,
      code: 'cannot-store',
      message: 'The data folder cannot be written at the moment. Try again shortly.',
    };
  }
  // Faults of the request itself that Express or a body parser found (malformed path, bad JSON, too large).
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500) {
    return { status: error.status, code: 'bad-request', message: 'The request could not be read.' };
  }
  return null;
}
