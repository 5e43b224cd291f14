import { en, type Messages } from './en.ts';
import { es } from './es.ts';

export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

export const dictionaries: Record<Language, Messages> = { es, en };

/** The language of a screen: what was chosen on it, else the first of the browser's that Kasera speaks, else English. */
export function chooseLanguage(chosen: string | null, browser: readonly string[]): Language {
  const wishes = [chosen ?? '', ...browser].map((wish) => wish.toLowerCase().split('-')[0]);
  return wishes.flatMap((wish) => languages.find((language) => language === wish) ?? [])[0] ?? 'en';
}
