import type { OrderKind } from './order.ts';

/**
 * What an owner sets for the whole kitchen and every screen goes by. It is no screen's own: two screens that judged
 * "late" differently would contradict each other and the reports.
 */

/** A place at the line with a screen of its own, or a share of one. */
export interface Station {
  /** Never changes, whatever it is called. */
  id: string;
  name: string;
}

/** Chosen on a screen like a station: the whole order with each station's progress. It is never an item's station. */
export const expoStation = 'expo';

/** Where a line of an order goes; worked out by the server from catalogue and settings. */
export interface ItemRoute {
  /** Ids of stations; each makes its share of it. Empty and not `handOver`: no station claims it, so all show it. */
  stations: string[];
  /** Nothing to cook (drinks): only hand-over shows it. */
  handOver: boolean;
  /** How long before its promise its category is begun; null: as the kitchen's. */
  leadMinutes: number | null;
  /** The shop's brand of the product: one kitchen may cook for several. Absent: it has none, or none is known. */
  brand?: string;
}

/** When a ticket turns, in minutes. */
export interface Thresholds {
  /** Left until the promise, at which it turns "soon" (or 30 % of the time given, whichever is more). */
  soon: number;
  /** The ages at which a ticket without a promise, or without an answer, turns: soon, late, very late. */
  ages: readonly [number, number, number];
}

/** One opening, in minutes after the day's midnight; `to` may be past 24 h (1,500 is 01:00 of the next day). */
export interface OpeningHours {
  from: number;
  to: number;
}

/** The kitchen is behind: that much is added to every suggested time. */
export interface Busy {
  minutes: number;
  since: number;
  /** Ends by itself: after an hour or at closing, whichever is first. */
  until: number;
}

export const busyChoices = [10, 20, 30] as const;

/** The part of the settings that travels to the screens. */
export interface KitchenSetup {
  /** In the order people named them; empty: the kitchen has none, every screen shows everything. */
  stations: readonly Station[];
  /** An order becomes ready at Expo; false: with the last station's bump. */
  expo: boolean;
  thresholds: Readonly<Record<OrderKind, Thresholds>>;
  /** Sought besides the built-in ones, in notes and options. */
  allergyWords: readonly string[];
  /** An IANA name, or an offset ("+02:00"). */
  timeZone: string;
  /** Seven days, Monday first; each with its openings. All empty: no hours are known. */
  hours: readonly (readonly OpeningHours[])[];
  /** When the kitchen's day ends, minutes after midnight. */
  dayEndsAt: number;
  /** How long before its promise an order for later is moved to the board. */
  leadMinutes: number;
  busy: Busy | null;
  /** The pickup screen says first names besides numbers. */
  pickupNames: boolean;
}

const usualThresholds: Thresholds = { soon: 5, ages: [8, 15, 25] };

/** What holds until an owner sets something else. */
export const usualSetup: KitchenSetup = {
  stations: [],
  expo: false,
  thresholds: {
    delivery: usualThresholds,
    pickup: usualThresholds,
    'dine-in': usualThresholds,
    unknown: usualThresholds,
  },
  allergyWords: [],
  timeZone: 'UTC',
  hours: [[], [], [], [], [], [], []],
  dayEndsAt: 300,
  leadMinutes: 30,
  busy: null,
  pickupNames: false,
};

/** The minutes BUSY adds at that moment. */
export function busyMinutes({ busy }: Pick<KitchenSetup, 'busy'>, now: number): number {
  return busy && now < busy.until ? busy.minutes : 0;
}
