import { expect, test } from 'vitest';
import { createCell } from '../live/cell.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import type { Language } from './language.ts';
import { speak } from './spoken.ts';

const load = { en: async () => en, es: async () => es };
const later = (run: () => void) => queueMicrotask(run);

test('[BO10] loads the chosen language only, and tries until it has it', async () => {
  let tries = 0;
  const unsteady = async () => {
    tries += 1;
    if (tries < 3) throw new Error('no connection');
    return es;
  };
  const never = async () => Promise.reject(new Error('not asked for'));
  const spoken = await speak({ chosen: createCell<Language>('es'), load: { es: unsteady, en: never }, later });
  expect(spoken.words()).toBe(es);
  expect(tries).toBe(3);
});

test('[BO10] another language is spoken once its words are there, and kept', async () => {
  const chosen = createCell<Language>('en');
  const spoken = await speak({ chosen, load, later });
  const changed = new Promise<void>((resolve) => spoken.subscribe(resolve));
  spoken.set('es');
  expect(spoken.words()).toBe(en);
  await changed;
  expect([spoken.get(), spoken.words(), chosen.get()]).toEqual(['es', es, 'es']);
});

test('[BO10] where the other words cannot be had, the page goes on in its own', async () => {
  const chosen = createCell<Language>('en');
  let asked = false;
  const broken = async () => {
    asked = true;
    throw new Error('no connection');
  };
  const spoken = await speak({ chosen, load: { ...load, es: broken }, later });
  spoken.set('es');
  await Promise.resolve();
  expect([asked, spoken.get(), chosen.get()]).toEqual([true, 'en', 'en']);
});
