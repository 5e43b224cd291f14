import type { SettingsWords } from '../i18n/settings-en.ts';
import type { ShopReply } from './shop-api.ts';

/** Why something was not done, or null where it was or where the page says it elsewhere. */
export function refusalWords(reply: ShopReply<unknown>, words: SettingsWords): string | null {
  switch (reply.type) {
    case 'done':
    case 'unauthorised':
      return null;
    case 'unreached':
      return words.faults.unreached;
    case 'unreadable':
      return words.unreadable;
    case 'refused':
      return refusedWords(reply, words);
  }
}

function refusedWords({ code, message }: { code: string; message: string }, words: SettingsWords): string {
  const { faults, advice } = words;
  const told = advice.codes[code];
  if (told) return `${told.means} ${told.todo}`;
  if (code === 'from-environment') return faults.fromEnvironment;
  if (code === 'cannot-store') return faults.storage;
  return faults.refused(message);
}
