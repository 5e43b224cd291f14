import type { lineCommandsEn, lineNoticesEn } from './en-line.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What is not as it should be at the line itself, in Spanish. */
export const lineNoticesEs: typeof lineNoticesEn = {
  'station-no-screen': ({ name = '' }) =>
    `La estación ${name} no tiene pantalla en marcha: nadie ve allí sus pedidos. Enciende su pantalla o muestra ${name} en otra.`,
  'screens-deaf': ({ count: n = 1, name = '' }) =>
    `${count(n, 'pantalla no se oye', 'pantallas no se oyen')}${name ? ` (${name})` : ''}: ${n === 1 ? 'tócala' : 'toca cada una'} una vez o activa allí el sonido.`,
  'items-unclaimed': ({ count: n = 1, name = '' }) =>
    `${count(n, 'plato no tiene', 'platos no tienen')} estación y ${n === 1 ? 'sale' : 'salen'} en todas las pantallas${name ? `: ${name}` : ''}. Asígna${n === 1 ? 'lo' : 'los'} en los ajustes de la cocina.`,
};

/** The names of the line's own commands, in Spanish. */
export const lineCommandsEs: typeof lineCommandsEn = {
  delay: 'Más tiempo',
  rush: 'Urgente',
  fire: 'A la pantalla',
  postpone: 'Mañana',
  'put-away': 'Archivar',
};
