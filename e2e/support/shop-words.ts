import type { Language } from './board-words.ts';

/** What a person reads of the shop, on the board and on its page, written down apart from the product ([TS5]). */
export interface ShopWords {
  /** Where a shop is connected, as the board leads there. */
  settings: string;
  caughtUp: (count: number) => string;
  replaced: (count: number) => string;
  suspects: (count: number) => string;
  /** In the reserved row; `why` is one of `faults`. */
  down: (why: string) => string;
  safe: string;
  stillTells: string;
  faults: Record<'unreachable' | 'foreign' | 'redirect' | 'unauthorised', string>;
  erased: string;
  /** How the chip in the corner begins while all is well. */
  live: RegExp;
  toBoard: string;
  page: PageWords;
}

interface PageWords {
  title: string;
  none: string;
  address: string;
  key: string;
  secret: string;
  connect: string;
  unknownKey: string;
  plainHttp: string;
  connected: string;
  allFine: string;
  byConsent: string;
  granted: string;
  denied: string;
  replaced: string;
  order: (number: string) => string;
  areErased: string;
  areThere: string;
  doneErased: (count: number) => string;
  doneThere: (count: number) => string;
}

const es: ShopWords = {
  settings: 'Ajustes de la tienda',
  caughtUp: (count) => `${count} pedidos llegaron mientras Kasera estaba apagado o no alcanzaba la tienda.`,
  replaced: (count) => `WooCommerce había desactivado ${count} webhooks; Kasera los ha repuesto`,
  suspects: (count) => `${count} pedidos abiertos parecen borrados en la tienda.`,
  down: (why) => `La tienda no responde (${why})`,
  safe: 'Las comandas de aquí están a salvo; no pueden llegar nuevas.',
  stillTells: 'Los pedidos siguen llegando por sus avisos.',
  faults: {
    unreachable: 'nadie responde en su dirección',
    foreign: 'responde otra cosa en su lugar',
    redirect: 'manda a Kasera a otra dirección',
    unauthorised: 'no acepta las claves de Kasera',
  },
  erased: 'borrado en la tienda',
  live: /^en directo/,
  toBoard: 'A la pantalla',
  page: {
    title: 'La tienda',
    none: 'Aún no hay ninguna tienda conectada.',
    address: 'Dirección de la tienda',
    key: 'Clave del cliente',
    secret: 'Clave secreta de cliente',
    connect: 'Conectar',
    unknownKey: 'La tienda no conoce la clave',
    plainHttp: 'La dirección empieza por http://.',
    connected: 'Conectada.',
    allFine: 'Todo funciona.',
    byConsent: 'Conectar a través de WooCommerce',
    granted: 'Conectada: la tienda entregó sus claves.',
    denied: 'Dijiste que no en la tienda',
    replaced: 'estaba apagado, cambiado por uno nuevo',
    order: (number) => `Pedido ${number}`,
    areErased: 'Están borrados: anularlos aquí',
    areThere: 'Siguen existiendo: dejarlos',
    doneErased: (count) => `${count} pedidos anulados en la pantalla.`,
    doneThere: (count) => `${count} ${count === 1 ? 'pedido sigue' : 'pedidos siguen'} en la pantalla.`,
  },
};

const en: ShopWords = {
  settings: 'Shop settings',
  caughtUp: (count) => `${count} orders arrived while Kasera was off or could not reach the shop.`,
  replaced: (count) => `WooCommerce had switched off ${count} webhooks; Kasera made new ones`,
  suspects: (count) => `${count} open orders seem erased in the shop.`,
  down: (why) => `The shop does not answer (${why})`,
  safe: 'Tickets here are safe; new ones cannot come.',
  stillTells: 'Orders still come by its webhooks.',
  faults: {
    unreachable: 'nothing answers at its address',
    foreign: 'something else answers in its place',
    redirect: 'it sends Kasera to another address',
    unauthorised: 'it does not accept Kasera’s keys',
  },
  erased: 'erased in the shop',
  live: /^live/,
  toBoard: 'To the board',
  page: {
    title: 'The shop',
    none: 'No shop is connected yet.',
    address: 'Address of the shop',
    key: 'Consumer key',
    secret: 'Consumer secret',
    connect: 'Connect',
    unknownKey: 'The shop does not know the key',
    plainHttp: 'The address begins with http://.',
    connected: 'Connected.',
    allFine: 'Everything works.',
    byConsent: 'Connect through WooCommerce',
    granted: 'Connected: the shop handed over its keys.',
    denied: 'You said no in the shop',
    replaced: 'was switched off, replaced by a new one',
    order: (number) => `Order ${number}`,
    areErased: 'They are erased: cancel them here',
    areThere: 'They still exist: keep them',
    doneErased: (count) => `${count} orders are cancelled on the board.`,
    doneThere: (count) => `${count} ${count === 1 ? 'order stays' : 'orders stay'} on the board.`,
  },
};

export const shopWords: Record<Language, ShopWords> = { es, en };
