import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../src/ui/tokens.css', import.meta.url), 'utf8');

const themes = ['dark', 'contrast', 'light'] as const;
type Theme = (typeof themes)[number];

/** What a theme says of a token, else what the dark wall says, from which all others differ. */
function token(name: string, theme: Theme = 'dark'): string {
  const [, own = ''] = css.split(`:root[data-theme='${theme}'] {`);
  const value = valueIn(own.split('}')[0] ?? '', name) ?? valueIn(css, name);
  if (!value) throw new Error(`no token --${name}`);
  return value;
}

function valueIn(text: string, name: string): string | undefined {
  return new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(text)?.[1];
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

const pairs: [string, string][] = [
  ['calm', 'ink'],
  ['soon', 'ink'],
  ['late', 'white'],
  ['new', 'white'],
  ['stop', 'white'],
  ['stop-stripe', 'white'],
  ['changed', 'ink'],
  ['changed-bar', 'white'],
  ['paper', 'minus'],
  ['paper', 'plus'],
  ['paper', 'ink-dim'],
  ['paper', 'ink-done'],
  ['paper-field', 'late'],
  ['paper-sunk', 'ink-dim'],
  ['paper-pressed', 'ink'],
  ['folded', 'ink-dim'],
  ['note', 'ink'],
  ['note', 'ink-dim'],
  ['new-paper', 'ink'],
  ['new-paper', 'new-ink'],
  ['good-paper', 'ink-dim'],
  ['warn-paper', 'ink'],
  ['bad-paper', 'minus'],
  ['ink', 'allergy-ink'],
  ['good-wall', 'good'],
  ['warn-wall', 'warn'],
  ['bad-wall', 'bad'],
  ['wall', 'on-wall-dim'],
  ['pill', 'on-wall-dim'],
  ['chosen', 'on-chosen'],
  ['warn-ground', 'ink'],
  ['bar', 'on-wall-dim'],
  ['bar', 'link'],
  ['bar', 'bad-ink'],
  ['bar', 'good'],
  ['bar', 'warn'],
  ['wall', 'link'],
  ['wall', 'on-wall'],
  ['pill', 'on-wall'],
  ['pill-hover', 'on-wall'],
  ['pill-pressed', 'on-wall'],
  ['new-hover', 'white'],
  ['undo', 'on-wall'],
  ['undo-button', 'white'],
  ['undo-pressed', 'white'],
];
const all = themes.flatMap((theme) => pairs.map(([ground, words]) => [theme, ground, words] as const));

test.each(all)('[BO9] in the %s theme words on %s can be read (%s): at least 4.5:1', (theme, ground, words) => {
  const ink = words === 'white' ? white : token(words, theme);
  expect(contrast(token(ground, theme), ink)).toBeGreaterThanOrEqual(4.5);
});

test.each(themes)('[SH1] %s: the edge of a field is seen on the card and inside it: at least 3:1', (theme) => {
  for (const ground of ['bar', 'field']) {
    expect(contrast(token('field-edge', theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  }
});

test.each(themes)(
  '[BO9] %s: the edge of a late ticket is seen on the wall, that of a button on paper: at least 3:1',
  (theme) => {
    expect(contrast(token('late-edge', theme), token('wall', theme))).toBeGreaterThanOrEqual(3);
    expect(contrast(token('paper-edge', theme), token('paper', theme))).toBeGreaterThanOrEqual(3);
  },
);

test.each(themes)('[BO7] %s: the ring of the chosen ticket is seen on the wall: at least 3:1', (theme) => {
  expect(contrast(token('focus', theme), token('wall', theme))).toBeGreaterThanOrEqual(3);
});

test.each(themes)(
  '[BO9] %s: late is the strongest without colour too: lightness alone is at least 3:1 to calm',
  (theme) => {
    const late = token('late', theme);
    expect(contrast(late, token('calm', theme))).toBeGreaterThanOrEqual(3);
    expect(contrast(late, token('soon', theme))).toBeGreaterThanOrEqual(3);
  },
);
