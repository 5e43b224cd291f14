import type { WriteBackWord } from '@kasera/shared/order.ts';
import type { ShopFaultKind, SoldOutSpan } from '@kasera/shared/shop.ts';
import type { screenNameEn, shopEn, shopNoticesEn, soldOutEn } from './en-shop.ts';
import { because, wordFor } from './fault-words.ts';
import { timeOfDay } from './format.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
// Four figures stand without a point in Spanish, which reads badly beside five.
const figure = (n: number) => new Intl.NumberFormat('es-ES', { useGrouping: 'always' }).format(n);

const faults: Record<ShopFaultKind, string> = {
  'not-connected': 'no hay ninguna tienda conectada',
  unreachable: 'nadie responde en su dirección',
  timeout: 'tardó demasiado',
  tls: 'su certificado no es válido',
  redirect: 'manda a Kasera a otra dirección',
  unauthorised: 'no acepta las claves de Kasera',
  forbidden: 'las claves de Kasera no tienen permiso para eso',
  'not-found': 'dice que eso no existe',
  refused: 'rechaza lo que se le pidió',
  busy: 'tiene demasiado trabajo',
  unavailable: 'tiene un fallo propio',
  foreign: 'responde otra cosa en su lugar',
  unreadable: 'su respuesta no se entiende',
  paused: 'ha fallado tanto que se la deja descansar un rato',
};

const steps: Record<WriteBackWord, string> = {
  accepted: 'aceptado',
  ready: 'listo',
  completed: 'entregado',
  cancelled: 'anulado',
};

const statuses: Record<string, string> = {
  pending: 'sin pagar',
  processing: 'en proceso',
  'on-hold': 'en espera',
  completed: 'completado',
  cancelled: 'cancelado',
  refunded: 'reembolsado',
  failed: 'fallido',
  trash: 'en la papelera',
};

const down = (fault: string | null | undefined, since: string) =>
  `La tienda no responde${because(faults, fault)}${since && ` desde las ${since}`}.`;

export const shopNoticesEs: typeof shopNoticesEn = {
  'shop-down': ({ error, at }, clock) =>
    `${down(error, at === undefined ? '' : timeOfDay(at, clock))} Las comandas de aquí están a salvo; no pueden llegar nuevas.`,
  'shop-keys-refused': ({ error }) =>
    `La tienda rechaza a Kasera${because(faults, error)}: no se le pueden pedir los pedidos nuevos. Arréglalo en los ajustes de la tienda.`,
  'webhook-replaced': ({ count: n = 1, at }, clock) =>
    `WooCommerce había desactivado ${count(n, 'webhook', 'webhooks')}; Kasera ${n === 1 ? 'lo' : 'los'} ha repuesto${at === undefined ? '' : ` a las ${timeOfDay(at, clock)}`}.`,
  'webhook-broken': ({ error }) =>
    `Falta un webhook o está desactivado, y no se pudo arreglar${because(faults, error)}. Mira los ajustes de la tienda.`,
  'caught-up': ({ count: n = 0 }) =>
    `${count(n, 'pedido llegó', 'pedidos llegaron')} mientras Kasera estaba apagado o no alcanzaba la tienda.`,
  'erased-suspects': ({ count: n = 0 }) =>
    `${count(n, 'pedido abierto parece borrado', 'pedidos abiertos parecen borrados')} en la tienda. Di en los ajustes de la tienda si es así.`,
  'shop-not-told': ({ count: n = 0, error }) =>
    `${count(n, 'cosa no se pudo', 'cosas no se pudieron')} comunicar a la tienda${because(faults, error)}. Mira en la tienda.`,
  'stock-stuck': ({ count: n = 0, error }) =>
    `${count(n, 'producto no se pudo', 'productos no se pudieron')} volver a poner a la venta en la tienda${because(faults, error)}. Hazlo allí.`,
  'shop-conflict': ({ count: n = 0 }) =>
    `En ${count(n, 'pedido', 'pedidos')} la tienda dice otra cosa que la cocina: mira las comandas y «Hechos».`,
};

/** What the board says of the shop, in Spanish. */
export const shopEs: typeof shopEn = {
  faults,
  statuses,
  steps,
  settings: 'Ajustes de la tienda',
  checked: (ago) => `tienda mirada hace ${ago}`,
  neverChecked: 'tienda aún sin mirar',
  down: (since) => `la tienda no responde${since && ` desde las ${since}`}`,
  tells: 'Avisos',
  asked: 'Consulta',
  askedOff: 'no se le piden los pedidos: faltan sus claves en los ajustes de la tienda',
  askedAt: (ago) => `Kasera mira por su cuenta, la última vez hace ${ago}`,
  askedNever: 'Kasera mira por su cuenta, aún sin terminar',
  askedSlowly: (fault) => `menos a menudo por ahora${because(faults, fault)}`,
  askedDown: (fault, since) => `no responde${because(faults, fault)} desde las ${since}`,
  noneNeeded: 'aún ninguno; Kasera le pregunta a la tienda por su cuenta',
  downStrip: (fault, since) => `${down(fault, since)} Las comandas de aquí están a salvo; no pueden llegar nuevas.`,
  downStripWebhooks: (fault, since) => `${down(fault, since)} Los pedidos siguen llegando por sus avisos.`,
  catchingUp: (done, total) =>
    total === null
      ? `Poniéndose al día con la tienda: ${figure(done)}`
      : `Poniéndose al día con la tienda: ${figure(done)} de ${figure(total)}`,
  erased: 'borrado en la tienda',
  conflict: (wanted, found) =>
    `${found === 'gone' ? 'El pedido ya no está en la tienda' : `La tienda dice «${wordFor(statuses, found)}»`}; no se le comunicó «${steps[wanted]}». Mira en la tienda.`,
  conflictSeen: 'Visto',
  conflictSeenOne: (number) => `Visto: la respuesta de la tienda a #${number}`,
  guestTold: (what, time) => `al cliente se le dijo «${steps[what]}» ${time}`,
  guestToldFact: 'Se dijo al cliente',
  telling: (what, seconds) =>
    seconds > 0 ? `se dirá a la tienda «${steps[what]}» en ${seconds} s` : `diciendo a la tienda «${steps[what]}» …`,
};

const spans: Record<SoldOutSpan, string> = {
  hour: '1 hora',
  closing: 'Hasta el cierre',
  'open-ended': 'Hasta que lo diga',
};

/** What cannot be made now, in Spanish. */
export const soldOutEs: typeof soldOutEn = {
  spans,
  title: 'Agotado',
  count: (n) => `Agotado: ${n}`,
  mark: 'AGOTADO',
  empty: 'Se puede hacer todo.',
  why: 'La tienda no los vende hasta que vuelva a haber.',
  whyUnconnected: 'Solo lo sabe la cocina: no hay ninguna tienda conectada.',
  fromTicket: 'Agotado …',
  which: '¿Qué se ha agotado?',
  howMuch: '¿Todo el plato?',
  thisVariation: 'Solo esta variante',
  wholeDish: 'El plato entero',
  howLong: '¿Por cuánto tiempo?',
  noProduct: 'no es un producto de la tienda: allí no se puede agotar',
  already: 'ya está agotado',
  effect: 'La tienda lo muestra como agotado.',
  effectUnconnected: 'Solo lo sabe la cocina: no hay ninguna tienda conectada.',
  sellOut: 'Marcar agotado',
  sending: 'Enviando …',
  offline: 'Sin conexión con Kasera: no se ha hecho nada. Prueba otra vez cuando vuelva.',
  refused: {
    unauthorised: 'La clave de esta pantalla ya no vale: abre otra vez el enlace de la cocina.',
    unknown: 'Kasera ya no lo conoce.',
    conflict: 'Ya está agotado, o se cambió mientras tanto en otra pantalla.',
    invalid: 'Kasera no lo entendió. Carga esta página de nuevo.',
    server: 'Kasera no pudo guardarlo. Prueba otra vez.',
  },
  done: (name, open) => `${name}: agotado${open ? `, ${open}` : '.'}`,
  backAgain: (name) => `${name}: disponible de nuevo.`,
  stillIn: (n) => `aún en ${count(n, 'pedido abierto', 'pedidos abiertos')}`,
  stillInNone: 'en ningún pedido abierto',
  add: 'Agotar algo',
  search: 'Buscar un plato',
  searchHint: 'Escribe una parte de su nombre.',
  nothingFound: (words) => `Nada del catálogo se llama «${words}».`,
  outInShop: 'ya sin existencias en la tienda',
  back: 'Vuelve a haber',
  backOne: (name) => `Vuelve a haber: ${name}`,
  since: (time, by) => (by ? `desde las ${time}, por ${by}` : `desde las ${time}`),
  until: (time, left) => `hasta las ${time} (${left} más)`,
  untilSaid: 'hasta que alguien lo diga',
  over: (time) => `hasta las ${time}`,
  shop: {
    telling: 'comunicándolo a la tienda …',
    told: 'la tienda lo muestra como agotado',
    untold: 'solo lo sabe la cocina: no hay ninguna tienda conectada',
    returning: 'volviendo a la venta en la tienda …',
  },
  shopFailed: (fault) => `no se pudo comunicar a la tienda${because(faults, fault)}`,
  shopStuck: (fault) =>
    `no se pudo volver a poner a la venta en la tienda${because(faults, fault)}: prueba otra vez, o hazlo allí`,
};

/** The name a screen goes by, in Spanish. */
export const screenNameEs: typeof screenNameEn = {
  title: 'Nombre de esta pantalla',
  hint: 'Se dice donde se hizo algo en ella, por ejemplo «agotado por …».',
  unnamed: (id) => `Pantalla ${id}`,
};
