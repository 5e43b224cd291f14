import type { PickupWords } from './en-pickup.ts';

/** What the pickup screen says to guests, in Spanish. */
export const pickupEs: PickupWords = {
  title: 'Recogida',
  preparing: 'En preparación',
  ready: 'Listo',
  stillHere: 'Pendientes de recoger',
  nobody: 'Ahora no hay pedidos',
  page: (page, pages) => `${page} de ${pages}`,
  announced: (number) => `${number} está listo`,
  connecting: 'Conectando …',
  noPlace: 'Personal: hay demasiadas pantallas abiertas. Cerrad otras.',
  outOfDate: 'Esta lista puede no estar al día. Pregunta en el mostrador.',
  controls: 'Esta pantalla',
  enableSound: 'Toca para activar el sonido',
  soundOn: 'Con sonido',
  soundOff: 'Sin sonido',
  fullScreen: 'Pantalla completa',
  leaveFullScreen: 'Salir de pantalla completa',
  languages: 'Idiomas',
  both: 'Ambos',
};
