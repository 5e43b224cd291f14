import { createContext, useContext } from 'react';
import { kitchenEn, type KitchenWords } from '../../i18n/kitchen-en.ts';
import { kitchenEs } from '../../i18n/kitchen-es.ts';
import { usePair } from '../../i18n/use-pair.ts';
import type { Change, Draft } from './draft.ts';
import type { Fault } from './faults.ts';
import type { KitchenApi } from './kitchen-api.ts';

/** The way to Kasera, given to the page once. */
export const KitchenApiContext = createContext<KitchenApi | null>(null);

export function useKitchenApi(): KitchenApi {
  const api = useContext(KitchenApiContext);
  if (!api) throw new Error('useKitchenApi needs a KitchenApiContext above it');
  return api;
}

export function useKitchenWords(): KitchenWords {
  return usePair({ en: kitchenEn, es: kitchenEs });
}

/** What every section is given: the settings as they are being edited, and the way to edit them. */
export interface Editing {
  draft: Draft;
  change(by: Change): void;
  /** Sets fields to what is given. */
  set(fields: Partial<Draft>): void;
  faults: readonly Fault[];
}
