import type { KitchenSettings } from '@kasera/shared/kitchen-settings.ts';
import { createZoneOffset } from '../intake/sources/site-clock.ts';
import type { Settings } from '../ops/settings.ts';
import { createKeyedQueue } from '../orders/keyed-queue.ts';
import { settingsOf, storedSettingsSchema, type GivenMinutes, type StoredSettings } from './stored-settings.ts';

export type SaveOutcome =
  | { type: 'saved' }
  /** Somebody else saved meanwhile. */
  | { type: 'conflict' }
  /** `path`: the field, as `settings.timeZone`. */
  | { type: 'invalid'; path: string; message: string };

export interface KitchenSettingsKeeper {
  /** The same object until something is saved. */
  current(): KitchenSettings;
  /** Rises with each saving; 0: nothing was ever saved. */
  version(): number;
  /**
   * On disk when it resolves to `saved`.
   * @param version the one the person's changes are based on
   */
  save(settings: KitchenSettings, version: number): Promise<SaveOutcome>;
}

const settingName = 'kitchen';

/** What an owner set for the kitchen ([BO13]). Loads what is kept; from then on `current` is at hand. */
export async function openKitchenSettings(deps: {
  settings: Pick<Settings, 'read' | 'write'>;
  /** The minutes of the configuration: they hold until the page sets others. */
  given: GivenMinutes;
}): Promise<KitchenSettingsKeeper> {
  const { given } = deps;
  const nothing: StoredSettings = { version: 0, settings: {} };
  let stored = await deps.settings.read(settingName, storedSettingsSchema, nothing);
  let current = settingsOf(stored.settings, given);
  const queue = createKeyedQueue();

  async function save(typed: KitchenSettings, version: number): Promise<SaveOutcome> {
    if (version !== stored.version) return { type: 'conflict' };
    const { timeZone } = typed;
    if (timeZone !== null && createZoneOffset(timeZone) === null) {
      return { type: 'invalid', path: 'settings.timeZone', message: 'is no time zone; one is Europe/Madrid' };
    }
    const minutes = [...new Set(typed.readyInMinutes)].sort((a, b) => a - b);
    const next = { ...typed, readyInMinutes: minutes };
    const saved = { version: stored.version + 1, settings: withoutGiven(next, stored.settings, given) };
    await deps.settings.write(settingName, saved);
    stored = saved;
    current = next;
    return { type: 'saved' };
  }

  return {
    current: () => current,
    version: () => stored.version,
    save: (typed, version) => queue.run(settingName, () => save(typed, version)),
  };
}

/** Minutes nobody changed stay the configuration's: who adds a station has not set them. */
function withoutGiven(
  next: KitchenSettings,
  stored: Record<string, unknown>,
  given: GivenMinutes,
): Record<string, unknown> {
  const { readyInMinutes, suggestedMinutes, ...rest } = next;
  const isGiven = (name: keyof GivenMinutes): boolean =>
    stored[name] === undefined && JSON.stringify(next[name]) === JSON.stringify(given[name]);
  return {
    ...rest,
    ...(!isGiven('readyInMinutes') && { readyInMinutes }),
    ...(!isGiven('suggestedMinutes') && { suggestedMinutes }),
  };
}
