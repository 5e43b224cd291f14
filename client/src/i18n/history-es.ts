import type { HistoryWords } from './history-en.ts';

const count = (n: number, figure: string, one: string, many: string) => `${figure} ${n === 1 ? one : many}`;

/** What the history says, in Spanish. */
export const historyEs: HistoryWords = {
  title: 'Historial',
  fields: { q: 'Número o nombre', dish: 'Plato', day: 'Día', otherDay: 'Otro día' },
  days: { today: 'Hoy', yesterday: 'Ayer', any: 'Cualquier día' },
  lateFirst: 'Con retraso, los peores primero',
  found: 'Pedidos encontrados',
  orders: (n, figure) => (n === 0 ? 'Ningún pedido' : count(n, figure, 'pedido', 'pedidos')),
  lateOnes: (n, figure) => (n === 0 ? 'ninguno con retraso' : `${figure} con retraso`),
  onAnyDay: 'Buscar en todos los días',
  arrived: (time) => `llegó ${time}`,
  promised: (time) => `prometido ${time}`,
  lateBy: (time) => `${time} de retraso`,
  notClosed: 'sin cerrar',
  reopen: 'Reabrir',
  reopenOne: (number) => `Reabrir #${number}`,
  reopened: 'Reabierto: ha vuelto un paso atrás.',
  notReopened: 'No se ha podido: míralo otra vez.',
  more: (left) => `Más (quedan ${left})`,
};
