import type { Messages } from '../../i18n/en.ts';
import type { Message } from '../../live/messages.ts';

/** What happened, in words for the reserved row. */
export function messageWords(message: Message, t: Messages): string {
  switch (message.type) {
    case 'refused':
      return t.messages.refused(message.number, message.command, message.code);
    case 'sold-out':
      return t.soldOut.done(message.name, openWords(message.openIn, t));
    case 'back-in-stock':
      return t.soldOut.backAgain(message.name);
    case 'returned':
      return returnedWords(message, t);
  }
}

const namedAtMost = 8;

/** "still in 5 open orders: #1042 #1043 …"; nothing where it is in none. */
export function openWords(numbers: readonly string[], t: Messages): string {
  if (numbers.length === 0) return '';
  const named = numbers.slice(0, namedAtMost).map((number) => `#${number}`);
  const more = numbers.length > namedAtMost ? ' …' : '';
  return `${t.soldOut.stillIn(numbers.length)}: ${named.join(' ')}${more}`;
}

function returnedWords({ arrived, changed, cancelled }: Extract<Message, { type: 'returned' }>, t: Messages): string {
  const parts = [
    arrived > 0 ? t.messages.arrived(arrived) : '',
    changed > 0 ? t.messages.changed(changed) : '',
    cancelled > 0 ? t.messages.cancelled(cancelled) : '',
  ].filter(Boolean);
  return [t.messages.returned, parts.length > 0 ? `${parts.join(', ')}.` : t.messages.returnedNothing].join(' ');
}
