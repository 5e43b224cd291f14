import { wallToUtc } from './site-clock.ts';
import type { SiteClock } from './site-clock.ts';
import { readDay, readTimeOfDay } from './wall-time.ts';
import type { Meta } from './woocommerce-payload.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A pair of meta keys an owner named: the day's and the time's; a time key '' means that both stand in the day's. */
export interface DateField {
  day: string;
  time: string;
}

/**
 * Finds the time the guest chose in the meta the owner named, then in that of plugins we know. A day without a time of
 * day promises nothing.
 * @param orderMeta the order's `meta_data`
 * @param readClock the site's clock at the moment of the order; asked only when there is something to read
 * @param ownFields in the owner's order
 * @returns epoch milliseconds; null where none of them says, or what it says cannot be read or believed
 */
export function readPromisedAt(
  orderMeta: readonly Meta[],
  readClock: () => SiteClock | null,
  ownFields: readonly DateField[] = [],
): number | null {
  if (orderMeta.length === 0) return null;
  const values = new Map(orderMeta.map(({ key, value }) => [key, value]));
  const said = [...ownFields.map(fieldOf), ...fields].filter(({ keys }) => keys.some((key) => values.has(key)));
  const clock = said.length > 0 ? readClock() : null;
  if (clock === null) return null;
  for (const field of said) {
    const wall = field.read(
      field.keys.map((key) => values.get(key)),
      clock,
    );
    const at = wall === null ? null : wallToUtc(wall, clock);
    if (at !== null && at >= clock.placedAt - dayMs && at <= clock.placedAt + 400 * dayMs) return at;
  }
  return null;
}

/** One way to say it. `read` gets its keys' values and answers a wall time as if it were UTC. */
interface Field {
  keys: readonly string[];
  read: (values: readonly unknown[], clock: SiteClock) => number | null;
}

function fieldOf({ day, time }: DateField): Field {
  return time === '' || time === day ? dayWithTime(day) : dayAndTime(day, time);
}

/**
 * In order of trust. The keys and forms were read in the plugins' public sources; only delivery_date with
 * delivery_time was seen in a delivery of a running shop. `unproven` marks those known from other programs that read
 * them, not from the plugin itself.
 */
const plugins: readonly { name: string; fields: readonly Field[] }[] = [
  {
    name: 'Order Delivery Date for WooCommerce (Tyche)',
    // Wall time written as if it were UTC.
    fields: [
      wallStamp('_orddd_timeslot_timestamp'),
      wallStamp('_orddd_lite_timeslot_timestamp'),
      wallStamp('_orddd_timestamp'),
      wallStamp('_orddd_lite_timestamp'),
    ],
  },
  {
    name: 'Orderable',
    fields: [{ keys: ['_orderable_order_timestamp', 'orderable_order_time'], read: readOrderable }],
  },
  {
    name: 'Delivery & Pickup Date Time for WooCommerce (CodeRockz), Shipday',
    fields: [dayAndTime('delivery_date', 'delivery_time'), dayAndTime('pickup_date', 'pickup_time')],
  },
  {
    name: 'Order date, time, pickup and location (PI Websolution)',
    fields: [dayAndTime('pi_system_delivery_date', 'pi_delivery_time')],
  },
  {
    name: 'WooCommerce Delivery Slots (Iconic)',
    // Newer and older names.
    fields: [dayAndTime('jckwds_date_ymd', 'jckwds_timeslot'), dayAndTime('_jckwds_date_ymd', '_jckwds_timeslot')],
  },
  { name: 'Food Store', fields: [dayAndTime('_wfs_service_date', '_wfs_service_time')] },
  {
    name: 'WooCommerce Order Delivery (Themesquad)',
    // The frame is {time_from, time_to}.
    fields: [dayAndTime('_delivery_date', '_delivery_time_frame')],
  },
  {
    // Unproven.
    name: 'WPCafe',
    fields: [
      dayAndTime('wpc_pro_delivery_date', 'wpc_pro_delivery_time'),
      dayAndTime('wpc_pro_pickup_date', 'wpc_pro_pickup_time'),
    ],
  },
  {
    // Compared by it with its wall clock; unproven.
    name: 'WooCommerce Food (Exthemes)',
    fields: [wallStamp('exwfood_datetime_deli_unix')],
  },
];
const fields = plugins.flatMap((plugin) => plugin.fields);

/** The plugins whose times are read without a setting, and the keys they are known by. */
export const datePlugins: readonly { name: string; keys: string[] }[] = plugins.map(({ name, fields: own }) => {
  return { name, keys: own.flatMap(({ keys }) => keys) };
});

function wallStamp(key: string): Field {
  return {
    keys: [key],
    read: ([value]) => {
      const at = stampOf(value);
      // 00:00 and 00:01 are how such plugins write a day without a time.
      return at === null || at % dayMs <= 60_000 ? null : at;
    },
  };
}

function dayAndTime(dayKey: string, timeKey: string): Field {
  return {
    keys: [dayKey, timeKey],
    read: ([day, time], clock) => {
      const timeOfDay = readTimeOfDay(time);
      if (timeOfDay === null) return null;
      const placed = clock.placedAt + clock.offsetMs;
      const today = placed - (placed % dayMs);
      if (isSaid(day)) {
        const stamp = stampOf(day);
        const said = stamp === null ? readDay(day, today) : dayOfStamp(stamp, clock);
        return said === null ? null : said + timeOfDay;
      }
      // A time alone is the next such one; a slot that has just begun is still meant.
      return today + timeOfDay < placed - 2 * hourMs ? today + dayMs + timeOfDay : today + timeOfDay;
    },
  };
}

/** Day and time in one text, or a stamp of the wall clock. */
function dayWithTime(key: string): Field {
  return {
    keys: [key],
    read: ([value], clock) => {
      if (stampOf(value) !== null) return wallStamp(key).read([value], clock);
      const timeOfDay = readTimeOfDay(value);
      if (timeOfDay === null || typeof value !== 'string') return null;
      const placed = clock.placedAt + clock.offsetMs;
      const today = placed - (placed % dayMs);
      const day = readDay(value, today) ?? readDay(value.trim().split(/[\sT,]/)[0], today);
      return day === null ? null : day + timeOfDay;
    },
  };
}

/**
 * Orderable: a true time stamp from the classic checkout, one of the wall clock from the block checkout, and either
 * may be a mere midnight. The time itself stands beside it in words; the stamp gives the day.
 */
function readOrderable([stamp, words]: readonly unknown[], clock: SiteClock): number | null {
  const at = stampOf(stamp);
  const timeOfDay = readTimeOfDay(words);
  if (at === null || timeOfDay === null) return null;
  const fits = (wall: number): boolean => wall % dayMs === 0 || wall % dayMs === timeOfDay;
  const wall = !fits(at + clock.offsetMs) && fits(at) ? at : at + clock.offsetMs;
  return wall - (wall % dayMs) + timeOfDay;
}

/** A day as a stamp is a midnight, by UTC's clock or by the wall's. */
function dayOfStamp(at: number, clock: SiteClock): number {
  if (at % dayMs === 0) return at;
  const wall = at + clock.offsetMs;
  return wall - (wall % dayMs);
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function stampOf(value: unknown): number | null {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^\d{9,10}$/.test(text) ? Number(text) * 1000 : null;
}
