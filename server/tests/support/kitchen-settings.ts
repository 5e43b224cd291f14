import type { ItemRoute } from '@kasera/shared/kitchen.ts';
import { usualSettings, type KitchenSettings, type RouteRule } from '@kasera/shared/kitchen-settings.ts';

/** Settings of a kitchen with the stations `grill`, `oven` and `bar`; name only what the test is about. */
export function kitchenSettings(parts: Partial<KitchenSettings> = {}): KitchenSettings {
  const stations = ['grill', 'oven', 'bar'].map((id) => ({ id, name: id.toUpperCase() }));
  return { ...structuredClone(usualSettings), readyInMinutes: [10, 20], suggestedMinutes: 15, stations, ...parts };
}

/** A rule that sends a line to these stations. */
export function to(...stations: string[]): RouteRule {
  return { stations, handOver: false, leadMinutes: null };
}

/** Where a line goes by such a rule. */
export function routeTo(...stations: string[]): ItemRoute {
  return to(...stations);
}

export const handOver: RouteRule = { stations: [], handOver: true, leadMinutes: null };
