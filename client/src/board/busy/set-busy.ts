import type { Ask } from '../../live/ask.ts';

/** What came of saying that the kitchen is behind, or not any more; the screens hear it from the server. */
export type BusyAnswer = 'done' | 'unreached' | 'refused';

/** @param minutes 0 ends it. Nothing is queued: said an hour later it would be wrong. */
export async function setBusy(ask: Ask, minutes: 0 | 10 | 20 | 30): Promise<BusyAnswer> {
  const reply = await ask({ method: 'POST', path: '/api/kitchen/busy', body: { minutes }, read: () => true });
  if (reply.type === 'done') return 'done';
  return reply.type === 'unreached' ? 'unreached' : 'refused';
}
