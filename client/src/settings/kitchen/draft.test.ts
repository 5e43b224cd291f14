import { kitchenSettingsSchema } from '@kasera/shared/kitchen-settings.ts';
import { expect, test } from 'vitest';
import { addStation, addWord, moveStation, moveWord, removeStation, renameStation, setRule } from './draft.ts';
import { faultAt, faultsOf } from './faults.ts';
import { rule, settingsWith } from './kitchen-view.fixture.ts';
import { withHandOver, withLead, withoutWhere, withStation } from './rules.ts';

const ids = (settings: ReturnType<typeof settingsWith>) => settings.stations.map(({ id }) => id);
const nowhere = { stations: [], handOver: false, leadMinutes: null };

test('[BO2] a station’s id is made of its name once, and stays when it is renamed', () => {
  const draft = addStation(settingsWith(), ' Fríos y Ñam ');
  expect(draft.stations.at(-1)).toEqual({ id: 'frios-y-nam', name: 'Fríos y Ñam' });
  expect(renameStation(draft, 'frios-y-nam', 'Cold').stations.at(-1)).toEqual({ id: 'frios-y-nam', name: 'Cold' });
  for (const name of ['烤', 'Expo', '7', 'Grill 2!']) {
    expect(kitchenSettingsSchema.safeParse(addStation(settingsWith(), name)).success).toBe(true);
  }
});

test('[BO2] no two stations have one name, and no id is given again while a rule names it', () => {
  expect(addStation(settingsWith(), 'GRILL').stations).toHaveLength(2);
  expect(addStation(settingsWith(), '  ').stations).toHaveLength(2);
  const left = settingsWith({
    routing: { categories: {}, products: { 1: rule({ stations: ['pizza'] }) }, words: [] },
  });
  expect(ids(addStation(left, 'Pizza'))).toEqual(['grill', 'fryer', 'pizza-2']);
});

test('[BO2] stations and words are moved by one, and never out of their list', () => {
  expect(ids(moveStation(settingsWith(), 'fryer', -1))).toEqual(['fryer', 'grill']);
  expect(ids(moveStation(settingsWith(), 'fryer', 1))).toEqual(['grill', 'fryer']);
  const words = addWord(addWord(settingsWith(), 'one'), 'two');
  expect(moveWord(words, 1, -1).routing.words.map(({ word }) => word)).toEqual(['two', 'one']);
  expect(addWord(words, 'TWO').routing.words).toHaveLength(2);
});

test('[BO2] a removed station leaves every rule; a rule that said nothing else goes with it', () => {
  const draft = settingsWith({
    routing: {
      categories: { a: rule({ stations: ['grill'] }), b: rule({ stations: ['grill', 'fryer'] }) },
      products: { c: rule({ stations: ['grill'], leadMinutes: 20 }), d: rule({ handOver: true }) },
      words: [{ word: 'steak', route: rule({ stations: ['grill'] }) }],
    },
  });
  expect(removeStation(draft, 'grill')).toMatchObject({
    stations: [{ id: 'fryer' }],
    routing: {
      categories: { b: { stations: ['fryer'] } },
      products: { c: { stations: [], leadMinutes: 20 }, d: { handOver: true } },
      words: [],
    },
  });
  expect(removeStation(draft, 'grill').routing.categories).not.toHaveProperty('a');
});

test('[BO2] a tap on a chip makes what was inherited its own, and a way leads back', () => {
  const inherited = { stations: ['grill'], handOver: false, leadMinutes: null };
  expect(withStation(undefined, inherited, 'fryer')).toEqual(rule({ stations: ['grill', 'fryer'] }));
  expect(withStation(undefined, inherited, 'grill')).toEqual(rule());
  expect(withStation(rule({ leadMinutes: 20 }), inherited, 'fryer')).toMatchObject({ leadMinutes: 20 });
  expect(withHandOver(undefined, inherited)).toEqual(rule({ handOver: true }));
  expect(withStation(rule({ handOver: true }), { ...nowhere, handOver: true }, 'grill')).toEqual(
    rule({ stations: ['grill'] }),
  );
  expect(withoutWhere(rule({ stations: ['fryer'] }))).toBeNull();
  expect(withoutWhere(rule({ stations: ['fryer'], leadMinutes: 20 }))).toEqual(rule({ leadMinutes: 20 }));
});

test('[BO5] a lead time alone is a rule; without it nothing is left of it', () => {
  expect(withLead(undefined, 45)).toEqual(rule({ leadMinutes: 45 }));
  expect(withLead(rule({ leadMinutes: 45 }), null)).toBeNull();
  expect(withLead(rule(), null)).toEqual(rule());
  expect(setRule(settingsWith(), { type: 'product', id: '1' }, null).routing.products).toEqual({});
});

test('[BO13] what the server would refuse is said beside its field', () => {
  expect(faultsOf(settingsWith())).toEqual([]);
  const faults = faultsOf(
    settingsWith({
      stations: [
        { id: 'a', name: '' },
        { id: 'b', name: 'Grill' },
        { id: 'c', name: 'grill ' },
      ],
      leadMinutes: Number.NaN,
      thresholds: { ...settingsWith().thresholds, pickup: { soon: 5, ages: [8, 8, 25] } },
      dateFields: [{ day: '', time: '' }],
    }),
  );
  expect(faultAt(faults, 'stations.0')?.code).toBe('name-missing');
  expect(faultAt(faults, 'stations.2')?.code).toBe('name-twice');
  expect(faultAt(faults, 'leadMinutes')).toEqual({ path: 'leadMinutes', code: 'number', least: 0, most: 1440 });
  expect(faultAt(faults, 'thresholds.pickup')?.code).toBe('rising');
  expect(faultAt(faults, 'dateFields.0')?.code).toBe('text');
  expect(faultAt(faults, 'stations.1')).toBeNull();
});
