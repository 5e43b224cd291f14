import { z } from 'zod';
import { usualSetup, type KitchenSetup } from './kitchen.ts';
import { oneLine } from './one-line.ts';
import { orderKinds } from './order.ts';

/** What `/settings/kitchen` and the server agree on ([BO2], [BO13]). Times over HTTP are epoch milliseconds. */

/** At most what a person can oversee; a few bytes each, since the setup travels with every sync. */
const stationSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,38}$/, 'must be small letters, digits and dashes'),
  name: z.string().overwrite(oneLine).min(1, 'needs a name').max(30, 'is at most 30 characters long'),
});

/** Where a category, a product or a word sends a line. `stations` empty and not `handOver`: nobody claims it. */
const routeSchema = z.object({
  stations: z.array(z.string().max(60)).max(20).default([]),
  handOver: z.boolean().default(false),
  /** Begun that long before the promise; null: as the kitchen's. */
  leadMinutes: z.int().min(0).max(1440).nullable().default(null),
});
export type RouteRule = z.infer<typeof routeSchema>;

const minute = z.int().min(0).max(2880);
const openingSchema = z
  .object({ from: minute, to: minute })
  .refine(({ from, to }) => from < to && from < 1440, 'must end after it begins');

const age = z.number().min(1).max(600);
const thresholdsSchema = z.object({
  soon: z.number().min(0).max(120),
  ages: z
    .tuple([age, age, age])
    .refine(([soon, late, veryLate]) => soon < late && late < veryLate, 'must rise: soon, late, very late'),
});

/** A date field of a plugin Kasera does not know: the keys of the order's meta that hold the day and the time. */
const dateFieldSchema = z.object({ day: z.string().trim().min(1).max(100), time: z.string().trim().max(100) });

export const kitchenSettingsSchema = z
  .object({
    stations: z.array(stationSchema).max(20),
    /** There is an Expo: orders become ready there, not with the last station's bump. */
    expo: z.boolean(),
    routing: z.object({
      /** By the shop's id of the category; a product's own rule goes before it. */
      categories: z.record(z.string().max(40), routeSchema),
      products: z.record(z.string().max(40), routeSchema),
      /** Words in a line's name, where the catalogue says nothing of it; the first that fits. */
      words: z.array(z.object({ word: z.string().overwrite(oneLine).min(2).max(60), route: routeSchema })).max(200),
    }),
    thresholds: z.record(z.enum(orderKinds), thresholdsSchema),
    allergyWords: z.array(z.string().overwrite(oneLine).min(2).max(60)).max(200),
    /** Null: the shop's, else the machine's. */
    timeZone: z.string().trim().min(1).max(60).nullable(),
    hours: z.array(z.array(openingSchema).max(4)).length(7),
    dayEndsAt: z.int().min(0).max(1439),
    leadMinutes: z.int().min(0).max(1440),
    readyInMinutes: z.array(z.int().min(1).max(600)).min(1).max(6),
    suggestedMinutes: z.int().min(1).max(600),
    dateFields: z.array(dateFieldSchema).max(10),
    pickupNames: z.boolean(),
  })
  .superRefine((settings, context) => {
    const ids = settings.stations.map(({ id }) => id);
    const names = settings.stations.map(({ name }) => name.toLowerCase());
    if (new Set(ids).size < ids.length)
      context.addIssue({ code: 'custom', path: ['stations'], message: 'repeat an id' });
    if (new Set(names).size < names.length)
      context.addIssue({ code: 'custom', path: ['stations'], message: 'repeat a name' });
    if (ids.includes('expo')) context.addIssue({ code: 'custom', path: ['stations'], message: 'expo is taken' });
  });
export type KitchenSettings = z.infer<typeof kitchenSettingsSchema>;

/** What holds until the owner sets something else; minutes and zone come from the configuration. */
export const usualSettings: Omit<KitchenSettings, 'readyInMinutes' | 'suggestedMinutes'> = {
  stations: [],
  expo: false,
  routing: { categories: {}, products: {}, words: [] },
  thresholds: mutable(usualSetup.thresholds),
  allergyWords: [],
  timeZone: null,
  hours: [[], [], [], [], [], [], []],
  dayEndsAt: usualSetup.dayEndsAt,
  leadMinutes: usualSetup.leadMinutes,
  dateFields: [],
  pickupNames: false,
};

function mutable({ delivery, pickup, unknown, ...rest }: KitchenSetup['thresholds']): KitchenSettings['thresholds'] {
  const copy = ({ soon, ages }: typeof delivery) => ({ soon, ages: [...ages] as [number, number, number] });
  return { delivery: copy(delivery), pickup: copy(pickup), 'dine-in': copy(rest['dine-in']), unknown: copy(unknown) };
}

/** `GET /api/kitchen`, and what `PUT /api/kitchen` answers. */
export const kitchenViewSchema = z.object({
  settings: kitchenSettingsSchema,
  /** To be sent along with the settings: 409 where somebody else saved meanwhile. */
  version: z.int(),
  /** The zone in force now. */
  timeZone: z.string(),
  /** Everything the shop's catalogue knows; empty where none is connected. */
  categories: z.array(
    z.object({ id: z.string(), name: z.string(), parentId: z.string().nullable(), products: z.number() }),
  ),
  products: z.array(z.object({ id: z.string(), name: z.string(), categoryIds: z.array(z.string()) })),
  /** Names of lines of the last orders that no station claims, the most frequent first. */
  unclaimed: z.array(z.object({ name: z.string(), productId: z.string().nullable(), count: z.number() })),
  /** Plugins whose delivery times are read without a setting, and the keys they write. */
  datePlugins: z.array(z.object({ name: z.string(), keys: z.array(z.string()) })),
});
export type KitchenView = z.infer<typeof kitchenViewSchema>;

export const putKitchenSchema = z.object({ settings: kitchenSettingsSchema, version: z.int() });

/** `POST /api/kitchen/busy`: 0 ends it. Answered with the rules' `busy`. */
export const busySchema = z.object({ minutes: z.union([z.literal(0), z.literal(10), z.literal(20), z.literal(30)]) });
