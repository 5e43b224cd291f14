import type { WaitsWords } from './waits-en.ts';

/** Where an order's time went, in Spanish. */
export const waitsEs: WaitsWords = {
  accept: (time) => `${time} hasta aceptarlo`,
  station: (name, time) => `${name}: ${time}`,
  cook: (time) => `${time} hasta estar listo`,
  pickup: (time) => `${time} hasta recogerlo`,
  soFar: {
    accept: (time) => `${time} sin aceptarlo`,
    cook: (time) => `${time} en cocina hasta ahora`,
    pickup: (time) => `${time} esperando a que lo recojan`,
  },
  nothing: 'Aún no hay tiempos.',
  legend: {
    accept: 'esperando a que se acepte',
    cook: 'en cocina, una línea por estación',
    pickup: 'esperando a que lo recojan',
    promise: 'prometido',
  },
};
