import type { CommandType, RefusalCode } from '@kasera/shared/command.ts';
import type { OrderKind, OrderStatus } from '@kasera/shared/order.ts';
import type { Notice, NoticeCode } from '@kasera/shared/socket.ts';
import type { Messages } from './en.ts';
import { deviceEs } from './es-device.ts';
import { lineCommandsEs, lineNoticesEs } from './es-line.ts';
import type { Clockwork } from './format.ts';
import { wallEs } from './es-wall.ts';
import { screenNameEs, shopEs, shopNoticesEs, soldOutEs } from './es-shop.ts';
import { ticketEs } from './es-ticket.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const gigabytes = (bytes = 0) => `${(bytes / 1e9).toFixed(1).replace('.', ',')} GB`;

const notices: Record<NoticeCode, (notice: Notice, clock: Clockwork) => string> = {
  ...shopNoticesEs,
  ...lineNoticesEs,
  'signature-failing': ({ count: n = 0 }) =>
    `${count(n, 'aviso de pedido lleva', 'avisos de pedido llevan')} una firma errónea: la clave secreta de WooCommerce no es la que Kasera mostró al arrancar.`,
  'shop-reached-unproven': () =>
    'La tienda ha llegado hasta aquí, pero aún no ha venido nada firmado. Haz un pedido en la tienda para probar la clave.',
  'shop-not-connected': () =>
    'Aún no hay ninguna tienda conectada. El texto de arranque dice qué pegar en WooCommerce.',
  'webhook-no-permission': () =>
    'El dueño del webhook no puede leer pedidos. Guarda el webhook en WooCommerce como administrador o gestor de la tienda.',
  'inbox-failed': ({ count: n = 0 }) =>
    `${count(n, 'aviso de la tienda no se pudo leer', 'avisos de la tienda no se pudieron leer')}. Están guardados; mira los pedidos en la tienda.`,
  'disk-low': ({ freeBytes }) => `Queda poco espacio en el disco: ${gigabytes(freeBytes)}.`,
  'push-not-configured': () =>
    'No se avisa a los móviles: OneSignal no está configurado. El texto de arranque dice cómo hacerlo.',
  'push-no-audience': () =>
    'No se avisa a los móviles: nadie ha dicho a quién avisar (ONESIGNAL_AUDIENCE en la configuración).',
  'push-parked': ({ error }) => `No se avisa a los móviles: OneSignal lo rechazó${error ? ` (${error})` : ''}.`,
  'push-nobody-subscribed': () => 'No se avisa a los móviles: no hay nadie suscrito en OneSignal.',
  'push-failing': ({ error }) => `OneSignal no responde${error ? ` (${error})` : ''}; se sigue intentando.`,
  'push-held-back': ({ count: n = 0 }) =>
    `${count(n, 'pedido espera', 'pedidos esperan')} para avisar a los móviles: demasiados avisos en 15 minutos.`,
  'arrived-late': ({ count: n = 0 }) =>
    `${count(n, 'pedido antiguo entró', 'pedidos antiguos entraron')} sin sonar: mira «Sin cerrar».`,
  'left-open': ({ count: n = 0 }) =>
    `${count(n, 'pedido lleva', 'pedidos llevan')} más de 12 horas sin cerrar: mira «Sin cerrar».`,
};

const kinds: Record<OrderKind, string> = { delivery: 'Reparto', pickup: 'Recogida', 'dine-in': 'En sala', unknown: '' };

const statuses: Record<OrderStatus, string> = {
  unreleased: 'sin liberar',
  new: 'nuevo',
  acknowledged: 'aceptado',
  preparing: 'en cocina',
  ready: 'listo',
  completed: 'entregado',
  cancelled: 'anulado',
};

const commands: Record<CommandType, string> = {
  ...lineCommandsEs,
  acknowledge: 'Aceptar',
  'item-done': 'Marcar',
  'item-undone': 'Desmarcar',
  ready: 'Listo',
  complete: 'Entregar',
  recall: 'Recuperar',
  cancel: 'Anular',
  confirm: 'Visto',
  note: 'Nota',
};

const refusals: Record<RefusalCode, string> = {
  conflict: 'otra persona se adelantó',
  changed: 'el pedido ha cambiado, míralo otra vez',
  'not-allowed': 'eso ya no es posible',
  'not-found': 'el pedido ya no existe',
  'reused-id': 'ya se había enviado como otra cosa',
  invalid: 'el servidor no lo entendió',
};

/** Everything Kasera's screens say, in Spanish. */
export const es: Messages = {
  language: 'Español',
  locale: 'es-ES',
  kinds,
  statuses,
  notices,
  shop: shopEs,
  soldOut: soldOutEs,
  line: ticketEs,
  screenName: screenNameEs,
  device: deviceEs,
  wall: wallEs,
  fault: {
    ticket: 'en sencillo: algo de este pedido no se puede dibujar',
    part: 'Algo de aquí no se ha podido mostrar. Los pedidos siguen como estaban.',
    again: 'Intentar de nuevo',
    page: 'Esta página ha fallado y vuelve a empezar sola. Los pedidos están a salvo; otras pantallas los muestran.',
  },
  top: {
    open: 'Abiertos',
    done: 'Hechos',
    leftOpen: 'Sin cerrar',
    page: (page, pages) => `página ${page} de ${pages}`,
    more: (n) => `${n} más`,
    nextPage: 'Página siguiente',
    settings: 'Ajustes',
    close: 'Cerrar',
    views: 'Listas',
  },
  health: {
    live: 'en directo',
    connecting: 'conectando …',
    offline: 'sin conexión',
    'no-place': 'demasiadas pantallas',
    shopHeard: (ago) => `tienda ${ago}`,
    shopNever: 'aún sin tienda',
    refusing: 'pedidos rechazados',
    problems: (n) => count(n, 'problema', 'problemas'),
    title: 'Cómo va todo',
    server: 'Servidor',
    serverLive: 'conectado, todo llega al momento',
    serverLost: 'no responde; esta pantalla puede no estar al día',
    serverFull: 'responde, pero hay demasiadas pantallas conectadas; esta puede no estar al día',
    shop: 'Tienda',
    shopSigned: (ago) => `último aviso firmado hace ${ago}`,
    shopPinged: (ago) => `llegó hace ${ago}, firma aún sin probar`,
    shopSilent: 'aún no ha llegado nada',
    phones: 'Móviles',
    phonesFine: 'reciben cada pedido nuevo',
    phonesTrouble: 'falta algo',
    sound: 'Sonido',
    allFine: 'Todo está conectado.',
  },
  ago: { seconds: (n) => `${n} s`, minutes: (n) => `${n} min`, hours: (n) => `${n} h` },
  sound: {
    on: 'Con sonido',
    muted: 'Sin sonido',
    enable: 'Toca para activar el sonido',
    blocked: 'Esta pantalla no se oye',
  },
  languageTitle: 'Idioma',
  warnings: {
    silent: (seconds) =>
      `Sin conexión con Kasera desde hace ${seconds} s. Los pedidos nuevos no llegan a esta pantalla.`,
    noPlace:
      'Demasiadas pantallas: aquí no llegan pedidos nuevos. Cierra otras pestañas o pantallas, o avisa al responsable.',
    refusing: 'Se están rechazando pedidos: mira en la tienda.',
    refusingSince: (time) => `desde las ${time}`,
    hush: 'Silenciar',
    hushed: 'en silencio',
  },
  messages: {
    refused: (number, command, code) =>
      command === 'confirm' && code === 'changed'
        ? `#${number}: ha cambiado algo más desde que miraste. Míralo y toca otra vez.`
        : `#${number}: «${commands[command]}» se ha deshecho, ${refusals[code]}.`,
    returned: 'Conectado de nuevo.',
    returnedNothing: 'No se ha perdido nada.',
    arrived: (n) => `${n} ${n === 1 ? 'nuevo' : 'nuevos'}`,
    changed: (n) => `${n} ${n === 1 ? 'cambiado' : 'cambiados'}`,
    cancelled: (n) => `${n} ${n === 1 ? 'anulado' : 'anulados'}`,
    dismiss: 'Quitar',
    stale: (n, since) =>
      `${count(n, 'toque', 'toques')} de las ${since} no ${n === 1 ? 'se llegó' : 'se llegaron'} a enviar. ¿Enviar ahora?`,
    staleSend: 'Enviar',
    staleDrop: 'Descartar',
  },
  ticket: {
    table: (number) => `Mesa ${number}`,
    inMinutes: (n) => `en ${n}`,
    at: (time) => time,
    late: (n) => `TARDE ${n}`,
    new: (n) => `NUEVO ${n}`,
    stop: 'ALTO',
    stopElsewhere: (number) => `ALTO ${number}`,
    moreNew: (n) => `+${count(n, 'nuevo espera', 'nuevos esperan')}`,
    oldestWaits: (minutes) => `el más antiguo: ${minutes} min`,
    label: (parts) => [`#${parts.number}`, parts.part, parts.kind, parts.guest].filter(Boolean).join(', '),
    part: (part, parts) => `parte ${part} de ${parts}`,
    continues: 'continúa',
    collect: (sum) => `COBRAR ${sum}`.trim(),
    paid: 'pagado',
    unpaid: 'SIN PAGAR',
    test: 'PRUEBA',
    changed: 'CAMBIADO',
    restored: 'RESTAURADO',
    arrivedLate: 'pedido antiguo, no sonó',
    closedInShop: 'CERRADO EN LA TIENDA',
    unpaidAgain: 'DE NUEVO SIN PAGAR',
    partialRefund: 'REEMBOLSO PARCIAL: PREGUNTA AL ENCARGADO',
    sentLate: (minutes) => `la tienda lo envió ${minutes} min tarde`,
    notSent: 'aún sin enviar',
    allergy: 'ALERGIA',
    note: 'Nota',
    noteWas: (was) => `la nota era: ${was}`,
    noteWasEmpty: 'nota nueva',
    kindWas: (was) => `antes ${was}`,
    promiseWas: (time) => `la hora era ${time}`,
    promiseIsNew: 'la hora es nueva',
    was: (was, now) => `antes ${was}, ahora ${now}`,
    added: 'añadido',
    removed: 'quitado',
    optionsWere: (were) => `antes: ${were}`,
    partDone: (done) => `${done} ${done === '1' ? 'hecho' : 'hechos'}`,
    cancelledAt: (time) => `Anulado ${time}`,
    cancelledByKitchen: 'por nosotros',
    itemDone: 'hecho',
    noItems: 'Este pedido no tiene platos',
    menu: (number) => `Más para #${number}`,
  },
  bar: {
    acceptIn: 'Aceptar, listo en (min)',
    accept: (n) => `Aceptar, listo en ${n} minutos`,
    acceptGuestTime: (time) => `ACEPTAR · ${time}`,
    ready: 'LISTO',
    changeSeen: 'CAMBIO VISTO',
    noteSeen: 'NOTA VISTA',
    stopSeen: 'VISTO',
    undo: 'DESHACER',
    isReady: (number) => `${number} listo`,
  },
  menu: {
    addNote: 'Añadir una nota',
    addAllergy: 'Añadir una alergia',
    cancel: 'Anular el pedido …',
    closedSeen: 'Cerrado en la tienda: visto',
    back: 'Volver',
    save: 'Guardar',
    noteText: '¿Qué debe saber la cocina?',
    allergyText: '¿Qué alergia?',
    cancelReason: '¿Por qué?',
    otherReason: 'Otro motivo',
    cancelEffectNew: 'La comanda desaparece de todas las pantallas.',
    cancelEffectCooking: 'Todas las pantallas muestran ALTO hasta que alguien toque VISTO.',
    cancelShop:
      'La tienda, y el cliente con este motivo, solo se enteran si así está en los ajustes de la tienda. No se devuelve dinero: hazlo en la tienda.',
    cancelShopUnconnected: 'No se avisa a la tienda ni se devuelve dinero: hazlo en WooCommerce.',
    cancelNow: (number) => `Anular #${number}`,
    placed: 'Hecho',
    arrived: 'Llegó',
    promised: 'Prometido',
    total: 'Total',
    inShop: 'Abrir en la tienda (ahí se hacen las devoluciones)',
  },
  lists: {
    doneTitle: 'Hechos',
    doneEmpty: 'Aún no hay nada hecho.',
    leftOpenTitle: 'Sin cerrar',
    leftOpenWhy: 'Pedidos antiguos que entraron sin sonar y comandas abiertas desde hace más de 12 horas.',
    leftOpenEmpty: 'No ha quedado nada sin cerrar.',
    recall: 'Recuperar',
    recallOne: (number) => `Recuperar #${number}`,
    handedOver: 'Entregado',
    handedOverOne: (number) => `Entregado #${number}`,
    accept: 'A la pantalla',
    finish: 'Cerrar',
    dishes: (n) => count(n, 'plato', 'platos'),
    done: 'HECHOS',
  },
  empty: {
    title: 'No hay pedidos abiertos',
    waiting: 'El próximo aparece aquí solo.',
    nothingCooking: 'No hay nada en cocina',
    newColumn: 'Los pedidos nuevos aparecen aquí',
    testOrder: 'Enviar un pedido de prueba',
    testSending: 'Enviando …',
    testFailed: 'No se pudo enviar el pedido de prueba. ¿Está el servidor en marcha?',
    testSent: 'Enviado: suena en todas las pantallas de cocina hasta que alguien lo acepte.',
    testWhy: 'Lleva la marca PRUEBA, la tienda no se entera y no cuenta en ninguna cifra.',
    loading: 'Pidiendo los pedidos …',
  },
  live: {
    arrived: (number, dishes) => `Pedido nuevo #${number}, ${count(dishes, 'plato', 'platos')}`,
  },
  access: {
    title: 'Esta pantalla necesita el enlace de la cocina',
    body: 'Los pedidos solo se muestran en pantallas abiertas con el enlace que lleva la clave.',
    where:
      'Kasera lo muestra al arrancar, en la línea que empieza por «Board». Abre ese enlace una vez en esta pantalla.',
    retry: 'Esta página vuelve a mirar sola.',
  },
};
