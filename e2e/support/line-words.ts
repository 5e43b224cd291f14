import type { Language } from './board-words.ts';

/** What a person reads at the line, written down apart from the product ([TS5]). */
export interface LineWords {
  locale: string;
  setUp: RegExp;
  driver: string;
  /** The same of an order nobody delivers. */
  guest: string;
  removeStation: (name: string) => RegExp;
  /** In the reserved row; among others. */
  cannotBeHeard: (count: number, name: string) => RegExp;
  /** The button of a screen that was silenced. */
  muted: string;
  /** On `/service`. */
  soundOn: string;
  soundOff: string;
  soundBlocked: string;
  touchOnce: string;
  /** What is shown was kept on the screen. */
  kept: RegExp;
  addNote: string;
  /** Above the counts beside the tickets. */
  allDayRail: string;
  /** On a ticket or in a row that cannot be drawn as it should. */
  shownSimply: string;
  partFault: string;
  tryAgain: string;
  pageFault: string;
  learn: string;
  changeKey: (action: string) => RegExp;
  handedOver: (number: string) => string;
  undoHandOver: (number: string) => string;
  guestHere: (number: string) => string;
  collect: (sum: string) => RegExp;
  busyMore: string;
  busyAdd: (minutes: number) => string;
  busyUntil: (minutes: number) => RegExp;
  leftAtClosing: (count: number) => RegExp;
  made: (number: string) => string;
  notMade: (number: string) => string;
  tomorrow: (number: string) => string;
  allMade: string;
  allMadeSure: (count: number) => string;
  nothingLeft: string;
  /** On the guests' screen. */
  preparing: string;
  ready: string;
  nobody: string;
  announced: (number: string) => string;
  later: RegExp;
  allDay: RegExp;
  more: string;
}

const es: LineWords = {
  locale: 'es-ES',
  setUp: /^Preparar esta pantalla/,
  driver: 'REPARTIDOR AQUÍ',
  guest: 'CLIENTE AQUÍ',
  removeStation: (name) => new RegExp(`^Quitar.* ${name}`),
  cannotBeHeard: (count, name) => new RegExp(`${count} pantallas? no se (oye|oyen): .*${name}`),
  muted: 'Sin sonido',
  soundOn: 'con sonido',
  soundOff: 'sin sonido',
  soundBlocked: 'sonido bloqueado',
  touchOnce: 'toca una vez esa pantalla',
  kept: /Sin conexión\. Así estaba todo a las \d\d:\d\d/,
  addNote: 'Añadir una nota',
  allDayRail: 'TOTALES',
  shownSimply: 'en sencillo: algo de este pedido no se puede dibujar',
  partFault: 'Algo de aquí no se ha podido mostrar. Los pedidos siguen como estaban.',
  tryAgain: 'Intentar de nuevo',
  pageFault: 'Esta página ha fallado y vuelve a empezar sola. Los pedidos están a salvo; otras pantallas los muestran.',
  learn: 'Enseñar las teclas de esta botonera',
  changeKey: (action) => new RegExp(`^Cambiar la tecla de: ${action} `),
  handedOver: (number) => `Entregado #${number}`,
  undoHandOver: (number) => `Deshacer: #${number} no se ha entregado`,
  guestHere: (number) => `Cliente aquí: #${number}`,
  collect: (sum) => new RegExp(`COBRAR ${sum.replace('.', ',')}\\s€`),
  busyMore: 'A TOPE …',
  busyAdd: (minutes) => `+${minutes} min`,
  busyUntil: (minutes) => new RegExp(`^A TOPE \\+${minutes} hasta \\d\\d:\\d\\d$`),
  leftAtClosing: (count) => new RegExp(`^Cerrado, ${count} pedidos sin cerrar`),
  made: (number) => `Hecho: #${number}`,
  notMade: (number) => `Sin hacer: #${number}`,
  tomorrow: (number) => `Mañana: #${number}`,
  allMade: 'Hecho',
  allMadeSure: (count) => `Hecho: ${count} pedidos. Toca otra vez`,
  nothingLeft: 'No queda nada abierto.',
  preparing: 'En preparación',
  ready: 'Listo',
  nobody: 'Ahora no hay pedidos',
  announced: (number) => `${number} está listo`,
  later: /^Luego/,
  allDay: /^Totales$/,
  more: 'Más',
};

const en: LineWords = {
  locale: 'en-GB',
  setUp: /^Set up this screen/,
  driver: 'DRIVER HERE',
  guest: 'GUEST HERE',
  removeStation: (name) => new RegExp(`^Remove.* ${name}`),
  cannotBeHeard: (count, name) => new RegExp(`${count} screens? cannot be heard: .*${name}`),
  muted: 'Sound off',
  soundOn: 'sound on',
  soundOff: 'sound off',
  soundBlocked: 'sound blocked',
  touchOnce: 'touch that screen once',
  kept: /No connection\. This is how it was at \d\d:\d\d/,
  addNote: 'Add a note',
  allDayRail: 'ALL DAY',
  shownSimply: 'shown simply: something in it cannot be drawn',
  partFault: 'Something here could not be shown. The orders are as they were.',
  tryAgain: 'Try again',
  pageFault: 'This page had a fault and starts again by itself. The orders are safe; other screens show them.',
  learn: 'Teach the keys of this bump bar',
  changeKey: (action) => new RegExp(`^Change the key for: ${action} `),
  handedOver: (number) => `Handed over #${number}`,
  undoHandOver: (number) => `Undo: #${number} was not handed over`,
  guestHere: (number) => `Guest here for #${number}`,
  collect: (sum) => new RegExp(`COLLECT €${sum.replace('.', '\\.')}`),
  busyMore: 'BUSY …',
  busyAdd: (minutes) => `+${minutes} min`,
  busyUntil: (minutes) => new RegExp(`^BUSY \\+${minutes} until \\d\\d:\\d\\d$`),
  leftAtClosing: (count) => new RegExp(`^Closed, ${count} orders left`),
  made: (number) => `Made: #${number}`,
  notMade: (number) => `Not made: #${number}`,
  tomorrow: (number) => `Tomorrow: #${number}`,
  allMade: 'Made',
  allMadeSure: (count) => `Made: ${count} orders. Tap again`,
  nothingLeft: 'Nothing is left open.',
  preparing: 'Preparing',
  ready: 'Ready',
  nobody: 'No orders at the moment',
  announced: (number) => `${number} is ready`,
  later: /^Later/,
  allDay: /^All day$/,
  more: 'More',
};

export const lineWords: Record<Language, LineWords> = { es, en };
