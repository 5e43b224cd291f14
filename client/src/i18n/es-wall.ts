import type { Notice, NoticeCode } from '@kasera/shared/socket.ts';
import type { wallEn } from './en-wall.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const troubles: Record<NoticeCode, (notice: Notice) => string> = {
  'signature-failing': () => 'firma errónea',
  'shop-reached-unproven': () => 'firma sin probar',
  'shop-not-connected': () => 'sin tienda',
  'webhook-no-permission': () => 'webhook sin permiso',
  'inbox-failed': ({ count: n = 1 }) => count(n, 'ilegible', 'ilegibles'),
  'disk-low': () => 'disco casi lleno',
  'push-not-configured': () => 'avisos sin configurar',
  'push-no-audience': () => 'avisos a nadie',
  'push-parked': () => 'avisos rechazados',
  'push-nobody-subscribed': () => 'ningún móvil suscrito',
  'push-failing': () => 'avisos sin respuesta',
  'push-held-back': () => 'avisos retenidos',
  'arrived-late': ({ count: n = 1 }) => count(n, 'llegó tarde', 'llegaron tarde'),
  'left-open': ({ count: n = 1 }) => count(n, 'quedó abierto', 'quedaron abiertos'),
  'shop-down': () => 'la tienda no responde',
  'shop-keys-refused': () => 'la tienda rechaza las claves',
  'webhook-replaced': () => 'webhook repuesto',
  'webhook-broken': () => 'webhook perdido',
  'caught-up': () => 'puesto al día',
  'erased-suspects': ({ count: n = 1 }) => `¿${count(n, 'borrado', 'borrados')}?`,
  'shop-not-told': () => 'tienda sin avisar',
  'stock-stuck': () => 'existencias sin reponer',
  'shop-conflict': () => 'la tienda no coincide',
  'station-no-screen': ({ name = '' }) => `${name}: sin pantalla`,
  'screens-deaf': ({ count: n = 1 }) => count(n, 'pantalla muda', 'pantallas mudas'),
  'items-unclaimed': ({ count: n = 1 }) => `${n} sin estación`,
};

/** What stands around the tickets, in Spanish. */
export const wallEs: typeof wallEn = {
  everything: 'Todo',
  expo: 'Pase',
  shows: (what) => `Esta pantalla muestra: ${what}. Cambiar`,
  allDay: 'Totales',
  later: 'Luego',
  laterTitle: 'LUEGO',
  more: 'Más',
  pageBack: 'Retroceder una página',
  pageForward: 'Avanzar una página',
  onlyPage: 'página 1 de 1',
  showLater: (shown) => `Luego: ${shown}. Ver la lista`,
  busy: 'A TOPE',
  busyMore: 'A TOPE …',
  busyUntil: (minutes, time) => `A TOPE +${minutes} hasta ${time}`,
  leftAtClosing: (n) => `Cerrado, ${count(n, 'pedido', 'pedidos')} sin cerrar`,
  leftChoices: 'hecho / sin hacer / mañana',
  stationGone: (names, now) => `${names} ya no existe en los ajustes de la cocina. Esta pantalla muestra: ${now}.`,
  ways: { '/settings/kitchen': 'Asignar estación', '/service': 'Revisar las pantallas' },
  othersToo: (n) => `+${n}`,
  troubles,
};
