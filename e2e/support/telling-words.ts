import type { Language } from './board-words.ts';

type Step = 'accepted' | 'ready' | 'completed' | 'cancelled';

/** What a person reads of what the shop is told, written down apart from the product ([TS5]). */
export interface TellingWords {
  countdown: (step: Step) => RegExp;
  /** With the time of day. */
  guestTold: (step: Step) => RegExp;
  guestToldFact: RegExp;
  closedInShop: string;
  /** On an order: `found` as WooCommerce's status is called. */
  conflict: (found: string, step: Step) => string;
  conflictSeen: (number: string) => string;
  statuses: { cancelled: string; onHold: string; trash: string };
  close: string;
  /** On the settings page. */
  page: {
    telling: string;
    statusOf: Record<Step, string>;
    noteOf: Record<Step, string>;
    toGuest: string;
    saved: string;
  };
  /** What a guest reads, and their shop's people. */
  notes: { accepted: (time: string) => string; cancelled: (reason: string) => string };
}

const time = String.raw`\d\d:\d\d`;
const esSteps: Record<Step, string> = {
  accepted: 'aceptado',
  ready: 'listo',
  completed: 'entregado',
  cancelled: 'anulado',
};
const enSteps: Record<Step, string> = {
  accepted: 'accepted',
  ready: 'ready',
  completed: 'handed over',
  cancelled: 'cancelled',
};

const es: TellingWords = {
  countdown: (step) => new RegExp(`se dirá a la tienda «${esSteps[step]}» en \\d+ s`),
  guestTold: (step) => new RegExp(`al cliente se le dijo «${esSteps[step]}» ${time}`),
  guestToldFact: new RegExp(`Se dijo al cliente\\s+aceptado ${time}`),
  closedInShop: 'CERRADO EN LA TIENDA',
  conflict: (found, step) => `La tienda dice «${found}»; no se le comunicó «${esSteps[step]}». Mira en la tienda.`,
  conflictSeen: (number) => `Visto: la respuesta de la tienda a #${number}`,
  statuses: { cancelled: 'cancelado', onHold: 'en espera', trash: 'en la papelera' },
  close: 'Cerrar',
  page: {
    telling: 'Contárselo a la tienda',
    statusOf: {
      accepted: 'Aceptado con una hora: Estado en la tienda',
      ready: 'Listo: Estado en la tienda',
      completed: 'Entregado: Estado en la tienda',
      cancelled: 'Anulado por la cocina: Estado en la tienda',
    },
    noteOf: {
      accepted: 'Aceptado con una hora: Nota en el pedido',
      ready: 'Listo: Nota en el pedido',
      completed: 'Entregado: Nota en el pedido',
      cancelled: 'Anulado por la cocina: Nota en el pedido',
    },
    toGuest: 'nota al cliente',
    saved: 'Guardado.',
  },
  notes: {
    accepted: (at) => `Hemos aceptado tu pedido. Estará listo a las ${at}`,
    cancelled: (reason) => `No podemos preparar tu pedido: ${reason}.`,
  },
};

const en: TellingWords = {
  countdown: (step) => new RegExp(`tells the shop “${enSteps[step]}” in \\d+ s`),
  guestTold: (step) => new RegExp(`guest was told “${enSteps[step]}” ${time}`),
  guestToldFact: new RegExp(`Guest was told\\s+accepted ${time}`),
  closedInShop: 'CLOSED IN THE SHOP',
  conflict: (found, step) => `The shop says “${found}”; “${enSteps[step]}” was not told to it. Look in the shop.`,
  conflictSeen: (number) => `Seen: the shop’s answer on #${number}`,
  statuses: { cancelled: 'cancelled', onHold: 'on hold', trash: 'in the bin' },
  close: 'Close',
  page: {
    telling: 'Telling the shop',
    statusOf: {
      accepted: 'Accepted with a time: Status in the shop',
      ready: 'Ready: Status in the shop',
      completed: 'Handed over: Status in the shop',
      cancelled: 'Cancelled by the kitchen: Status in the shop',
    },
    noteOf: {
      accepted: 'Accepted with a time: Note on the order',
      ready: 'Ready: Note on the order',
      completed: 'Handed over: Note on the order',
      cancelled: 'Cancelled by the kitchen: Note on the order',
    },
    toGuest: 'note to the guest',
    saved: 'Saved.',
  },
  notes: {
    accepted: (at) => `We have accepted your order. It will be ready at ${at}`,
    cancelled: (reason) => `We cannot prepare your order: ${reason}.`,
  },
};

export const tellingWords: Record<Language, TellingWords> = { es, en };
