import { z } from 'zod';
import type { RunningKasera } from './running-kasera.ts';

const healthSchema = z.looseObject({
  status: z.enum(['ok', 'refusing-orders']),
  seq: z.int(),
  epoch: z.string(),
  now: z.number(),
  build: z.string(),
  intake: z.looseObject({ state: z.enum(['ok', 'failing']) }),
  shopHeardAt: z.number().nullable(),
  shopPingedAt: z.number().nullable(),
  notices: z.array(z.looseObject({ code: z.string(), level: z.enum(['error', 'warning', 'info']) })),
  backlog: z.int(),
  screens: z.int(),
});
export type Health = z.infer<typeof healthSchema>;

/** What `/healthz` tells those with a key. */
export async function healthOf(kasera: RunningKasera): Promise<Health> {
  return healthSchema.parse((await kasera.get('/healthz')).json());
}

export async function noticesOf(kasera: RunningKasera): Promise<Health['notices']> {
  return (await healthOf(kasera)).notices;
}
