import type { Messages } from '../../i18n/en.ts';

/** How a screen without a name signs: no word of any language. */
export function markOf(screen: string): string {
  return `#${screen.slice(0, 4)}`;
}

/** What people read for who did something: a name as it was given, a mark in the reader's language. */
export function nameOfScreen(by: string, t: Pick<Messages, 'screenName'>): string {
  const id = /^#([\w-]{4})$/.exec(by)?.[1];
  return id === undefined ? by : t.screenName.unnamed(id);
}
