import { expect, test } from 'vitest';
import { en } from '../../i18n/en.ts';
import { es } from '../../i18n/es.ts';
import { markOf, nameOfScreen } from './screen-mark.ts';

test('[SH7.6] a screen without a name is called by its id, in the language of whoever reads', () => {
  const by = markOf('2f2fa1b2-0000');
  expect([nameOfScreen(by, en), nameOfScreen(by, es)]).toEqual(['Screen 2f2f', 'Pantalla 2f2f']);
});

test('[SH7.6] a name that was given is said as it is', () => {
  for (const name of ['Parrilla', '#1', 'Barra #2f2f', '']) expect(nameOfScreen(name, en)).toBe(name);
});
