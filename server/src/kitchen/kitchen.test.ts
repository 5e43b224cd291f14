import { expect, test } from 'vitest';
import type { KitchenRules } from '@kasera/shared/order.ts';
import { sampleRules } from '@kasera/shared/testing/sample-signal.ts';
import { kitchenSettings } from '../../tests/support/kitchen-settings.ts';
import { settingsKept } from '../../tests/support/settings-kept.ts';
import { createKitchen } from './kitchen.ts';

const minute = 60_000;
/** Friday, 20:00 in Madrid. */
const start = Date.parse('2026-11-20T19:00:00Z');

async function bed(kept = settingsKept(), now = start) {
  const state = { now, shopZone: null as string | null, told: [] as KitchenRules[] };
  const open = (timeZone: string | null = null) =>
    createKitchen({
      settings: kept,
      config: { rules: sampleRules, kitchen: { timeZone, closesAtMinute: 300 } },
      shopTimeZone: () => state.shopZone,
      machineTimeZone: 'America/Lima',
      now: () => state.now,
      changed: (rules) => void state.told.push(rules),
    });
  return { state, open, kitchen: await open() };
}

test('[BO13] rules are what the page sets, and else the configuration’s; each saving reaches every screen', async () => {
  const { state, kitchen } = await bed();
  expect(kitchen.rules()).toMatchObject({ ...sampleRules, timeZone: 'America/Lima' });
  expect(kitchen.rules()).toBe(kitchen.rules());
  const heard: number[] = [];
  kitchen.saved(() => heard.push(kitchen.version()));
  const settings = kitchenSettings({ allergyWords: ['soja'], suggestedMinutes: 25, timeZone: 'Europe/Madrid' });
  expect(await kitchen.save(settings, 0)).toEqual({ type: 'saved' });
  expect(kitchen.rules()).toMatchObject({
    ...{ stations: settings.stations, allergyWords: ['soja'], suggestedMinutes: 25, timeZone: 'Europe/Madrid' },
    ...{ onHoldIsNew: sampleRules.onHoldIsNew, oldOrderMs: sampleRules.oldOrderMs },
  });
  expect(state.told).toEqual([kitchen.rules()]);
  expect(heard).toEqual([1]);
  expect(await kitchen.save(settings, 0)).toEqual({ type: 'conflict' });
  expect(state.told).toHaveLength(1);
});

test('[BO13] the zone is the page’s, else the configuration’s, else the shop’s as soon as it is known, else the machine’s', async () => {
  const { state, kitchen, open } = await bed();
  kitchen.tick();
  expect(state.told).toEqual([]);
  state.shopZone = 'Europe/Lisbon';
  kitchen.tick();
  kitchen.tick();
  expect(state.told.map(({ timeZone }) => timeZone)).toEqual(['Europe/Lisbon']);
  expect((await open('Europe/Paris')).rules().timeZone).toBe('Europe/Paris');
  await kitchen.save(kitchenSettings({ timeZone: 'Europe/Madrid' }), 0);
  expect((await open('Europe/Paris')).rules().timeZone).toBe('Europe/Madrid');
});

test('[BO14] BUSY is in the rules for an hour, and screens are told when it is over', async () => {
  const { state, kitchen } = await bed();
  expect(await kitchen.setBusy(20)).toEqual({ minutes: 20, since: start, until: start + 60 * minute });
  expect(state.told.map(({ busy }) => busy?.minutes)).toEqual([20]);
  state.now += 59 * minute;
  kitchen.tick();
  expect(state.told).toHaveLength(1);
  state.now += minute;
  expect(kitchen.rules().busy).toBeNull();
  kitchen.tick();
  kitchen.tick();
  expect(state.told.map(({ busy }) => busy?.minutes)).toEqual([20, undefined]);
});

test('[BO14] pressed again BUSY begins anew, and 0 ends it', async () => {
  const { state, kitchen } = await bed();
  await kitchen.setBusy(10);
  state.now += 30 * minute;
  expect(await kitchen.setBusy(30)).toMatchObject({ minutes: 30, until: state.now + 60 * minute });
  expect(await kitchen.setBusy(0)).toBeNull();
  expect(state.told.map(({ busy }) => busy?.minutes)).toEqual([10, 30, undefined]);
});

test('[BO14] BUSY ends at closing where that is sooner', async () => {
  const { kitchen } = await bed();
  const evening = [{ from: 19 * 60, to: 20 * 60 + 30 }];
  const hours = [[], [], [], [], evening, [], []];
  await kitchen.save(kitchenSettings({ timeZone: 'Europe/Madrid', hours }), 0);
  expect(await kitchen.setBusy(10)).toMatchObject({ until: start + 30 * minute });
});

/** Open on Fridays from 19:00 until then, in minutes after midnight. */
const openUntil = (to: number) =>
  kitchenSettings({ timeZone: 'Europe/Madrid', hours: [[], [], [], [], [{ from: 19 * 60, to }], [], []] });

test('[BO14] the end of BUSY follows the opening hours, over a restart too', async () => {
  const kept = settingsKept();
  const { state, kitchen } = await bed(kept);
  await kitchen.setBusy(10);
  await kitchen.save(openUntil(20 * 60 + 40), 0);
  expect(state.told.at(-1)?.busy).toEqual({ minutes: 10, since: start, until: start + 40 * minute });
  expect(kitchen.rules()).toBe(kitchen.rules());
  await kitchen.save(openUntil(20 * 60 + 30), 1);
  const ends = async (now: number) => (await bed(kept, now)).kitchen.rules().busy?.until ?? null;
  expect(await ends(start + 30 * minute - 1)).toBe(start + 30 * minute);
  expect(await ends(start + 30 * minute)).toBeNull();
  await kitchen.save(openUntil(23 * 60), 2);
  expect(await ends(start + 30 * minute)).toBe(start + 60 * minute);
  await kitchen.save(openUntil(20 * 60 + 10), 3);
  state.now += 10 * minute;
  kitchen.tick();
  expect(state.told.at(-1)?.busy).toBeNull();
});

test('[BO14] a BUSY that was over by the hours of then does not begin again with longer ones', async () => {
  const kept = settingsKept();
  const { state, kitchen } = await bed(kept);
  await kitchen.save(openUntil(20 * 60 + 15), 0);
  await kitchen.setBusy(10);
  state.now += 20 * minute;
  await kitchen.save(openUntil(23 * 60), 1);
  expect(kitchen.rules().busy).toBeNull();
  expect((await bed(kept, state.now)).kitchen.rules().busy).toBeNull();
});

test('[BO14] BUSY outlives a restart, not its end', async () => {
  const kept = settingsKept();
  await (await bed(kept)).kitchen.setBusy(10);
  expect((await bed(kept, start + 50 * minute)).kitchen.rules().busy).toMatchObject({ minutes: 10, since: start });
  expect((await bed(kept, start + 61 * minute)).kitchen.rules().busy).toBeNull();
});
