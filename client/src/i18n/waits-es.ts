import type { WaitsWords } from './waits-en.ts';

/** Where an order's time went, in Spanish. */
export const waitsEs: WaitsWords = {
  accept: (minutes) => `${minutes} min hasta aceptarlo`,
  station: (name, minutes) => `${name}: ${minutes} min`,
  cook: (minutes) => `${minutes} min hasta estar listo`,
  pickup: (minutes) => `${minutes} min hasta recogerlo`,
  soFar: {
    accept: (minutes) => `${minutes} min sin aceptarlo`,
    cook: (minutes) => `${minutes} min en cocina hasta ahora`,
    pickup: (minutes) => `${minutes} min esperando a que lo recojan`,
  },
  nothing: 'Aún no hay tiempos.',
  legend: {
    accept: 'esperando a que se acepte',
    cook: 'en cocina, una línea por estación',
    pickup: 'esperando a que lo recojan',
    promise: 'prometido',
  },
};
