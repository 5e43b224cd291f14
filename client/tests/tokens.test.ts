import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../src/ui/tokens.css', import.meta.url), 'utf8');

function token(name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (!value) throw new Error(`no token --${name}`);
  return value;
}

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const white = '#ffffff';

test.each([
  ['calm', token('ink')],
  ['soon', token('ink')],
  ['late', white],
  ['new', white],
  ['stop', white],
  ['stop-stripe', white],
  ['changed', token('ink')],
  ['changed-bar', white],
  ['paper', token('minus')],
  ['paper', token('plus')],
  ['paper', token('ink-dim')],
  ['ink', token('allergy-ink')],
  ['good-wall', token('good')],
  ['warn-wall', token('warn')],
  ['bad-wall', token('bad')],
  ['wall', token('on-wall-dim')],
  ['pill', token('on-wall-dim')],
  ['undo', white],
  ['warn', token('ink')],
  ['bar', token('on-wall-dim')],
  ['bar', token('link')],
  ['bar', token('bad-ink')],
  ['bar', token('good')],
  ['bar', token('warn')],
  ['wall', token('link')],
])('[BD1] words on %s can be read: at least 4.5:1', (ground, words) => {
  expect(contrast(token(ground), words)).toBeGreaterThanOrEqual(4.5);
});

test('[SH1] the edge of a field is seen on the card and inside it: at least 3:1', () => {
  expect(contrast(token('field-edge'), token('bar'))).toBeGreaterThanOrEqual(3);
  expect(contrast(token('field-edge'), token('field'))).toBeGreaterThanOrEqual(3);
});

test('[BD1] late stands out from calm, soon and the wall without colour: lightness alone is at least 3:1 to calm', () => {
  expect(contrast(token('late'), token('calm'))).toBeGreaterThanOrEqual(3);
  expect(contrast(token('late'), token('soon'))).toBeGreaterThanOrEqual(3);
  expect(contrast(token('ink-done'), token('paper'))).toBeGreaterThanOrEqual(3);
});
