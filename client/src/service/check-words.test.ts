import type { LiveScreen, Notice } from '@kasera/shared/socket.ts';
import { expect, test } from 'vitest';
import { en } from '../i18n/en.ts';
import { serviceEn } from '../i18n/en-service.ts';
import { es } from '../i18n/es.ts';
import { serviceEs } from '../i18n/es-service.ts';
import { checkWords, type Reader } from './check-words.ts';
import { screenFaults } from './screen-faults.ts';

const stations = [{ id: 'grill', name: 'Grill' }];
const english: Reader = { t: en, words: serviceEn, stations, now: 7_200_000 };
const spanish: Reader = { ...english, t: es, words: serviceEs };
const screen: LiveScreen = {
  ...{ id: 'abcdef', name: '', page: 'board', stations: ['grill', 'gone'], sound: 'blocked', awake: false },
  ...{ visible: true, since: 7_080_000 },
};

test('[BO12] a screen is said with its station, its sound and whether it stays awake, and what to do about each', () => {
  const said = checkWords({ type: 'screen', screen, faults: screenFaults(screen), isThis: true }, english);
  expect(said.name).toBe('Screen abcd (this screen)');
  expect(said.says).toBe(
    'kitchen board · shows Grill · sound blocked · may fall asleep · in front · connected for 2 min',
  );
  expect(said.todo).toEqual([serviceEn.faults.blocked, serviceEn.faults.asleep]);
});

test('[BO12] every fault of a screen has a whole sentence in both languages', () => {
  for (const words of [serviceEn, serviceEs]) {
    for (const sentence of Object.values(words.faults)) expect(sentence).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
  }
});

test('[BO12] a station nobody shows says what to do, one that is shown says where', () => {
  expect(checkWords({ type: 'station', name: 'Grill', screens: [] }, spanish).todo[0]).toContain('Grill');
  const shown = checkWords({ type: 'station', name: 'Grill', screens: [{ ...screen, name: 'Pase' }] }, spanish);
  expect(shown).toEqual({ name: 'Grill', says: 'en Pase', todo: [] });
});

test('[BO12] the shop and the phones are said in the reader’s language', () => {
  expect(checkWords({ type: 'shop-asked', at: 7_196_000 }, english).says).toContain('4 s');
  expect(checkWords({ type: 'last-order', at: null }, spanish).says).toBe('aún ninguno');
  const notice = { code: 'push-no-audience', level: 'warning' } as const;
  expect(checkWords({ type: 'notice', notice }, spanish).says).toBe(es.notices['push-no-audience'](notice, es));
});

test('[BO12] what the board’s sentence only tells of has beside it what to do, in both languages', () => {
  const todosOf = (code: Notice['code']) =>
    [english, spanish].map(
      (reader) => checkWords({ type: 'notice', notice: { code, level: 'error' } }, reader).todo.length,
    );
  for (const code of ['disk-low', 'shop-down', 'push-parked', 'push-nobody-subscribed'] as const) {
    expect([code, ...todosOf(code)]).toEqual([code, 1, 1]);
  }
  expect(todosOf('items-unclaimed')).toEqual([0, 0]);
});
