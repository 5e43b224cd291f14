export type Language = 'es' | 'en';

/** What a person reads on the board, written down apart from the product: a changed word has to be changed here too. */
export interface BoardWords {
  /** The browser setting that brings this language. */
  locale: string;
  accept: (minutes: number) => string;
  inMinutes: (minutes: number) => string;
  newOrder: string;
  ready: string;
  changeSeen: string;
  stop: string;
  stopSeen: string;
  changed: string;
  test: string;
  notSent: string;
  undo: string;
  recall: (number: string) => string;
  handedOver: (number: string) => string;
  more: (number: string) => string;
  cancel: string;
  soldOut: string;
  cancelNow: (number: string) => string;
  openList: RegExp;
  doneList: RegExp;
  statuses: { ready: string; completed: string; cancelled: string };
  refusedReady: (number: string) => string;
  silent: string;
  noPlace: string;
  refusing: string;
  hush: string;
  enableSound: string;
  soundOn: string;
  emptyTitle: string;
  testOrder: string;
  shopSilent: string;
  shopPinged: RegExp;
  shopSigned: RegExp;
  unproven: RegExp;
  wrongSecret: RegExp;
  settings: string;
  close: string;
  health: RegExp;
  keyNeeded: string;
  nextPage: string;
}

const es: BoardWords = {
  locale: 'es-ES',
  accept: (minutes) => `Aceptar, listo en ${minutes} minutos`,
  inMinutes: (minutes) => `en ${minutes}`,
  newOrder: 'NUEVO',
  ready: 'LISTO',
  changeSeen: 'CAMBIO VISTO',
  stop: 'ALTO',
  stopSeen: 'VISTO',
  changed: 'CAMBIADO',
  test: 'PRUEBA',
  notSent: 'aún sin enviar',
  undo: 'DESHACER',
  recall: (number) => `Recuperar #${number}`,
  handedOver: (number) => `Entregado #${number}`,
  more: (number) => `Más para #${number}`,
  cancel: 'Anular el pedido …',
  soldOut: 'Agotado',
  cancelNow: (number) => `Anular #${number}`,
  openList: /^Abiertos/,
  doneList: /^Hechos/,
  statuses: { ready: 'listo', completed: 'entregado', cancelled: 'anulado' },
  refusedReady: (number) => `#${number}: «Listo» se ha deshecho`,
  silent: 'Sin conexión con Kasera',
  noPlace: 'Demasiadas pantallas: aquí no llegan pedidos nuevos',
  refusing: 'Se están rechazando pedidos: mira en la tienda',
  hush: 'Silenciar',
  enableSound: 'Toca para activar el sonido',
  soundOn: 'Con sonido',
  emptyTitle: 'No hay pedidos abiertos',
  testOrder: 'Enviar un pedido de prueba',
  shopSilent: 'aún no ha llegado nada',
  shopPinged: /llegó hace .*firma aún sin probar/,
  shopSigned: /último aviso firmado hace/,
  unproven: /La tienda ha llegado hasta aquí/,
  wrongSecret: /firma errónea/,
  settings: 'Ajustes',
  close: 'Cerrar',
  health: /en directo|conectando|sin conexión|pedidos rechazados/,
  keyNeeded: 'Esta pantalla necesita el enlace de la cocina',
  nextPage: 'Página siguiente',
};

const en: BoardWords = {
  locale: 'en-GB',
  accept: (minutes) => `Accept, ready in ${minutes} minutes`,
  inMinutes: (minutes) => `in ${minutes}`,
  newOrder: 'NEW',
  ready: 'READY',
  changeSeen: 'CHANGE SEEN',
  stop: 'STOP',
  stopSeen: 'SEEN',
  changed: 'CHANGED',
  test: 'TEST',
  notSent: 'not sent yet',
  undo: 'UNDO',
  recall: (number) => `Recall #${number}`,
  handedOver: (number) => `Handed over #${number}`,
  more: (number) => `More for #${number}`,
  cancel: 'Cancel the order …',
  soldOut: 'Sold out',
  cancelNow: (number) => `Cancel #${number}`,
  openList: /^Open/,
  doneList: /^Done/,
  statuses: { ready: 'ready', completed: 'handed over', cancelled: 'cancelled' },
  refusedReady: (number) => `#${number}: “Ready” was undone`,
  silent: 'No connection to Kasera',
  noPlace: 'Too many screens: new orders do not arrive here',
  refusing: 'Orders are being refused: look in the shop',
  hush: 'Silence',
  enableSound: 'Tap to enable sound',
  soundOn: 'Sound on',
  emptyTitle: 'No open orders',
  testOrder: 'Send a test order',
  shopSilent: 'nothing has come yet',
  shopPinged: /reached us .*signature not yet proven/,
  shopSigned: /last signed message/,
  unproven: /The shop reached us/,
  wrongSecret: /wrong signature/,
  settings: 'Settings',
  close: 'Close',
  health: /live|connecting|no connection|orders refused/,
  keyNeeded: 'This screen needs the board’s link',
  nextPage: 'Next page',
};

export const boardWords: Record<Language, BoardWords> = { es, en };
