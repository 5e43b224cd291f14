import { expect, test } from 'vitest';
import { shownName, toggled, withoutGone } from './shown.ts';

const kitchen = {
  stations: [
    { id: 'grill', name: 'GRILL' },
    { id: 'cold', name: 'COLD' },
  ],
};
const words = { everything: 'Everything', expo: 'Expo' };

test('[BO2] a screen says what it shows, in the order of the kitchen; a kitchen without stations has nothing to say', () => {
  expect(shownName(['cold', 'grill'], kitchen, words)).toBe('GRILL + COLD');
  expect(shownName(null, kitchen, words)).toBe('Everything');
  expect(shownName(['expo'], kitchen, words)).toBe('Expo');
  expect(shownName(null, { stations: [] }, words)).toBeNull();
});

test('[BO2] one tap adds a station, another takes it away; without any it is everything again', () => {
  expect(toggled(['grill'], 'cold')).toEqual(['grill', 'cold']);
  expect(toggled(['grill', 'cold'], 'cold')).toEqual(['grill']);
  expect(toggled(['grill'], 'grill')).toBeNull();
  expect(toggled(null, 'grill')).toEqual(['grill']);
});

test('[BO2] Expo shows whole orders, so it stands alone', () => {
  expect(toggled(['grill', 'cold'], 'expo')).toEqual(['expo']);
  expect(toggled(['expo'], 'grill')).toEqual(['grill']);
  expect(toggled(['expo'], 'expo')).toBeNull();
});

test('[BO2] a station that was deleted is dropped from the choice; with none left the screen shows everything', () => {
  expect(withoutGone(['grill', 'wok'], kitchen)).toEqual({ left: ['grill'], gone: ['wok'] });
  expect(withoutGone(['wok'], kitchen)).toEqual({ left: null, gone: ['wok'] });
  expect(withoutGone(['expo'], { stations: [] })).toEqual({ left: null, gone: ['expo'] });
  expect(withoutGone(['grill', 'expo'], kitchen)).toBeNull();
  expect(withoutGone(null, kitchen)).toBeNull();
});
