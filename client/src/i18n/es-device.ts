import type { deviceEn } from './en-device.ts';

/** What a screen says of itself before anybody opens its settings, in Spanish. */
export const deviceEs: typeof deviceEn = {
  noConnection: 'Sin conexión.',
  noPlace: 'Demasiadas pantallas: cierra otras.',
  kept: (time) => `Así estaba todo a las ${time}.`,
  keptPresses: 'Lo que pulses se guarda y se envía en cuanto Kasera responda.',
  print: 'Imprimir',
  printAll: 'Imprimir todos los pedidos abiertos',
  setUp: (minutes) => `Preparar esta pantalla (${minutes} min)`,
  setUpWhy: 'Aún no se sabe desde qué distancia se lee ni si se oye.',
  setUpLater: 'Ahora no',
  fullAgain: 'Volver a pantalla completa',
  fullLater: 'Sin pantalla completa aquí',
  fits: (n) => (n === 1 ? 'cabe 1 comanda' : `caben unas ${n} comandas`),
};
