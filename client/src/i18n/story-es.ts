import type { DeliveryState, DropReason, KeptReason } from '@kasera/shared/alert.ts';
import type { EventFacts } from './event-facts.ts';
import type { StoryWords } from './story-en.ts';

const behind = (text: string, before: string) => (text ? `${before}${text}` : '');
const inShop = ({ shopStatus }: EventFacts) => behind(shopStatus && `«${shopStatus}»`, ', ahora ');

const rushes: Record<string, string> = {
  rush: 'Urgente: primero en todas las estaciones',
  driver: 'El repartidor está aquí: urgente',
  guest: 'El cliente está aquí: urgente',
};

const events: StoryWords['events'] = {
  arrived: ({ has }) => (has('arrivedLate') ? 'Llegó demasiado tarde para sonar' : 'Llegó'),
  changed: (facts) =>
    facts.has('reopened') ? 'Abierto otra vez en la tienda' : `Cambiado en la tienda${inShop(facts)}`,
  cancelled: (facts) =>
    facts.actor === 'kitchen'
      ? `Anulado por la cocina${behind(facts.was, ', estaba ')}`
      : `Anulado en la tienda${inShop(facts)}`,
  restored: () => 'Recuperado tras anularse en la tienda',
  'closed-in-shop': () => 'Cerrado en la tienda',
  acknowledged: ({ promised, has }) =>
    has('nothingToCook')
      ? 'Aceptado; nada que cocinar, directo a la entrega'
      : `Aceptado${behind(promised, ', prometido para las ')}`,
  'item-done': ({ item, stations }) => `${item || 'Un plato'}, hecho${behind(stations, ' en ')}`,
  'item-undone': ({ item, stations }) => `${item || 'Un plato'}, vuelve a estar sin hacer${behind(stations, ' en ')}`,
  ready: ({ stations }) => `Listo${behind(stations, ', con ')}`,
  completed: ({ actor }) =>
    ({ kitchen: 'Entregado', shop: 'Entregado: lo cerró la tienda', kasera: 'Entregado, sin que nadie lo marcara' })[
      actor
    ],
  recalled: ({ was }) => `Recuperado${behind(was, ', estaba ')}`,
  confirmed: ({ stations }) => `Cambio visto${behind(stations, ' en ')}`,
  note: ({ has }) => (has('allergy') ? 'Se añadió una alergia' : 'Se añadió una nota'),
  'part-ready': ({ stations }) => `${stations || 'Una estación'}: parte lista`,
  'part-recalled': ({ stations }) => `${stations || 'Una estación'}: parte recuperada`,
  delayed: ({ minutes, promised }) => `+${minutes} min${behind(promised, ', ahora prometido para las ')}`,
  rushed: ({ why }) => rushes[why] ?? 'Ya no es urgente',
  fired: () => 'Pasado a la pantalla',
  postponed: ({ promised }) => `Aplazado${behind(promised, ' hasta las ')}`,
  'put-away': ({ was }) => `Archivado al acabar el día${behind(was, ', estaba ')}`,
  routed: () => 'Sus platos cambian de estación',
};

const deliveryStates: Record<DeliveryState, string> = {
  waiting: 'esperando',
  held: 'retenido: demasiados mensajes',
  sending: 'de camino',
  sent: 'entregado al proveedor',
  nobody: 'entregado al proveedor, que no avisó a nadie',
  dropped: 'sin enviar: ya no hacía falta',
  merged: 'enviado como parte de otro',
  parked: 'rechazado definitivamente',
  unconfigured: 'sin configurar',
};

const dropReasons: Record<DropReason | KeptReason, string> = {
  answered: 'alguien respondió',
  cancelled: 'el pedido se anuló',
  closed: 'el pedido se cerró',
  expired: 'ya era demasiado antiguo',
  recalled: 'se recuperó',
  overtaken: 'un aviso posterior lo sustituye',
  conflict: 'la tienda dice otra cosa',
  'not configured': 'en la configuración falta la app o la clave de OneSignal',
  'no audience': 'la configuración no dice a quién avisar',
  'not connected': 'no hay ninguna tienda conectada',
  'held back by the budget': 'demasiados avisos a la vez; sale en cuanto pueda',
};

/** What the page of one order says, in Spanish. */
export const storyEs: StoryWords = {
  title: (number) => `Pedido #${number}`,
  toHistory: 'Al historial',
  notThere: 'No existe ese pedido.',
  events,
  actors: { shop: 'tienda', kitchen: 'cocina', kasera: 'Kasera' },
  byItself: 'sin pantalla',
  facts: {
    status: 'Estado',
    shopStatus: 'En la tienda',
    brand: 'Marca',
    kind: 'Tipo',
    place: 'Lugar',
    guest: 'Cliente',
    total: 'Importe',
    placed: 'Hecho',
    arrived: 'Llegó',
    answered: 'Aceptado',
    ready: 'Listo',
    handedOver: 'Entregado',
    promised: 'Prometido',
    onBoard: 'En la pantalla desde',
    cancelled: 'Anulado',
  },
  payments: { paid: 'pagado', collect: 'por cobrar', unpaid: 'sin pagar' },
  cancelledBy: { shop: 'por la tienda', kitchen: 'por la cocina' },
  notClosed: 'sin cerrar',
  reopen: 'Reabrir',
  reopened: 'Reabierto: ha vuelto un paso atrás.',
  notReopened: 'No se ha podido: míralo otra vez.',
  sections: {
    waits: 'En qué se fue el tiempo',
    items: 'Platos',
    notes: 'Notas',
    promises: 'Horas prometidas',
    timeline: 'Qué pasó',
    told: 'A quién se avisó',
    painted: 'Cuándo salió en cada pantalla',
    requests: 'Lo que envió la tienda',
  },
  done: 'hecho',
  partDone: (done) => `${done} ${done === '1' ? 'hecho' : 'hechos'}`,
  nobodys: 'sin estación',
  handOver: 'solo entrega',
  removed: 'quitado del pedido',
  shopNote: 'De la tienda',
  allergy: 'Alergia',
  note: 'Nota',
  seenBy: (n) => (n === 0 ? 'aún sin ver' : `visto en ${n} ${n === 1 ? 'sitio' : 'sitios'}`),
  promise: {
    guest: (time) => `${time}, elegido por el cliente`,
    kitchen: (time) => `${time}, por la cocina`,
  },
  saidAt: (time) => `a las ${time}`,
  noPromises: 'No se prometió ninguna hora.',
  channels: { onesignal: 'Móviles (OneSignal)', woocommerce: 'La tienda' },
  deliveryStates,
  dropReasons,
  attempts: (n) => `${n} ${n === 1 ? 'intento' : 'intentos'}`,
  wrote: (time) => `creado ${time}`,
  sent: (time) => `enviado ${time}`,
  providerSaid: (said) => `el proveedor dijo: ${said}`,
  providerId: (id) => `su número allí: ${id}`,
  nobodyTold: 'Kasera no avisó a nadie.',
  paintedAfter: (time) => `${time} después de llegar`,
  notPainted: 'Aún no consta en ninguna pantalla.',
  noRequests: 'La tienda no envió nada: Kasera lo trajo, o se creó aquí.',
  requestStates: {
    received: 'sin mirar aún',
    processed: 'procesado',
    duplicate: 'una repetición',
    ignored: 'no es para la cocina',
    failed: 'no se pudo leer',
  },
  bytes: (figure) => `${figure} bytes`,
  keyLabel: 'Clave de API',
  keyWhy:
    'Lo que envió la tienda contiene datos personales del cliente. Solo se muestra con la clave de API, que queda en esta página y se olvida con ella.',
  showBody: 'Mostrar',
  showBodyOf: (place) => `Mostrar el envío ${place}`,
  hideBody: 'Ocultar',
  bodyGone: 'ya borrado',
  bodyOf: (place) => `Envío ${place}`,
  copy: 'Copiar',
  copied: 'Copiado.',
  notCopied: 'Este navegador no copia solo: ya está seleccionado, pulsa Ctrl+C.',
  wrongKey: 'Esta no es la clave de API.',
  keyMissing: 'Escribe primero la clave de API.',
  noBody: 'Kasera no lo ha mostrado.',
};
