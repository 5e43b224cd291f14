import { z } from 'zod';
import type { Busy } from '@kasera/shared/kitchen.ts';
import type { Settings } from '../ops/settings.ts';

export interface BusyKeeper {
  /** Null: the kitchen is not behind, or it is over. The same object as long as it lasts and its end stays. */
  current(now: number): Busy | null;
  /** Begins it anew from now on; 0 ends it. On disk when it resolves. */
  set(minutes: number): Promise<Busy | null>;
  /** To be called before the hours change: what is over by the former ones does not begin again by the new ones. */
  forgetOver(): Promise<void>;
}

const longestMs = 3_600_000;
const settingName = 'busy';
const pressedSchema = z.object({ minutes: z.number(), since: z.number() });
type Pressed = z.infer<typeof pressedSchema>;

/**
 * That the kitchen is behind ([BO14]): it ends by itself, also while Kasera is off. Only the press is kept; its end
 * follows the hours, whenever they change.
 */
export async function openBusy(deps: {
  settings: Pick<Settings, 'read' | 'write'>;
  /** When the kitchen closes next after a moment, epoch milliseconds; asked all the time. */
  closing(after: number): number;
  now(): number;
}): Promise<BusyKeeper> {
  let pressed: Pressed | null = await deps.settings.read(settingName, pressedSchema.nullable(), null);
  let shown: Busy | null = null;
  async function keep(next: Pressed | null): Promise<void> {
    await deps.settings.write(settingName, next);
    pressed = next;
  }
  function current(now: number): Busy | null {
    if (pressed === null) return null;
    const until = Math.min(pressed.since + longestMs, deps.closing(pressed.since));
    if (shown?.until !== until || shown.since !== pressed.since || shown.minutes !== pressed.minutes) {
      shown = { ...pressed, until };
    }
    return now < until ? shown : null;
  }
  return {
    current,
    async set(minutes) {
      const since = deps.now();
      await keep(minutes === 0 ? null : { minutes, since });
      return current(since);
    },
    async forgetOver() {
      if (pressed !== null && current(deps.now()) === null) await keep(null);
    },
  };
}
