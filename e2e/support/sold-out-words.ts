import type { Language } from './board-words.ts';

/** What a person reads of what is sold out, written down apart from the product ([TS5]). */
export interface SoldOutWords {
  /** In the ⋯ of a ticket. */
  fromTicket: string;
  onlyThis: string;
  whole: string;
  hour: string;
  untilSaid: string;
  /** The button that does it. */
  sellOut: string;
  mark: string;
  /** The button to the list, with how many there are. */
  list: (count: number) => RegExp;
  add: string;
  search: string;
  stillIn: (numbers: readonly string[]) => string;
  stillInNone: string;
  backOne: (name: string) => string;
  nobodySaid: string;
  timeLeft: RegExp;
  told: string;
  telling: string;
  returning: string;
  empty: string;
}

const es: SoldOutWords = {
  fromTicket: 'Agotado …',
  onlyThis: 'Solo esta variante',
  whole: 'El plato entero',
  hour: '1 hora',
  untilSaid: 'Hasta que lo diga',
  sellOut: 'Marcar agotado',
  mark: 'AGOTADO',
  list: (count) => new RegExp(`^Agotado ${count}$`),
  add: 'Agotar algo …',
  search: 'Buscar un plato',
  stillIn: (numbers) =>
    `aún en ${numbers.length} ${numbers.length === 1 ? 'pedido abierto' : 'pedidos abiertos'}: ${named(numbers)}`,
  stillInNone: 'en ningún pedido abierto',
  backOne: (name) => `Vuelve a haber: ${name}`,
  nobodySaid: 'hasta que alguien lo diga',
  timeLeft: /hasta las \d\d:\d\d \(\d+ min más\)/,
  told: 'la tienda lo muestra como agotado',
  telling: 'comunicándolo a la tienda …',
  returning: 'volviendo a la venta en la tienda …',
  empty: 'Se puede hacer todo.',
};

const en: SoldOutWords = {
  fromTicket: 'Sold out …',
  onlyThis: 'Only this variation',
  whole: 'The whole dish',
  hour: '1 hour',
  untilSaid: 'Until I say so',
  sellOut: 'Sold out',
  mark: 'SOLD OUT',
  list: (count) => new RegExp(`^Sold out ${count}$`),
  add: 'Sell something out …',
  search: 'Search a dish',
  stillIn: (numbers) =>
    `still in ${numbers.length} ${numbers.length === 1 ? 'open order' : 'open orders'}: ${named(numbers)}`,
  stillInNone: 'in no open order',
  backOne: (name) => `Back in stock: ${name}`,
  nobodySaid: 'until somebody says so',
  timeLeft: /until \d\d:\d\d \(\d+ min left\)/,
  told: 'the shop shows it as out of stock',
  telling: 'the shop is being told …',
  returning: 'going back on sale in the shop …',
  empty: 'Everything can be made.',
};

const named = (numbers: readonly string[]): string => numbers.map((number) => `#${number}`).join(' ');

export const soldOutWords: Record<Language, SoldOutWords> = { es, en };
