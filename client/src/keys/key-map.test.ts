import { expect, test } from 'vitest';
import { actionOf, keyActions, learnKey, readKeyMap, usualKeys, writeKeyMap } from './key-map.ts';

const key = (name: string, code = '') => ({ key: name, code });

test.each([
  [key('3', 'Digit3'), 'bump-slot-3'],
  [key('3', 'Numpad3'), 'bump-slot-3'],
  [key('0', 'Digit0'), 'bump-slot-0'],
  // A French keyboard writes & where the 1 is.
  [key('&', 'Digit1'), 'bump-slot-1'],
  // The numeric block without NumLock.
  [key('End', 'Numpad1'), 'last'],
  [key('Enter', 'NumpadEnter'), 'bump-selected'],
  [key('Control', 'ControlLeft'), 'bump-selected'],
  [key('-', 'NumpadSubtract'), 'recall-last'],
  [key('-', 'Slash'), 'recall-last'],
  [key('R', 'KeyR'), 'recall-last'],
  [key('Backspace', 'Backspace'), 'undo'],
  [key(' ', 'Space'), 'item'],
  [key('s', 'KeyS'), 'all-day'],
  [key('PageDown', 'Numpad3'), 'page-next'],
  [key('?', 'Slash'), 'help'],
  [key('x', 'KeyX'), null],
])('[BO7] %o does %s', (pressed, action) => {
  expect(actionOf(usualKeys, pressed)).toBe(action);
});

test('[BO7] no two actions share a key', () => {
  for (const action of keyActions) {
    for (const one of usualKeys[action]) expect(actionOf(usualKeys, one)).toBe(action);
  }
});

test('[BO7] a learnt key does what it was taught, and no longer what it did: that is said', () => {
  const { map, takenFrom } = learnKey(usualKeys, 'bump-selected', key('r', 'KeyR'));
  expect(takenFrom).toBe('recall-last');
  expect(actionOf(map, key('r', 'KeyR'))).toBe('bump-selected');
  expect(actionOf(map, key('-', 'NumpadSubtract'))).toBe('recall-last');
  expect(actionOf(map, key('Enter'))).toBeNull();
  expect(learnKey(map, 'bump-selected', key('r', 'KeyR')).takenFrom).toBeNull();
});

test('[BO7] a key the browser has no name for is known by its place', () => {
  const { map } = learnKey(usualKeys, 'all-day', key('Unidentified', 'Lang3'));
  expect(actionOf(map, key('Process', 'Lang3'))).toBe('all-day');
});

test("[BO7] the map is this device's and survives a reload; reset leaves nothing behind", () => {
  const kept = writeKeyMap(learnKey(usualKeys, 'undo', key('F7', 'F7')).map);
  expect(actionOf(readKeyMap(kept), key('F7', 'F7'))).toBe('undo');
  expect(actionOf(readKeyMap(kept), key('Enter'))).toBe('bump-selected');
  expect(writeKeyMap(usualKeys)).toBe('');
  expect(readKeyMap('')).toBe(usualKeys);
});

test('[BO7] what cannot be read is the usual one, action by action', () => {
  for (const text of ['null', '', 'no json', '7', '[]']) expect(readKeyMap(text)).toEqual(usualKeys);
  const map = readKeyMap(JSON.stringify({ undo: [key('s', 'KeyS')], item: 'nonsense' }));
  expect(actionOf(map, key('s', 'KeyS'))).toBe('undo');
  expect(map['all-day']).toEqual([]);
  expect(map.item).toEqual(usualKeys.item);
});
