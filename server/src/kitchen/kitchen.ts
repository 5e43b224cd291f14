import type { Busy } from '@kasera/shared/kitchen.ts';
import type { KitchenSettings } from '@kasera/shared/kitchen-settings.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import type { Settings } from '../ops/settings.ts';
import { openBusy } from './busy.ts';
import { lastDayEnd, untilClosing } from './day.ts';
import { createRules } from './rules.ts';
import { openKitchenSettings, type SaveOutcome } from './settings.ts';
import { createZoneChoice } from './zone.ts';

export interface KitchenDeps {
  settings: Pick<Settings, 'read' | 'write'>;
  config: {
    /** What no page sets, and what holds until it does. */
    rules: KitchenRules;
    kitchen: { timeZone: string | null; closesAtMinute: number };
  };
  /** The connected shop's own zone; null: not known. */
  shopTimeZone(): string | null;
  /** The machine's. */
  machineTimeZone: string;
  now(): number;
  /** Told after each change of the rules: every screen has to hear of it. */
  changed(rules: KitchenRules): void;
}

export interface Kitchen {
  /** The rules of this moment; the same object until one of them changes. */
  rules(): KitchenRules;
  settings(): KitchenSettings;
  version(): number;
  /** See `KitchenSettingsKeeper.save`. */
  save(settings: KitchenSettings, version: number): Promise<SaveOutcome>;
  /** Begins or ends (0) BUSY. */
  setBusy(minutes: number): Promise<Busy | null>;
  /** When "until closing" is over: at the next closing, at the latest when the kitchen's day ends. */
  closing(now: number): number;
  lastDayEnd(now: number): number;
  /** Calls after each saving of the settings. */
  saved(listener: () => void): void;
  /** To be called every second: tells what changed by itself (BUSY is over, the shop's zone became known). */
  tick(): void;
}

/** What an owner set for the kitchen, and the rules in force by it ([BO13], [BO14]). */
export async function createKitchen(deps: KitchenDeps): Promise<Kitchen> {
  const { config, now, settings: store } = deps;
  const { readyInMinutes, suggestedMinutes } = config.rules;
  const keeper = await openKitchenSettings({ settings: store, given: { readyInMinutes, suggestedMinutes } });
  const timeZone = createZoneChoice(() => {
    return [keeper.current().timeZone, config.kitchen.timeZone, deps.shopTimeZone(), deps.machineTimeZone];
  });
  const setup = () => ({ ...keeper.current(), timeZone: timeZone() });
  const hours = () => ({ settings: keeper.current(), timeZone: timeZone() });
  const closing = (at: number): number => untilClosing(at, setup(), config.kitchen.closesAtMinute);
  const busy = await openBusy({ settings: store, closing: remembered(closing, hours), now });
  const ground = () => ({ ...hours(), busy: busy.current(now()) });
  const rules = createRules(config.rules, ground);
  const tell = createTelling(rules, deps.changed);
  const listeners: (() => void)[] = [];
  return {
    rules,
    settings: keeper.current,
    version: keeper.version,
    async save(settings, version) {
      await busy.forgetOver();
      const outcome = await keeper.save(settings, version);
      if (outcome.type !== 'saved') return outcome;
      tell.now();
      for (const listener of listeners) listener();
      return outcome;
    },
    async setBusy(minutes) {
      const set = await busy.set(minutes);
      tell.now();
      return set;
    },
    closing,
    lastDayEnd: (at) => lastDayEnd(at, setup()),
    saved: (listener) => void listeners.push(listener),
    tick: tell.ifChanged,
  };
}

interface Hours {
  settings: KitchenSettings;
  timeZone: string;
}

/** A closing takes a dozen looks into the zone's calendar: asked for the same one with each order, it is worked out once. */
function remembered(closing: (at: number) => number, hours: () => Hours): (at: number) => number {
  let known: (Hours & { at: number; closing: number }) | null = null;
  return (at) => {
    const { settings, timeZone } = hours();
    const isSame = known?.at === at && known.settings === settings && known.timeZone === timeZone;
    if (!known || !isSame) known = { settings, timeZone, at, closing: closing(at) };
    return known.closing;
  };
}

/** Tells the rules after each press, and where they changed by themselves since they were last looked at. */
function createTelling(rules: () => KitchenRules, changed: (rules: KitchenRules) => void) {
  let known: KitchenRules | null = null;
  const now = (): void => {
    known = rules();
    changed(known);
  };
  return {
    now,
    ifChanged() {
      // Screens ask for the first ones by themselves.
      known ??= rules();
      if (known !== rules()) now();
    },
  };
}
