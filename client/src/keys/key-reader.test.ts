import { expect, test } from 'vitest';
import { createKeyReader, type KeyStroke } from './key-reader.ts';

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  ...{ key, code: '', repeat: false, ctrlKey: false, altKey: false, metaKey: false, ...more },
});

test('[BO7] a key counts once as it goes down, however long it is held', () => {
  const reader = createKeyReader();
  expect(reader.down(stroke('1'), 0)).toEqual({ key: '1', code: '' });
  expect(reader.down(stroke('1', { repeat: true }), 500)).toBeNull();
  expect(reader.up(stroke('1'), 600)).toBeNull();
});

test('[BO7] Control bumps as it comes up, pressed alone', () => {
  const reader = createKeyReader();
  expect(reader.down(stroke('Control', { ctrlKey: true }), 0)).toBeNull();
  expect(reader.down(stroke('Control', { ctrlKey: true, repeat: true }), 30)).toBeNull();
  expect(reader.up(stroke('Control'), 60)).toEqual({ key: 'Control', code: '' });
});

test('[BO7] Ctrl+C does not bump, nor does AltGr, a click, or a key held in thought', () => {
  const reader = createKeyReader();
  reader.down(stroke('Control', { ctrlKey: true }), 0);
  expect(reader.down(stroke('c', { ctrlKey: true }), 10)).toBeNull();
  expect(reader.up(stroke('Control'), 20)).toBeNull();

  reader.down(stroke('Control', { ctrlKey: true }), 100);
  reader.down(stroke('Alt', { ctrlKey: true, altKey: true }), 101);
  expect(reader.up(stroke('Control'), 150)).toBeNull();
  expect(reader.up(stroke('Alt'), 150)).toBeNull();

  reader.down(stroke('Control', { ctrlKey: true }), 200);
  reader.reset();
  expect(reader.up(stroke('Control'), 210)).toBeNull();

  reader.down(stroke('Control', { ctrlKey: true }), 300);
  expect(reader.up(stroke('Control'), 1_400)).toBeNull();
});

test('[BO7] letters with Ctrl, Alt or the system key are the browser’s', () => {
  const reader = createKeyReader();
  for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
    expect(reader.down(stroke('r', held), 0)).toBeNull();
  }
  expect(reader.down(stroke('?'), 0)).toEqual({ key: '?', code: '' });
});
