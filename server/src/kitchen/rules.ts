import type { Busy } from '@kasera/shared/kitchen.ts';
import type { KitchenSettings } from '@kasera/shared/kitchen-settings.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';

/** What the rules of a moment are made of. */
export interface RulesGround {
  settings: KitchenSettings;
  timeZone: string;
  busy: Busy | null;
}

/**
 * The rules as they travel to the screens. Asked with each order and each beat, they are made anew only when something
 * of theirs is another one.
 * @param fixed what no page sets
 */
export function createRules(fixed: KitchenRules, ground: () => RulesGround): () => KitchenRules {
  let made: { of: RulesGround; rules: KitchenRules } | null = null;
  return () => {
    const now = ground();
    const isSame = made?.of.settings === now.settings && made.of.timeZone === now.timeZone && made.of.busy === now.busy;
    if (!made || !isSame) made = { of: now, rules: rulesOf(fixed, now) };
    return made.rules;
  };
}

function rulesOf(fixed: KitchenRules, { settings, timeZone, busy }: RulesGround): KitchenRules {
  const { stations, expo, thresholds, allergyWords, hours, dayEndsAt, leadMinutes, pickupNames } = settings;
  const { readyInMinutes, suggestedMinutes } = settings;
  return {
    ...fixed,
    ...{ stations, expo, thresholds, allergyWords, timeZone, hours, dayEndsAt, leadMinutes, busy, pickupNames },
    ...{ readyInMinutes, suggestedMinutes },
  };
}
