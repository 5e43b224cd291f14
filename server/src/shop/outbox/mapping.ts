import { defaultMapping, writeBackMappingSchema, type WriteBackMapping } from '@kasera/shared/shop.ts';
import type { Settings } from '../../ops/settings.ts';

/** What each step tells the shop, as the owner set it last. */
export interface Mapping {
  current(): WriteBackMapping;
  /** On disk when it resolves. */
  save(next: WriteBackMapping): Promise<void>;
}

const settingName = 'write-back';

/** Loads what is kept; from then on `current` is at hand. */
export async function openMapping(settings: Pick<Settings, 'read' | 'write'>): Promise<Mapping> {
  let mapping = await settings.read(settingName, writeBackMappingSchema, defaultMapping);
  return {
    current: () => mapping,
    async save(next) {
      await settings.write(settingName, next);
      mapping = next;
    },
  };
}
