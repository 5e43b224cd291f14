import { QueryClient } from '@tanstack/react-query';
import type { Reply } from './ask.ts';

/** A restaurant's own network may have no internet: the browser's word for "offline" says nothing about Kasera. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: false }, mutations: { networkMode: 'always' } },
  });
}

/** Why there is no (new) answer; the last one stays on the page meanwhile. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly reply: Exclude<Reply<never>, { type: 'done' }>;
  constructor(reply: NoAnswer['reply']) {
    super(`no answer: ${reply.type}`);
    this.reply = reply;
  }
}

/** @throws {NoAnswer} where it is none: a query keeps what it had and tells why */
export function dataOrThrow<T>(reply: Reply<T>): T {
  if (reply.type !== 'done') throw new NoAnswer(reply);
  return reply.data;
}

/** Why a query has no (new) answer; null: it has. */
export function troubleOf(error: unknown): NoAnswer['reply'] | null {
  if (error === null || error === undefined) return null;
  return error instanceof NoAnswer ? error.reply : { type: 'unreadable' };
}
