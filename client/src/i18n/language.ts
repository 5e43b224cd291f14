import type { Messages } from './en.ts';

export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself: no other one has to be loaded to offer it. */
export const languageNames: Record<Language, string> = { es: 'Español', en: 'English' };

/** Each language is a script of its own: a screen loads the one it speaks. */
export const loadWords: Record<Language, () => Promise<Messages>> = {
  es: async () => (await import('./es.ts')).es,
  en: async () => (await import('./en.ts')).en,
};

/** The language of a screen: what was chosen on it, else the first of the browser's that Kasera speaks, else English. */
export function chooseLanguage(chosen: string | null, browser: readonly string[]): Language {
  const wishes = [chosen ?? '', ...browser].map((wish) => wish.toLowerCase().split('-')[0]);
  return wishes.flatMap((wish) => languages.find((language) => language === wish) ?? [])[0] ?? 'en';
}
