import type { Response } from 'express';
import type { AppState } from './app-state.ts';
import type { Mode } from './mode.ts';
import { readNotification, type Notification } from './notification.ts';

/** A request as it came, whatever became of it. */
export interface RecordedRequest {
  at: number;
  method: string;
  path: string;
  authorization: string | undefined;
  bodyText: string;
}

export interface Exchange {
  request: RecordedRequest;
  response: Response;
  app: AppState;
  apiKey: string;
  appId: string;
}

/** Answers one request in a mode; a wrong key or a wrong body is found out in the modes in which the real one would. */
export function answerAs(mode: Mode, exchange: Exchange): void {
  const { response, request } = exchange;
  switch (mode.type) {
    case 'success':
    case 'not-sent':
    case 'invalid-aliases':
      return answerHonestly(mode, exchange);
    case 'bad-request':
      return answer(response, 400, {
        errors: mode.errors ?? ['Message Notifications must have English language content'],
      });
    case 'unauthorized':
      return answer(response, 401, { errors: ['Access denied. Please include a valid API key.'] });
    case 'forbidden':
      return answer(response, 403, { errors: ['This API key may not send from this address.'] });
    case 'rate-limited':
      response.set('Retry-After', mode.retryAfter ?? '30');
      return answer(response, 429, { errors: ['API rate limit exceeded'] });
    case 'unavailable':
      if (mode.retryAfter !== undefined) response.set('Retry-After', mode.retryAfter);
      return void response.status(503).end();
    case 'bad-gateway':
      return void response.status(502).type('html').send('<html><h1>502 Bad Gateway</h1></html>');
    case 'hang':
      return takeSilently(mode.accepted, exchange);
    case 'reset':
      takeSilently(mode.accepted, exchange);
      return void response.socket?.resetAndDestroy();
    case 'drip':
      return drip(response);
    case 'redirect':
      return response.redirect(302, mode.location);
    case 'foreign-page':
      return void response.type('html').send('<html>Welcome to the Wi-Fi of Bar Sol</html>');
    case 'huge':
      return answer(response, 200, { id: 'x'.repeat(mode.bytes) });
    case 'echo-key':
      return answer(response, 400, { errors: [`bad header: ${request.authorization}`] });
  }
}

function answerHonestly(
  mode: Extract<Mode, { type: 'success' | 'not-sent' | 'invalid-aliases' }>,
  exchange: Exchange,
): void {
  const { response, app } = exchange;
  const read = judge(exchange);
  if ('status' in read) return answer(response, read.status, { errors: read.errors });
  const notSubscribed = { id: '', errors: ['All included players are not subscribed'] };
  if (mode.type === 'not-sent') return answer(response, 200, notSubscribed);
  const { id, unknown, replayed } = app.accept(read.notification);
  if (id === '') return answer(response, 200, notSubscribed);
  if (replayed) response.set('Idempotent-Replayed', 'true');
  const invalid = mode.type === 'invalid-aliases' ? [...new Set([...unknown, ...mode.externalIds])] : unknown;
  answer(response, 200, {
    id,
    external_id: read.notification.idempotency_key ?? null,
    ...(invalid.length > 0 ? { errors: { invalid_aliases: { external_id: invalid } } } : {}),
  });
}

type Judgement = { notification: Notification } | { status: number; errors: string[] };

function judge({ request, app, apiKey, appId }: Exchange): Judgement {
  if (request.authorization !== `Key ${apiKey}`)
    return { status: 401, errors: ['Access denied. Please include a valid API key.'] };
  const read = readNotification(request.bodyText);
  if ('errors' in read) return { status: 400, errors: read.errors };
  if (read.notification.app_id !== appId) return { status: 400, errors: ['app_id not found.'] };
  if (app.isDisabled()) return { status: 403, errors: ['This app was disabled: it sent too many notifications.'] };
  return read;
}

/** Takes the push if it is right, and says nothing. */
function takeSilently(accepted: boolean | undefined, exchange: Exchange): void {
  const read = judge(exchange);
  if (accepted && 'notification' in read) exchange.app.accept(read.notification);
}

function drip(response: Response): void {
  response.type('json').write('{"id":"');
  const timer = setInterval(() => response.write('x'), 200);
  response.on('close', () => clearInterval(timer));
}

function answer(response: Response, status: number, body: object): void {
  response.status(status).json(body);
}
