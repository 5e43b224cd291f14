import type { Messages } from '../i18n/en.ts';

/** What people call a screen; one nobody named is called by the beginning of its id. */
export function screenWords(screen: string, t: Pick<Messages, 'screenName'>): string {
  return /^[0-9a-f]{32}$/.test(screen) ? t.screenName.unnamed(screen.slice(0, 4)) : screen;
}
