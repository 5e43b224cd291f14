import type { RowWords } from './row-en.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const named = (name: string | undefined) => (name ? `: ${name}` : '');

export const rowEs: RowWords = {
  words: {
    'station-no-screen': ({ name = '' }) => `La estación ${name} no tiene pantalla en marcha`,
    'screens-deaf': ({ count: n = 1, name }) =>
      `${count(n, 'pantalla no se oye', 'pantallas no se oyen')}${named(name)}`,
    'items-unclaimed': ({ count: n = 1, name }) => `${count(n, 'plato', 'platos')} sin estación${named(name)}`,
    'signature-failing': () => 'No entran pedidos: el secreto del webhook no es el correcto',
    'webhook-no-permission': () => 'No entran pedidos: el webhook no tiene permiso para leerlos',
    'webhook-broken': () => 'Webhook perdido: los pedidos pueden tardar. Mira los ajustes de la tienda',
    'shop-keys-refused': () => 'La tienda rechaza las claves de Kasera. Mira los ajustes de la tienda',
    'inbox-failed': ({ count: n = 1 }) =>
      `${count(n, 'aviso de pedido ilegible', 'avisos de pedido ilegibles')}: mira en la tienda`,
    'shop-not-told': ({ count: n = 1 }) => `${count(n, 'cosa', 'cosas')} sin poder decir a la tienda`,
    'stock-stuck': ({ count: n = 1 }) =>
      `${count(n, 'producto sigue agotado', 'productos siguen agotados')} en la tienda`,
    'push-no-audience': () => 'No se avisa a los móviles: nadie ha dicho a quién',
    'push-parked': () => 'No se avisa a los móviles: OneSignal lo rechaza',
    'push-failing': () => 'Los móviles se avisan tarde o nunca: OneSignal no responde',
    'push-nobody-subscribed': () => 'No se avisa a los móviles: no hay nadie suscrito',
  },
  notForAnHour: 'No avisar en una hora',
};
