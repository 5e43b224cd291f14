import { anySignal } from './any-signal.ts';

/** What came of asking Kasera for something over HTTP. */
export type Reply<T> =
  | { type: 'done'; data: T }
  /** The board's key, or the one sent along, is missing or wrong. */
  | { type: 'unauthorised' }
  /** No answer at all. */
  | { type: 'unreached' }
  /** An answer of another Kasera than this page was made for. */
  | { type: 'unreadable' }
  /** A refusal, in the server's own (English) words. */
  | { type: 'refused'; status: number; code: string; message: string };

export interface Asked<T> {
  /** `GET` where nothing is said. */
  method?: 'GET' | 'POST' | 'PUT';
  /** Under the server's own address, as `/api/kitchen`. */
  path: string;
  body?: unknown;
  /** The API key, for what the board's cookie is not enough. */
  bearer?: string;
  signal?: AbortSignal;
  /** Makes of the answer what was asked for; null: it is not that. */
  read(answer: unknown): T | null;
}

/** Nothing throws or rejects: whatever happens is a reply. */
export type Ask = <T>(asked: Asked<T>) => Promise<Reply<T>>;

const answerWithinMs = 15_000;

/** @param deps.onServerTime is told the server's time, epoch milliseconds, with each answer */
export function createAsk(deps: {
  fetch(path: string, init: RequestInit): Promise<Response>;
  onServerTime?(now: number): void;
}): Ask {
  return async ({ method = 'GET', path, body, bearer, signal, read }) => {
    const limit = AbortSignal.timeout(answerWithinMs);
    const headers = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    };
    let response: Response;
    let text: string;
    try {
      response = await deps.fetch(path, {
        ...{ method, headers, signal: signal ? anySignal(signal, limit) : limit },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      text = await response.text();
    } catch {
      return { type: 'unreached' };
    }
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) deps.onServerTime?.(date);
    const answer = jsonOf(text);
    if (!response.ok) return refusal(response.status, answer);
    const data = read(answer);
    return data === null ? { type: 'unreadable' } : { type: 'done', data };
  };
}

/** What is not JSON stays text: a raw body is one. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function refusal(status: number, answer: unknown): Reply<never> {
  if (status === 401) return { type: 'unauthorised' };
  const error = fieldOf(answer, 'error');
  const said = (name: string) => {
    const found = fieldOf(error, name);
    return typeof found === 'string' ? found : String(status);
  };
  return { type: 'refused', status, code: said('code'), message: said('message') };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : null;
}
