import { z } from 'zod';
import type { Busy } from '@kasera/shared/kitchen.ts';
import type { Settings } from '../ops/settings.ts';

export interface BusyKeeper {
  /** Null: the kitchen is not behind, or it is over. The same object as long as it lasts. */
  current(now: number): Busy | null;
  /** Begins it anew from now on; 0 ends it. On disk when it resolves. */
  set(minutes: number): Promise<Busy | null>;
}

const longestMs = 3_600_000;
const settingName = 'busy';
const busySchema = z.object({ minutes: z.number(), since: z.number(), until: z.number() }).nullable();

/** That the kitchen is behind ([BO14]): it ends by itself, also while Kasera is off. */
export async function openBusy(deps: {
  settings: Pick<Settings, 'read' | 'write'>;
  /** When the kitchen closes next, epoch milliseconds. */
  closing(now: number): number;
  now(): number;
}): Promise<BusyKeeper> {
  let busy = await deps.settings.read(settingName, busySchema, null);
  return {
    current: (now) => (busy !== null && now < busy.until ? busy : null),
    async set(minutes) {
      const since = deps.now();
      const until = Math.min(since + longestMs, deps.closing(since));
      const next = minutes === 0 ? null : { minutes, since, until };
      await deps.settings.write(settingName, next);
      busy = next;
      return next;
    },
  };
}
