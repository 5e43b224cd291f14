import { z } from 'zod';
import { expoStation } from '@kasera/shared/kitchen.ts';
import { kitchenSettingsSchema, usualSettings, type KitchenSettings } from '@kasera/shared/kitchen-settings.ts';

/** The choices of minutes an owner never set on the page are the configuration's. */
export type GivenMinutes = Pick<KitchenSettings, 'readyInMinutes' | 'suggestedMinutes'>;

/** The settings as they lie on disk: what was set, and how often anything was. */
export interface StoredSettings {
  version: number;
  /** Without the minutes as long as the page left those of the configuration. */
  settings: Record<string, unknown>;
}

export const storedSettingsSchema = z.object({ version: z.int(), settings: z.record(z.string(), z.unknown()) });

/**
 * The settings out of what an earlier version of Kasera may have written: what is not understood any more falls back
 * to what is usual, field by field, so that one changed field never costs an owner the rest.
 */
export function settingsOf(stored: Record<string, unknown>, given: GivenMinutes): KitchenSettings {
  const usual: KitchenSettings = { ...structuredClone(usualSettings), ...given };
  const fields = Object.entries(kitchenSettingsSchema.shape).map(([name, schema]): [string, unknown] => {
    const parsed = schema.safeParse(stored[name]);
    return [name, parsed.success ? parsed.data : salvaged(name, stored[name])];
  });
  const understood: Record<string, unknown> = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  const settings = kitchenSettingsSchema.safeParse({ ...usual, ...understood });
  if (settings.success) return settings.data;
  // What is left are contradictions among the stations.
  const whole = kitchenSettingsSchema.safeParse({
    ...usual,
    ...understood,
    stations: eachOnce(understood['stations']),
  });
  return whole.success ? whole.data : usual;
}

const routingFields = kitchenSettingsSchema.shape.routing.shape;

/** Of the routing, the largest field, what can be understood; of any other that is not understood nothing. */
function salvaged(name: string, value: unknown): Partial<KitchenSettings>['routing'] {
  const routing = z.record(z.string(), z.unknown()).safeParse(value).data;
  if (name !== 'routing' || !routing) return undefined;
  return {
    categories: entriesOf(routing['categories'], routingFields.categories),
    products: entriesOf(routing['products'], routingFields.products),
    words: listOf(routing['words'], routingFields.words),
  };
}

type Rules = KitchenSettings['routing']['categories'];
type Words = KitchenSettings['routing']['words'];

function entriesOf(value: unknown, schema: z.ZodType<Rules>): Rules {
  const record = z.record(z.string(), z.unknown()).safeParse(value).data ?? {};
  const understood = Object.entries(record).map(([id, rule]) => schema.safeParse({ [id]: rule }).data ?? {});
  return Object.fromEntries(understood.flatMap((one) => Object.entries(one)));
}

function listOf(value: unknown, schema: z.ZodType<Words>): Words {
  return Array.isArray(value) ? value.flatMap((entry: unknown) => schema.safeParse([entry]).data ?? []) : [];
}

/** The first of each id and of each name. */
function eachOnce(value: unknown): KitchenSettings['stations'] {
  const stations = kitchenSettingsSchema.shape.stations.safeParse(value).data ?? [];
  const taken = new Set<string>([`id ${expoStation}`]);
  return stations.filter(({ id, name }) => {
    const marks = [`id ${id}`, `name ${name.toLowerCase()}`];
    if (marks.some((mark) => taken.has(mark))) return false;
    for (const mark of marks) taken.add(mark);
    return true;
  });
}
