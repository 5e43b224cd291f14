import type { WaitsWords } from './waits-en.ts';

/** Where an order's time went, in Spanish. */
export const waitsEs: WaitsWords = {
  accept: (minutes) => `${minutes} min hasta aceptarlo`,
  station: (name, minutes) => `${name}: ${minutes} min`,
  cook: (minutes) => `${minutes} min hasta estar listo`,
  pickup: (minutes) => `${minutes} min hasta recogerlo`,
  nothing: 'Aún no hay tiempos.',
  legend: {
    accept: 'esperando a que se acepte',
    cook: 'en cocina, una línea por estación',
    pickup: 'esperando a que lo recojan',
    promise: 'prometido',
  },
};
