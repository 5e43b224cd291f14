import { expect, test } from 'vitest';
import { setRule } from './draft.ts';
import { rule, settingsWith } from './kitchen-view.fixture.ts';
import { changedSections, isSame, mergeDraft, sectionNames, sectionsOf } from './merge.ts';

test('[BO13] what changed is said by its section, and every field is in one', () => {
  const base = settingsWith();
  expect(changedSections(base, settingsWith())).toEqual([]);
  expect(changedSections(base, { ...base, expo: true, dayEndsAt: 60 })).toEqual(['stations', 'hours']);
  expect(sectionNames.flatMap((name) => [...sectionsOf[name]]).toSorted()).toEqual(Object.keys(base).toSorted());
});

test('[BO13] what somebody else saved meanwhile stays where this one changed nothing', () => {
  const base = settingsWith();
  const mine = setRule({ ...base, leadMinutes: 45 }, { type: 'product', id: '1' }, rule({ stations: ['grill'] }));
  const theirs = setRule({ ...base, expo: true }, { type: 'product', id: '2' }, rule({ handOver: true }));
  expect(mergeDraft(base, mine, theirs)).toMatchObject({
    ...{ leadMinutes: 45, expo: true },
    routing: { products: { 1: { stations: ['grill'] }, 2: { handOver: true } } },
  });
});

test('[BO13] a rule this one took away is away, whatever else was saved', () => {
  const place = { type: 'category', id: 'a' } as const;
  const base = setRule(settingsWith(), place, rule({ stations: ['grill'] }));
  const merged = mergeDraft(base, setRule(base, place, null), { ...base, pickupNames: true });
  expect(merged.routing.categories).toEqual({});
  expect(merged.pickupNames).toBe(true);
});

test('[BO13] the same is the same in whichever order its fields stand', () => {
  expect(isSame({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});
