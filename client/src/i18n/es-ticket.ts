import type { TicketWords } from './en-ticket.ts';

/** What a ticket says besides the first words, in Spanish. */
export const ticketEs: TicketWords = {
  foldedDone: (n) => `${n} ${n === 1 ? 'hecho' : 'hechos'}`,
  foldShow: 'ver cuáles',
  foldHide: 'plegar',
  atHandOver: 'en la entrega',
  stationDone: 'hecho',
  stationLeft: (n) => (n === 1 ? 'falta 1' : `faltan ${n}`),
  moreStations: (n) => (n === 1 ? '1 estación más' : `${n} estaciones más`),
  finishStation: (station) => `${station}: terminar su parte`,
  reopenStation: (station) => `${station}: recuperar su parte`,
  progress: 'Otras estaciones',
  rush: 'URGENTE',
  driver: 'REPARTIDOR AQUÍ',
  guest: 'CLIENTE AQUÍ',
  added: (minutes) => `+${minutes} min`,
  print: {
    sent: 'Enviado a la impresora.',
    failed: 'Este navegador no pudo imprimir.',
  },
};
