import type { OrderTask } from './task.ts';

export interface NoteFacts {
  step: OrderTask['step'];
  note: 'private' | 'customer';
  promisedAt: number | null;
  /** What the kitchen said of its cancellation. */
  reason: string | null;
  /** When it was placed: a promise of another day than that is said with its day. */
  at: number;
}

export interface NoteWords {
  language: 'es' | 'en';
  /** An IANA zone: in whose time a promise is said. */
  timeZone: string;
}

/**
 * The text of a note on an order, as the HTML for which WooCommerce takes every note; the same for the same facts on
 * every try.
 */
export function noteText(facts: NoteFacts, { language, timeZone }: NoteWords): string {
  const time = facts.promisedAt === null ? null : timeText(facts.promisedAt, facts.at, language, timeZone);
  return texts[language][facts.note][facts.step](time, facts.reason);
}

type Text = (time: string | null, reason: string | null) => string;

const texts: Record<'es' | 'en', Record<NoteFacts['note'], Record<OrderTask['step'], Text>>> = {
  es: {
    customer: {
      accepted: (time) => `Hemos aceptado tu pedido.${time === null ? '' : ` Estará listo a las ${time}.`}`,
      ready: () => 'Tu pedido está listo.',
      completed: () => 'Tu pedido está entregado. ¡Que aproveche!',
      cancelled: (_, reason) => `No podemos preparar tu pedido${reason === null ? '.' : `: ${sentence(reason)}`}`,
    },
    private: {
      accepted: (time) => `Cocina: aceptado${time === null ? '.' : `, listo a las ${time}.`}`,
      ready: () => 'Cocina: listo.',
      completed: () => 'Cocina: entregado.',
      cancelled: (_, reason) => `Cocina: cancelado${reason === null ? '.' : `: ${sentence(reason)}`}`,
    },
  },
  en: {
    customer: {
      accepted: (time) => `We have accepted your order.${time === null ? '' : ` It will be ready at ${time}.`}`,
      ready: () => 'Your order is ready.',
      completed: () => 'Your order has been handed over. Enjoy!',
      cancelled: (_, reason) => `We cannot prepare your order${reason === null ? '.' : `: ${sentence(reason)}`}`,
    },
    private: {
      accepted: (time) => `Kitchen: accepted${time === null ? '.' : `, ready at ${time}.`}`,
      ready: () => 'Kitchen: ready.',
      completed: () => 'Kitchen: handed over.',
      cancelled: (_, reason) => `Kitchen: cancelled${reason === null ? '.' : `: ${sentence(reason)}`}`,
    },
  },
};

function sentence(reason: string): string {
  return inHtml(/[.!?…]$/.test(reason) ? reason : `${reason}.`);
}

/**
 * What a person typed is no markup: WooCommerce puts a note as it stands into the guest's mail. WordPress takes
 * backslashes out of it besides: it would read back as another note, and be posted twice. (Names where there are any:
 * of others a mail in plain text knows nothing.)
 */
function inHtml(text: string): string {
  return text.replace(/[&<>\\]/g, (sign) => entities.get(sign) ?? sign);
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\\', '&#92;'],
]);

function timeText(promisedAt: number, at: number, language: 'es' | 'en', timeZone: string): string {
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone });
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const time = clock.format(promisedAt);
  if (day.format(promisedAt) === day.format(at)) return time;
  return language === 'es' ? `${time} del ${day.format(promisedAt)}` : `${time} on ${day.format(promisedAt)}`;
}
