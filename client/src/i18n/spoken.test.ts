import { expect, test } from 'vitest';
import { createCell } from '../live/cell.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import type { Language } from './language.ts';
import { speak } from './spoken.ts';

test('[BO10] another language is spoken once its words are there, and kept', async () => {
  const chosen = createCell<Language>('en');
  const spoken = speak({ chosen, words: en, others: async () => es });
  const changed = new Promise<void>((resolve) => spoken.subscribe(resolve));
  spoken.set('es');
  expect(spoken.words()).toBe(en);
  await changed;
  expect([spoken.get(), spoken.words(), chosen.get()]).toEqual(['es', es, 'es']);
});

test('[BO10] where the other words cannot be had, the page goes on in its own', async () => {
  const chosen = createCell<Language>('en');
  const asked: Language[] = [];
  const others = async (language: Language) => {
    asked.push(language);
    return null;
  };
  const spoken = speak({ chosen, words: en, others });
  spoken.set('es');
  await Promise.resolve();
  expect([asked, spoken.get(), spoken.words(), chosen.get()]).toEqual([['es'], 'en', en, 'en']);
});
